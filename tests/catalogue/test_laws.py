"""Laws with their versions, and how a document stands on a day."""

from __future__ import annotations

import pytest

from egovkit.catalogue.register import register
from egovkit.catalogue.standing import standing_of_law, standing_of_record
from egovkit.errors import AmbiguousTerm, UnknownTerm
from egovkit.models.dates import DocumentDate
from egovkit.models.day import day_of
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.law import Law, LawVersion, VersionKind
from egovkit.models.policy import PolicyRecord
from egovkit.models.standing import PolicyStatus, StandingKind, StatusKind

MADE = LawVersion(
    kind=VersionKind.MADE,
    promulgated=DocumentDate.parse("2003-06-28"),
    effective=DocumentDate.parse("2003-10-01"),
    last_article=40,
    counted_by=2,
)
AMENDED = LawVersion(
    kind=VersionKind.AMENDED, promulgated=DocumentDate.parse("2012-03-01"), revised_by="关于修改某法的决定"
)
REVISED = LawVersion(
    kind=VersionKind.REVISED,
    promulgated=DocumentDate.parse("2019-05-01"),
    effective=DocumentDate.parse("2020-01-01"),
    last_article=35,
    counted_by=2,
)
ENDED = PolicyStatus(
    value=StatusKind.REPEALED, since=DocumentDate.parse("2024-01-01"), ground="《新法》", confidence="sure"
)


def law(*versions: LawVersion, status: PolicyStatus | None = None) -> Law:
    return Law(title="某法", versions=versions, status=status, confidence="sure")


# ---- versions


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2003-06-27", None),
        ("2003-09-30", None),
        ("2003-10-01", MADE),
        ("2012-02-28", MADE),
        # Whether the amendment took effect at once is not known for a year.
        ("2012-03-01", None),
        ("2013-01-01", None),
        ("2013-04-01", AMENDED),
        ("2019-12-31", AMENDED),
        ("2020-01-01", REVISED),
        ("2023-12-31", REVISED),
        ("2024-01-01", None),
    ],
)
def test_the_version_of_a_day(day: str, version: LawVersion | None) -> None:
    assert law(MADE, AMENDED, REVISED, status=ENDED).on(day) == version


def test_a_version_of_no_day_leaves_all_later_days_open() -> None:
    assert law(LawVersion(kind=VersionKind.KNOWN), REVISED).on("2023-01-01") is None
    assert law().on("2023-01-01") is None


def test_a_law_that_ended_on_an_unknown_day_is_in_force_on_none() -> None:
    assert law(MADE, status=PolicyStatus(value=StatusKind.REPEALED)).on("2010-01-01") is None


def test_the_last_article_is_that_of_the_latest_version_and_the_highest_that_of_any() -> None:
    both = law(MADE, REVISED)
    assert (both.last_article, both.highest_article) == (35, 40)
    assert law(MADE, AMENDED).last_article is None
    assert law(MADE, AMENDED).highest_article is None
    assert law(MADE, AMENDED, REVISED).highest_article == 40
    assert law(MADE.model_copy(update={"last_article": None}), REVISED).highest_article is None
    assert law().last_article is None
    assert law().highest_article is None


# ---- the shipped ones


def test_laws_of_the_register() -> None:
    archives = register.law("档案法")
    assert str(archives) == "中华人民共和国档案法"
    assert [str(version.promulgated) for version in archives.versions] == [
        "1987-09-05",
        "1996-07-05",
        "2016-11-07",
        "2020-06-20",
    ]
    assert archives.versions[2].revised_by == "关于修改《中华人民共和国对外贸易法》等十二部法律的决定"
    assert archives == register.law("《中华人民共和国档案法》")
    assert archives.last_article == 53


def test_a_decision_says_when_the_version_it_made_takes_effect() -> None:
    latest = register.law("网络安全法").versions[-1]
    assert (str(latest.promulgated), str(latest.effective)) == ("2025-10-28", "2026-01-01")


