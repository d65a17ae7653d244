"""Documents written as docx, laid out by GB/T 9704-2012 (写出)."""
