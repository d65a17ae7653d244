"""What is read of a document above its text (首部): title, number, recipients, field table, history."""
