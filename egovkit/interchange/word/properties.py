"""Properties of paragraphs, characters, sections and settings put where the schema wants them (写入属性).

A word processor calls a file damaged whose properties are in another order. Source: ECMA-376, part 1, 17.3, 17.6 and 17.15.
"""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any, Final

from egovkit.interchange.extras import extra
from egovkit.interchange.word.runs import Names

__all__ = ["drop", "drop_holder_if_empty", "elements", "properties_of", "put"]

_ORDERS: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
        "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers "
        "cellIns cellDel cellMerge tcPrChange"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
        "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
        "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
        "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView "
        "trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme "
        "styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope "
        "summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    ),
}


@cache
def _ranks(holder: str) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(_ORDERS[holder].split())}


def elements(xml: str, names: Names) -> list[Any]:
    """Return the elements that a piece of XML is (片段), in the edition of a part; their prefix is `w`."""
    return list(map(deepcopy, _parsed(xml, names.space)))


# Every paragraph is given the same few.
@lru_cache(maxsize=256)
def _parsed(xml: str, space: str) -> tuple[Any, ...]:
    etree = extra("lxml.etree", "docx", "to lay out a docx")
    return tuple(etree.fromstring(f'<w:x xmlns:w="{space}">{xml}</w:x>'))


def properties_of(element: Any, names: Names, name: str) -> Any:
    """Return what holds the properties of an element (属性容器), made as its first child where there is none."""
    found = element.find(names(name))
    if found is None:
        found = element.makeelement(names(name))
        # White space between elements stays where it is.
        element.insert(0, found)
    return found


def put(holder: Any, xml: str, names: Names) -> None:
    """Put properties into their holder (写入属性), each in place of one of its name, else where the schema wants it."""
    ranks = _ranks(holder.tag.rpartition("}")[2])
    for new in elements(xml, names):
        drop(holder, (new.tag.rpartition("}")[2],), names)
        rank = ranks[new.tag.rpartition("}")[2]]
        # What no order knows, of a later edition, stays at the end; comments count for nothing.
        following = (
            child
            for child in holder
            if isinstance(child.tag, str) and ranks.get(child.tag.rpartition("}")[2], len(ranks)) > rank
        )
        after = next(following, None)
        if after is None:
            holder.append(new)
        else:
            after.addprevious(new)


def drop(holder: Any, dropped: Collection[str], names: Names) -> None:
    """Take properties of some names out of their holder (删去属性)."""
    if len(holder):
        wanted = _named(tuple(dropped), names.space)
        for child in [child for child in holder if child.tag in wanted]:
            holder.remove(child)


@cache
def _named(dropped: tuple[str, ...], space: str) -> frozenset[str]:
    return frozenset(f"{{{space}}}{name}" for name in dropped)


def drop_holder_if_empty(holder: Any) -> None:
    """Take out a holder of properties that holds none (删去空容器)."""
    if not len(holder) and not (holder.text or "").strip():
        holder.getparent().remove(holder)
