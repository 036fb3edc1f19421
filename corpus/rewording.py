"""Rewording: the pieces that were replaced in a text, looked for in what people wrote elsewhere about that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from corpus.spans import SpanMap

FEWEST_LETTERS = 2
FEWEST_DIGITS = 5
_WORD = re.compile(r"\w+")


class Rewording:
    """Puts what came in the place of a name in the place of that name in another text.

    Only pieces that look like a name or number (a capital, an @, five digits in a row) are looked for, as whole words
    and with their capitals: "wit" is a colour wherever "Wit" was somebody's name.

    >>> say = Rewording({"Karel Wit": "P03"})
    >>> say("Volgens Karel Wit was de muur wit.")
    'Volgens P03 was de muur wit.'
    """

    def __init__(self, pieces: Mapping[str, str]) -> None:
        self.pieces = {piece: other for piece, other in pieces.items() if _is_telling(piece) and piece != other}
        longest_first = sorted(self.pieces, key=lambda each: (-len(each), each))
        any_of = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)") if any_of else None

    def __call__(self, text: str) -> str:
        """The text without the pieces."""
        return text if self._pattern is None else self._pattern.sub(lambda found: self.pieces[found[0]], text)

    def __bool__(self) -> bool:
        return self._pattern is not None

    @property
    def words(self) -> frozenset[str]:
        """The words of the names among the pieces, in small letters."""
        return frozenset(
            word.casefold() for piece in self.pieces for word in _WORD.findall(piece) if word != word.casefold()
        )


def replaced_pieces(texts: Iterable[tuple[str, SpanMap]]) -> dict[str, str]:
    """What stood in the texts and what comes in its place; of a piece that gets several pseudonyms the first."""
    pieces: dict[str, str] = {}
    for text, change in texts:
        for edit in change.edits:
            pieces.setdefault(text[edit.start : edit.end].strip(), edit.replacement.strip())
    return pieces


def _is_telling(piece: str) -> bool:
    is_name = any(each.isupper() for each in piece) or "@" in piece
    return len(piece) >= FEWEST_LETTERS and (is_name or re.search(rf"\d{{{FEWEST_DIGITS}}}", piece) is not None)
