"""Signs: ligatures, letters of other scripts that look like ours, and accents that a scan mistook."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from corpus.reading import Loss, LossKind

# Cyrillic and Greek letters that look like Latin ones.
LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсухᴀΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι",
    "ABESIJKMHOPCTXYaesijopcyxAABEZHIKMNOPTYXovi",
)
DUTCH_SHARE = 0.05
"""The part of the words that are the commonest of Dutch: less is another language, with other accents."""

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ÿ]")
_STRANGE = re.compile("[\u0370-\u03ff\u0400-\u04ff\u1d00]")
_COMMON = re.compile(r"\b(?:de|het|een|en|van|dat|die|niet|voor|met)\b", re.IGNORECASE)
# In Dutch no é follows e, nor i in a longer word (“zién” is stress), no ë ends a word after a consonant or doubles.
_ACCENTS = (
    (re.compile(r"(?<=e)é(?=\w)|(?<=\w\w\wi)é"), "ë"),
    (re.compile(r"ëë"), "éé"),
    (re.compile(r"(?<=[b-df-hj-np-tv-z])ë\b"), "é"),
)


def is_dutch(texts: Iterable[str]) -> bool:
    """Whether the texts together are in Dutch.

    >>> is_dutch(["De begeleiding stopt op de dag dat het contract eindigt."])
    True
    """
    words = common = 0
    for text in texts:
        words += len(_WORD.findall(text))
        common += len(_COMMON.findall(text))
    return common > DUTCH_SHARE * words


def mend_signs(text: str, *, line: int, dutch: bool) -> tuple[str, list[Loss]]:
    """The text with its letters as they were meant, and what stood there before as losses with their page."""
    losses = [Loss(LossKind.REPAIR, each, line) for each in _LIGATURE.findall(text)]
    plain = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    mended = _WORD.sub(lambda found: _mend_word(found[0], losses, line, dutch=dutch), plain)
    return mended, losses


def _mend_word(word: str, losses: list[Loss], line: int, *, dutch: bool) -> str:
    mended = word
    if _LATIN.search(word) and _STRANGE.search(word):
        mended = word.translate(LOOK_ALIKES)
    for wrong, right in _ACCENTS if dutch else ():
        mended = wrong.sub(right, mended)
    if mended != word:
        losses.append(Loss(LossKind.REPAIR, word, line))
    return mended
