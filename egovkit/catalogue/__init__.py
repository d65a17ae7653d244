"""The typed tables one can ask: organs, frameworks, policies (名录)."""
