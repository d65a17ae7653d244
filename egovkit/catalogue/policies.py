"""The policies of e-government in China, 1992 to 2025 (电子政务政策目录), and tables of your own.

>>> str(policies["国办发[2014]66号"].dated), policies["中办发〔2002〕17号"].originator
('2014-11', '国家信息化领导小组')
"""

from __future__ import annotations

from typing import Final

from egovkit.catalogue.policy_records import count, record_at, stated_relations
from egovkit.catalogue.policy_table import Catalogue, TableState
from egovkit.catalogue.title_matches import Match, MatchWay

__all__ = ["Catalogue", "Match", "MatchWay", "policies"]


def _load() -> TableState:
    records = tuple(map(record_at, range(count())))
    keys = {record.key for record in records}
    loose = (edge for key, edges in stated_relations().items() if key not in keys for edge in edges)
    return TableState(records, tuple(loose))


policies: Final = Catalogue(_load)
"""The policies that come along (政策目录); read when first asked."""