def test_a_law_that_is_none_or_several() -> None:
    with pytest.raises(UnknownTerm) as caught:
        register.law("档案管理法")
    assert type(caught.value) is UnknownTerm
    assert register.laws("某某法") == ()
    several = "医疗器械临床试验规定"
    if len(register.laws(several)) > 1:
        with pytest.raises(AmbiguousTerm):
            register.law(several)


# ---- standing


@pytest.mark.parametrize(
    ("day", "value", "ground"),
    [
        ("2003-01-01", "pending", None),
        ("2005-01-01", "in_force", "《新法》"),
        ("2023-12-31", "in_force", "《新法》"),
        ("2024-01-01", "repealed", "《新法》"),
    ],
)
def test_how_a_law_stands(day: str, value: str, ground: str | None) -> None:
    standing = standing_of_law(law(MADE, REVISED, status=ENDED), None, day)
    assert (standing.value, standing.ground) == (value, ground)


def test_what_a_list_has_in_force_until_it_is_repealed_was_listed() -> None:
    listed = law(MADE, status=ENDED).model_copy(update={"sources": ("FLK",)})
    assert standing_of_law(listed, None, "2005-01-01").ground == "列入现行有效法规目录"


def test_nothing_was_in_force_before_it_can_have_been_there() -> None:
    # All of the register is younger.
    day = day_of("1948-12-31")
    values = {register.standing_of(record, record.number, day).value for record in register}
    assert values == {StandingKind.PENDING, StandingKind.UNKNOWN}


@pytest.mark.parametrize(
    ("versions", "day", "value"),
    [
        ((), "2005-01-01", "unknown"),
        ((), "2024-01-01", "repealed"),
        # A day that may be that of a revision says nothing of what was before, and no text takes effect later than in a year.
        ((LawVersion(kind=VersionKind.KNOWN, promulgated=DocumentDate.parse("2003-06-28")),), "2003-01-01", "unknown"),
        ((LawVersion(kind=VersionKind.KNOWN, promulgated=DocumentDate.parse("2003-06-28")),), "2003-12-01", "unknown"),
        ((LawVersion(kind=VersionKind.KNOWN, promulgated=DocumentDate.parse("2003-06-28")),), "2004-07-01", "in_force"),
        # What is changed is there.
        (
            (LawVersion(kind=VersionKind.AMENDED, promulgated=DocumentDate.parse("2003-06-28")),),
            "2003-07-01",
            "in_force",
        ),
        ((LawVersion(kind=VersionKind.MADE, promulgated=DocumentDate.parse("2003-06-28")),), "2003-07-01", "unknown"),
        ((LawVersion(kind=VersionKind.MADE, promulgated=DocumentDate.parse("2003-06-28")),), "2003-01-01", "pending"),
    ],
)
def test_a_law_stands_from_the_day_on_that_it_is_known_to_be_there(
    versions: tuple[LawVersion, ...], day: str, value: str
) -> None:
    assert standing_of_law(law(*versions, status=ENDED), None, day).value == value


@pytest.mark.parametrize(
    ("fields", "day", "value"),
    [
        ({}, "2015-01-01", "unknown"),
        ({}, "2022-01-01", "repealed"),
        ({"number": "某发〔2010〕1号"}, "2009-01-01", "pending"),
        ({"number": "某发〔2010〕1号"}, "2010-06-01", "unknown"),
        ({"number": "某发〔2010〕1号"}, "2011-01-01", "in_force"),
        ({"published_on": "2010-06-01"}, "2010-05-01", "unknown"),
        ({"published_on": "2010-06-01"}, "2010-06-01", "in_force"),
        ({"dated": "2010-06"}, "2010-06-10", "unknown"),
    ],
)
def test_a_document_stands_from_the_day_on_that_it_is_known_to_be_there(
    fields: dict[str, str], day: str, value: str
) -> None:
    status = PolicyStatus(value=StatusKind.REPEALED, since=DocumentDate.parse("2021-01-01"))
    record = PolicyRecord.model_validate({"title": "某通知", "status": status, **fields})
    assert standing_of_record(record, day).value == value


