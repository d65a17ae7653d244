"""Word documents (docx): their text, their layout, places in them, and edits in their runs (读取与修改)."""
