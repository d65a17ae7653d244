"""In: plain text, HTML, docx, pdf. Out: Markdown, marked pages (交换).

Heavy libraries are imported by the function that needs them, and each is an extra of its own. The package itself imports
no reader: who asks for one thing of it loads that one.
"""
