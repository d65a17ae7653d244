"""Pages of a pdf: their lines, rebuilt to paragraphs, in a process of their own (版式文件)."""
