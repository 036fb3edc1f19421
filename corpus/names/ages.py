"""Ages: a number is somebody's age by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.names.found import FoundName, Rule
from corpus.names.lists import fold
from corpus.names.words import Word
from corpus.replacements import NameKind

_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
_ONES = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_AND = {"twee": "tweeën", "drie": "drieën"}
_WORDS = [
    *["zestien", "zeventien", "achttien", "negentien"],
    *_TENS,
    *(f"{_AND.get(one, f'{one}en')}{ten}" for ten in _TENS for one in _ONES),
]
_NUMBERS = frozenset(map(fold, _WORDS))
_DIGITS = re.compile(r"(?<![\w.,:/'’-])\d\d(?![\d%])")
_SOME = r"(?: (?:nu|net|al|pas|nog|dus|inmiddels|ondertussen|intussen|ook|zelf|toen|gewoon|ongeveer|bijna|ruim)){0,3}"
_KIN = (
    r"(?:zoon|zoontje|dochter|dochtertje|kind|jongen|meisje|man|vrouw|vent|kerel|moeder|vader|broer|broertje|zus|zusje"
    r"|vriend|vriendin|collega|iemand|gast|jongere|medewerker|medewerkster|cliënt|klant|oma|opa|dame|heer)"
)
_IS = re.compile(rf"\b(?:ben|bent|is|was|word|wordt|werd){_SOME} $|\b{_KIN} van $", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:toen|als|sinds|totdat|voordat|nadat) [^\W\d_]+ (?:nog )?$", re.IGNORECASE)
_OWN = re.compile(r"\bleeftijd(?: is| was|:| van)? $", re.IGNORECASE)
_ON_MY = re.compile(r"\bop (?:mijn|zijn|haar|je|hun|d'r|m'n|z'n) $", re.IGNORECASE)
_OTHER_UNIT = re.compile(
    r" ?(?:%|procent|minu|uur|uren|dag|week|weken|maand|keer|euro|kilo|km|cm|meter|man\b|mensen|mede|coll"
    r"|person|punt|graden"
    r"|x\b|jaar (?:werkzaam|getrouwd|in dienst|bezig|geleden|lang|ziek|samen)|[-–/:,.]\d|e\b|ste\b|de\b"
    r"|leerling|kinderen|plaats|stuks|bedrijven|plekken|deelnemers|vrouwen|mannen|januari|februari|maart|april|mei\b|juni"
    r"|juli|augustus|september|oktober|november|december)",
    re.IGNORECASE,
)
_WAS = re.compile(r" (?:was|werd|ben|word|wordt)\b", re.IGNORECASE)
_OLD = re.compile(r"-jarige\b| jaar oud\b", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:e|ste|de)\b")
REACH = 48


def find_ages(text: str, words: Sequence[Word]) -> Iterator[FoundName]:
    """Numbers, in digits or in words, that are somebody's age by the words around them."""
    spans = [each.span() for each in _DIGITS.finditer(text)]
    spans += [(each.start, each.end) for each in words if each.folded in _NUMBERS]
    for start, end in spans:
        if _is_age(text, start, end):
            yield FoundName(start, end, NameKind.AGE, Rule.CONTEXT, 0.8)


def _is_age(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - REACH) : start]
    if _OLD.match(text, end) or (_WHEN.search(before) and _WAS.match(text, end)):
        return True
    if _ON_MY.search(before):
        return _ORDINAL.match(text, end) is not None
    return _OWN.search(before) is not None or (_IS.search(before) is not None and not _OTHER_UNIT.match(text, end))


def age_in_years(words: str) -> int | None:
    """The age that digits or Dutch words say.

    >>> age_in_years("47"), age_in_years("drieënveertig"), age_in_years("veel")
    (47, 43, None)
    """
    lower = words.lower()
    if lower.isdecimal():
        return int(lower)
    if lower not in _WORDS:
        return None
    place = _WORDS.index(lower)
    if place < 4:
        return 16 + place
    if place < 4 + len(_TENS):
        return 20 + 10 * (place - 4)
    ten, one = divmod(place - 4 - len(_TENS), len(_ONES))
    return 20 + 10 * ten + one + 1
