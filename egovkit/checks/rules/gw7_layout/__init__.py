"""GW7xx: how a docx is laid out (版式)."""
