from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.catalogue.policy_table import Catalogue
from egovkit.models.policy import PolicyRecord
from egovkit.strategies.policy import catalogues


@given(st.from_type(PolicyRecord))
def test_the_type_has_its_strategy(record: PolicyRecord) -> None:
    assert PolicyRecord.model_validate(record.model_dump()) == record


@settings(max_examples=30)
@given(catalogues(max_size=4))
def test_tables_hold_together(table: Catalogue) -> None:
    assert len(table) <= 4
    assert len({record.key for record in table}) == len(table)
    assert all(edge.source in table and edge.target in table for edge in table.relations)
