"""GW2xx: issuance numbers (发文字号)."""
