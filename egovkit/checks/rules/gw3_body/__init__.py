"""GW3xx: title, recipients, text, annexes and signature (主体)."""
