"""What is read of a document below its head (正文以下): headings, annexes, closing, imprint, line by line."""
