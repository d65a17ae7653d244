"""What a string of characters can be: pure functions from text to parts, without models (文法)."""
