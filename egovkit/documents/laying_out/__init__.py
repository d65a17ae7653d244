"""A document as it is set (排版): its elements in order, how each is styled, where a title breaks."""