def test_what_is_listed_without_a_day_is_in_force_when_it_is_listed_and_not_on_any_day_before() -> None:
    listed = PolicyStatus(value=StatusKind.IN_FORCE, ground="列入现行有效法规目录")
    record = PolicyRecord(title="某规定", status=listed)
    assert standing_of_record(record, "2015-01-01").value is StandingKind.UNKNOWN
    assert standing_of_record(record, None).value is StandingKind.IN_FORCE


def test_a_law_of_which_a_repeal_alone_tells_was_not_made_on_the_day_of_its_revision() -> None:
    versions = register.law("行政复议条例").versions
    assert [(version.kind, str(version.promulgated)) for version in versions] == [
        ("made", "1990-12-24"),
        ("revised", "1994-10-09"),
    ]
    (version,) = register.law("森林法实施细则").versions
    assert version.kind is VersionKind.KNOWN


def test_the_order_of_an_earlier_version_is_amended() -> None:
    first = MADE.model_copy(update={"order": IssuanceNumber.parse("国务院令第100号")})
    listed = PolicyStatus(value=StatusKind.IN_FORCE)
    for number, day, value in (
        ("国务院令第100号", "2010-01-01", "in_force"),
        ("国务院令第100号", "2021-01-01", "amended"),
        ("国务院令第101号", "2021-01-01", "in_force"),
    ):
        standing = standing_of_law(law(first, REVISED, status=listed), IssuanceNumber.parse(number), day)
        assert standing.value == value


def test_what_is_not_known_is_never_in_force() -> None:
    assert standing_of_law(law(MADE), None, "2010-01-01").value is StandingKind.UNKNOWN
    bare = PolicyRecord(title="某通知", dated=DocumentDate.parse("2010-01-01"))
    assert standing_of_record(bare, "2020-01-01").value is StandingKind.UNKNOWN
    # That nobody said that it ended is no ground.
    for ground in ("未见废止或失效的公布", None):
        status = PolicyStatus(value=StatusKind.IN_FORCE, ground=ground)
        assert (
            standing_of_record(bare.model_copy(update={"status": status}), "2020-01-01").value is StandingKind.UNKNOWN
        )
    ended = PolicyStatus(value=StatusKind.REPEALED)
    assert standing_of_record(bare.model_copy(update={"status": ended}), "2015-01-01").value is StandingKind.UNKNOWN
    assert standing_of_record(bare.model_copy(update={"status": ended}), None).value is StandingKind.REPEALED


def test_what_ended_later_stood_until_then() -> None:
    status = PolicyStatus(value=StatusKind.EXPIRED, since=DocumentDate.parse("2021"), ground="期满", confidence="sure")
    plan = PolicyRecord(title="某规划", dated=DocumentDate.parse("2016-12-15"), status=status)
    values = [
        standing_of_record(plan, day).value.value for day in ("2016-01-01", "2018-01-01", "2021-03-01", "2022-01-01")
    ]
    assert values == ["pending", "in_force", "unknown", "expired"]


@pytest.mark.parametrize(
    ("document", "day", "value"),
    [
        ("环境保护法", "2026-08-14", "in_force"),
        ("环境保护法", "2026-08-15", "repealed"),
        ("国务院令第492号", "2010-01-01", "in_force"),
        ("国务院令第492号", "2020-01-01", "amended"),
        ("国务院令第711号", "2020-01-01", "in_force"),
        ("国发〔2016〕73号", "2018-01-01", "in_force"),
        ("国发〔2016〕73号", "2022-01-01", "expired"),
        ("某市关于某事的通知", "2020-01-01", "unknown"),
        ("国办发〔2099〕1号", "2020-01-01", "unknown"),
    ],
)
def test_how_documents_of_the_register_stand(document: str, day: str, value: str) -> None:
    assert register.standing(document, on=day).value == value
    found = register.get(document)
    if found is not None and "号" in document:
        assert register.standing(IssuanceNumber.parse(document), on=day).value == value
