"""Whether what a text cites is true and in force (引用核验)."""
