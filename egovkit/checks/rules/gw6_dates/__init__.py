"""GW6xx: dates, numerals and ranges (日期、数字)."""
