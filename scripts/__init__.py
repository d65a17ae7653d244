"""Programs of this repository: the generated pages, the website, the matrix."""
