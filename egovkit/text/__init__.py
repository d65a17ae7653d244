"""Characters: folding that keeps length, numerals, spans, and the bounds on all input (字符)."""
