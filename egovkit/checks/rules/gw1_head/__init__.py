"""GW1xx: what is printed above the title (版头)."""
