"""The page in a browser alone: `python -m scripts.playground` gathers what runs it, and the site takes it along."""
