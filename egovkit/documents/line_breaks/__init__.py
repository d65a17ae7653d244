"""Where the lines of a text break (断行): by the paper, by an extractor, or where a paragraph ends."""
