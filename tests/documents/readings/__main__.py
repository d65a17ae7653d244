from __future__ import annotations

from tests.documents.readings import FILES, write

if __name__ == "__main__":
    for name in FILES:
        write(name)
