"""GW4xx: the imprint at the end (版记), and page numbers."""
