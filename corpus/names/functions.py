"""Rare functions: of whom there is one, told by the place or the house behind it: “de burgemeester van Haaksbergen”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.names.found import FoundName, Rule
from corpus.names.words import CAPITAL_WORD, Word
from corpus.replacements import NameKind

_FUNCTIONS_WORDS = """
    burgemeester wethouder gemeentesecretaris griffier gedeputeerde dijkgraaf directrice directeur bestuurder
    voorzitter secretaris penningmeester commandant korpschef hoofdredacteur rector decaan hoogleraar lector
    notaris huisarts dominee pastoor imam priester officier rechter eigenaar eigenaresse oprichter manager
    teamleider trainer dirigent koster curator regisseur topman ceo
"""
_FUNCTIONS = tuple(_FUNCTIONS_WORDS.split())
_OF = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)* (?:van|bij|in|uit|te) (?:(?:de|het|een|'t|onze) )?(?:[a-zà-ÿ][\w-]+ ){0,2}?"
    rf"{CAPITAL_WORD}(?: (?:(?:van|de|den|der|het|aan|en|op) )*{CAPITAL_WORD}){{0,3}}"
)


def find_functions(text: str, words: Sequence[Word]) -> Iterator[FoundName]:
    """Functions that one person has, also at the end of a longer word (brandweercommandant)."""
    for word in words:
        found = _OF.match(text, word.start) if word.folded.endswith(_FUNCTIONS) else None
        if found:
            yield FoundName(found.start(), found.end(), NameKind.FUNCTION, Rule.FORM, 0.8)
