"""GW5xx: what a text cites (引用), how, and whether it is true."""
