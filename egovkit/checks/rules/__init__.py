"""The rules, a module for each band (规则库)."""
