"""An existing docx laid out by GB/T 9704-2012, its text untouched (排版)."""
