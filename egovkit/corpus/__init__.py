"""A corpus, not a text (语料): tables with a schema, one document one node, and the engines that carry it.

Nothing heavy is loaded by it: Arrow and its like are imported by the functions that need them.
"""

from __future__ import annotations

from egovkit.corpus import batches, tables

__all__ = ["batches", "tables"]
