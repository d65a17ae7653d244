"""The grammar of issuance numbers (发文字号): where each begins and ends in a text, and its parts."""
