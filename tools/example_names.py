"""Names in the example study: words with a capital in the middle of a sentence that the cast does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.example.sources import Fault, Source

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Dutch writes these with a capital wherever they stand; they are nobody's name.
ORDINARY = frozenset(
    _WORD.findall(
        """
    Nederland Nederlands Nederlandse Nederlander Nederlanders Europa Europees Europese België Belg Belgisch Duitsland
    Duits Duitse Duitser Engels Engelse Frans Franse Turks Turkse Turkije Marokkaans Marokkaanse Marokko Pools Poolse
    Polen Pool Oekraïens Oekraïense Oekraïne Syrië Syrisch Syrische Eritrea Eritrees Suriname Surinaams Somalië Arabisch
    Spaans Spaanse Spanje Italiaans Italië Grieks Fries Friese Brabants Brabantse Limburgs Limburgse Gronings Twents
    Twentse Rotterdams Amsterdams Achterhoeks Zeeuws Drents Gelders Brabant Limburg Friesland Groningen Drenthe
    Overijssel Gelderland Utrecht Zeeland Twente Achterhoek Randstad Noord-Holland Zuid-Holland
    Participatiewet Wajong Wajonger Wajongers Ziektewet Werkloosheidswet Arbowet Wmo Kamer Tweede Eerste Staten Rijk
    Raad God Jezus Allah Kerst Kerstmis Pasen Pinksteren Sinterklaas Koningsdag Ramadan Suikerfeest Bijbel Koran
    Word Excel Teams Outlook Zoom WhatsApp App Facebook LinkedIn YouTube Google Windows Apple Netflix
    """
    )
)
# After these a sentence or a quote may start.
_OPENERS = frozenset(".!?…:“”\"‘„'(«•–—")
_SMALL_STARTS = ("'s", "'t", "'k", "'n", "’s", "’t", "’k", "’n", "'m", "’m")


def find_strangers(file: str, source: Source, cast: str) -> Iterator[Fault]:
    """A fault for every turn with names that the text of the cast does not hold."""
    known = frozenset(part for word in _WORD.findall(cast) for part in (word, *word.split("-")))
    for turn in source.turns:
        strangers = [
            word for paragraph in turn.text.split("\n\n") for word in names_in(paragraph) if not _is_known(word, known)
        ]
        if strangers:
            yield Fault(file, turn.line, f"not in the cast: {', '.join(dict.fromkeys(strangers))}")


def names_in(paragraph: str) -> Iterator[str]:
    """The words with a capital that start no sentence, quote or paragraph; abbreviations in capitals are none."""
    first = _WORD.search(paragraph)
    for word in _WORD.finditer(paragraph):
        capital = word[0][0].isupper() and not word[0].isupper()
        if capital and first is not None and word.start() != first.start() and not _starts(paragraph, word.start()):
            yield word[0]


def _starts(paragraph: str, place: int) -> bool:
    """Whether a sentence or quote may start here."""
    before = paragraph[:place].rstrip()
    if not before or before[-1] in _OPENERS:
        return True
    small = next((each for each in _SMALL_STARTS if before.endswith(each)), None)
    return small is not None and _starts(paragraph, len(before) - len(small))


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Whether the word, without a genitive, or a part of a compound, is a name of the cast or everybody's."""
    forms = {word, re.sub(r"['’]?s$", "", word), re.sub(r"['’].*$", "", word)}
    parts = {part for part in word.split("-") if part[:1].isupper()}
    return any(form in known or form in ORDINARY for form in forms | parts)
