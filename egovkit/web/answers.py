"""What each verb answers of a document (回答), with no network and no file: the same in a server and in a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from egovkit.errors import ReadError
from egovkit.interchange.reading import read_source
from egovkit.interchange.source_text import Source
from egovkit.messages import Language
from egovkit.web.refusals import status_of, told
from egovkit.web.verbs import named, values_of

__all__ = ["Answer", "answer"]

_OK: Final = 200
_TYPES: Final = {
    "akn": "application/xml; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


class Answer(NamedTuple):
    """What is answered (回答): the status of HTTP, the type of the content, the content."""

    status: int
    type: str
    body: bytes


def answer(verb: str, content: bytes | str, given: Mapping[str, str], language: Language = "zh") -> Answer:
    """Answer one verb of a file, or of a text as it is (回答); an error is an answer, too, and never raised.

    `given` are the parameters of the verb; `language` is spoken where they name none.

    >>> answer("check", "按照国办发[2014]66号执行", {"rules": "GW2"}).body.decode().count("GW201")
    2
    >>> answer("read", b"", {"lang": "en"})
    Answer(status=422, type='application/json', body=b'{"error":{"code":"read.empty","message":"there is nothing in it: give the file that holds the document","place":""}}')
    """
    wanted = given.get("lang", language)
    language = "en" if wanted == "en" else "zh" if wanted == "zh" else language
    try:
        values = values_of(named(verb), given, language)
        return _DOERS[verb](_source(content), values, language)
    except Exception as error:  # noqa: BLE001  (whoever asks is told, and the next one is answered)
        return Answer(status_of(error).value, _TYPES["json"], _json(told(error, language)))


def _source(content: bytes | str) -> Source:
    if isinstance(content, bytes):
        return read_source(content)
    if not content.strip():
        raise ReadError("read.empty", "there is nothing in it: give the file that holds the document")
    # What a person has typed is text, whatever it begins with; a lone surrogate is a slip of who sends it.
    clean = content.encode("utf-8", "replace")
    return Source(clean.decode("utf-8"), "text", clean)


def _json(model: Any) -> bytes:
    written: str = model.model_dump_json()
    return written.encode("utf-8")


def _read(source: Source, _values: Mapping[str, str], language: Language) -> Answer:
    from egovkit.web.telling import read_answer  # noqa: PLC0415  # each verb loads what it needs

    return Answer(_OK, _TYPES["json"], _json(read_answer(source, language)))


def _check(source: Source, values: Mapping[str, str], language: Language) -> Answer:
    from egovkit.web.judging import check_answer  # noqa: PLC0415  # each verb loads what it needs

    return Answer(_OK, _TYPES["json"], _json(check_answer(source, values["on"], values["rules"], language)))


def _verify(source: Source, values: Mapping[str, str], language: Language) -> Answer:
    from egovkit.web.judging import verify_answer  # noqa: PLC0415  # each verb loads what it needs

    return Answer(_OK, _TYPES["json"], _json(verify_answer(source, values["on"], language)))


def _fix(source: Source, values: Mapping[str, str], _language: Language) -> Answer:
    from egovkit.web.mending import fix_answer, fixed_of, mended_file  # noqa: PLC0415  # each verb loads what it needs

    fixed = fixed_of(source, values["on"], values["rules"], values["only"])
    if values["as"] == "json":
        return Answer(_OK, _TYPES["json"], _json(fix_answer(fixed)))
    kind = "docx" if source.format == "docx" else "txt"
    return Answer(_OK, _TYPES[kind], mended_file(source, fixed, tracked=values["as"] == "tracked"))


def _convert(source: Source, values: Mapping[str, str], _language: Language) -> Answer:
    from egovkit.interchange.exports import EXPORTS  # noqa: PLC0415  # each verb loads what it needs

    write = next(export.write for export in EXPORTS if export.name == values["to"])
    written = write(source.document)
    body = written.encode("utf-8", "replace") if isinstance(written, str) else written
    return Answer(_OK, _TYPES[values["to"]], body)


_Doer = Callable[[Source, Mapping[str, str], Language], Answer]
_DOERS: Final[Mapping[str, _Doer]] = {
    "read": _read,
    "check": _check,
    "verify": _verify,
    "fix": _fix,
    "convert": _convert,
}
