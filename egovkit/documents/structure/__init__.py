"""How a document is built (结构): its outline, articles, sections, and the pieces it is cut into."""
