"""The generated pages of the docs: each module renders its own from what the package says."""
