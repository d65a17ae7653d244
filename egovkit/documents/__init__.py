"""A whole document: zones, outline, derived facts, render (公文)."""
