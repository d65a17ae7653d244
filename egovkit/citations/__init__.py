"""Citations: find, resolve, annotate (引用)."""
