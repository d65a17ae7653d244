"""GW9xx: marks, characters and words (标点、字符、用词)."""
