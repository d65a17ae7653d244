"""`egovkit format`: where the result goes, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.interchange.word_laying_out.laying_out import lay_out
from egovkit.models.layout_profile import LayoutProfile
from tests.interchange.packages import package, paragraph

from .conftest import Egovkit

TABLE = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{paragraph('格')}</w:tc></w:tr></w:tbl>"
DRAFT = package("".join(map(paragraph, ("关于防火的通知", "各县：", "严禁用火。"))) + TABLE)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(DRAFT)
    return path


def test_a_draft_is_laid_out_into_another_file(egovkit_command: Egovkit, draft: Path) -> None:
    target = draft.with_name("notice.docx")
    outcome = egovkit_command("format", str(draft), "-o", str(target))
    assert outcome.code == 0
    assert "公文标题" in outcome.out
    assert "格" in outcome.out
    assert target.read_bytes() == lay_out(DRAFT).data
    assert draft.read_bytes() == DRAFT


def test_the_file_itself_is_written_only_when_it_is_asked_for(egovkit_command: Egovkit, draft: Path) -> None:
    for arguments in ((), ("-o", str(draft)), ("-o", "x.docx", "--in-place")):
        assert egovkit_command("format", str(draft), *arguments).code == 2
        assert draft.read_bytes() == DRAFT
    assert egovkit_command("format", str(draft), "--in-place").code == 0
    assert draft.read_bytes() == lay_out(DRAFT).data
    assert egovkit_command("format", "-", "--in-place", stdin=DRAFT).code == 2


def test_json_names_what_was_set_and_what_was_left(egovkit_command: Egovkit, draft: Path, tmp_path: Path) -> None:
    (found,) = egovkit_command("format", str(draft), "-o", str(tmp_path / "b.docx"), "--format", "json").json
    assert (found["changed"], found["pages"], found["numbers"]) == (True, 1, "set")
    assert [(one["element"], one["style"], one["text"]) for one in found["done"]] == [
        ("title", "公文标题", "关于防火的通知"),
        ("recipients", "主送机关", "各县："),
        ("paragraph", "公文正文", "严禁用火。"),
    ]
    assert [(one["text"], one["why"]) for one in found["left"]] == [("格", "table")]


def test_several_are_laid_out_into_a_folder_and_one_that_is_none_ends_no_other(
    egovkit_command: Egovkit, draft: Path, tmp_path: Path
) -> None:
    other = tmp_path / "text.docx"
    other.write_text("关于防火的通知", encoding="utf-8")
    outcome = egovkit_command("format", str(other), str(draft), "-o", str(tmp_path / "out"))
    assert outcome.code == 2
    assert "text.docx" in outcome.err
    assert (tmp_path / "out" / "draft.docx").read_bytes() == lay_out(DRAFT).data
    (tmp_path / "deep").mkdir()
    same = tmp_path / "deep" / "draft.docx"
    same.write_bytes(DRAFT)
    assert egovkit_command("format", str(draft), str(same), "-o", str(tmp_path / "out")).code == 2


def test_the_layout_of_a_profile_counts(egovkit_command: Egovkit, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "egovkit.toml").write_text('[layout]\nline = 28\nlatin = "Times New Roman"\n', encoding="utf-8")
    target = tmp_path / "out.docx"
    assert egovkit_command("format", str(draft), "-o", str(target)).code == 0
    wanted = lay_out(DRAFT, LayoutProfile(line=28, latin="Times New Roman")).data
    assert target.read_bytes() == wanted
    house = tmp_path / "house.toml"
    house.write_text('[layout]\nfonts = {"仿宋" = "方正仿宋_GBK"}\n', encoding="utf-8")
    assert egovkit_command("format", str(draft), "-o", str(target), "--profile", str(house)).code == 0
    assert target.read_bytes() == lay_out(DRAFT, LayoutProfile(fonts={"仿宋": "方正仿宋_GBK"})).data
    house.write_text("[layout]\nline = 2\n", encoding="utf-8")
    outcome = egovkit_command("format", str(draft), "-o", str(target), "--profile", str(house))
    assert outcome.code == 2
    assert "layout.line" in outcome.err


def test_two_files_of_one_name_are_named(egovkit_command: Egovkit, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / draft.name).write_bytes(draft.read_bytes())
    outcome = egovkit_command("format", str(draft), str(other / draft.name), "-o", f"{tmp_path / 'out'}/")
    assert outcome.code == 2
    assert f"two files would be written as {draft.name}" in outcome.err
