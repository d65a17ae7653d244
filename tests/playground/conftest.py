from __future__ import annotations

from tests.chromium import axe, browser

__all__ = ["axe", "browser"]
