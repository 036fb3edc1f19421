"""Proposals: what may come in the place of a name, the same for every form of it and in every document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import product
from string import ascii_uppercase

from corpus.names.ages import age_in_years
from corpus.names.index import words_of
from corpus.replacements import NameKind

FIXED = {
    NameKind.PHONE: "[telefoonnummer]",
    NameKind.EMAIL: "[e-mailadres]",
    NameKind.BSN: "[bsn]",
    NameKind.IBAN: "[rekeningnummer]",
    NameKind.POSTCODE: "[postcode]",
    NameKind.BIRTH_DATE: "[geboortedatum]",
    NameKind.AGE: "[leeftijd]",
}
"""What needs no letter of its own: of a number nobody has to know that it is the same one again."""
LETTERED = {
    NameKind.PERSON: "naam",
    NameKind.EMPLOYER: "naam werkgever",
    NameKind.OFFICE: "naam kantoor",
    NameKind.PLACE: "plaatsnaam",
    NameKind.FUNCTION: "functie",
    NameKind.OTHER: "naam",
}
_INVENTED_FIRST = """
    Alex Bo Charlie Chris Demi Dominique Esra Eva Fenna Guus Imke Isa Jamie Jip Joos Kaj Kim Lars Lou Luca Marijn Merel
    Mika Mira Nanda Nikki Noa Pim Pip Quinn Rein Robin Rowan Sam Sascha Senna Sil Toni Wessel Yara
"""
_INVENTED_LAST = """
    Aker Blauw Boshoek Breem Dalstra Eikman Elzing Haver Helderman Hulsker Kamer Kiel Landman Lentink Maasman Noorder
    Oever Paardekam Poldervaart Rietman Rozema Schans Slootweg Stroom Tasman Terwold Veldhof Waterink Wolde Zandhuis
"""
_LETTERS = re.compile(r"([A-Z]{1,2}) \(")


class Style(StrEnum):
    """What the pseudonyms of people without a code look like: “A (naam)”, or an invented name."""

    LETTERS = "letters"
    INVENTED = "verzonnen"


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One line of the key: a name as it was written, its kind, and what comes in its place."""

    form: str
    kind: NameKind
    pseudonym: str


class Proposer:
    """Proposes pseudonyms that agree with the key and with each other.

    >>> propose = Proposer([KeyEntry("Karel Wit", NameKind.PERSON, "A (naam)")]).propose
    >>> propose("Karel", NameKind.PERSON), propose("Bakkerij Dop", NameKind.EMPLOYER), propose("47", NameKind.AGE)
    ('A (naam)', 'B (naam werkgever)', '[leeftijd 40-49]')
    """

    def __init__(self, key: Iterable[KeyEntry] = (), *, style: Style = Style.LETTERS) -> None:
        self._style = style
        self._by_words: dict[tuple[str, ...], KeyEntry] = {}
        self._letters = _letters()
        self._taken: set[str] = set()
        for each in key:
            self._keep(each)

    def propose(self, form: str, kind: NameKind, *, code: str | None = None) -> str:
        """What may come in the place of this form; asked again it is the same."""
        if kind in FIXED:
            return _age(form) if kind is NameKind.AGE else FIXED[kind]
        known = self._by_words.get(words_of(form))
        if known:
            return known.pseudonym
        made = code or self._of_the_whole(form, kind) or self._new(form, kind)
        self._keep(KeyEntry(form, kind, made))
        return made

    def _of_the_whole(self, form: str, kind: NameKind) -> str | None:
        """The pseudonym of the one person that this is a part of the name of, or whose name is a part of this."""
        words = set(words_of(form))
        if kind is not NameKind.PERSON or not words:
            return None
        wholes = {
            each.pseudonym: each
            for each in self._by_words.values()
            if each.kind is kind and (words <= set(words_of(each.form)) or words >= set(words_of(each.form)))
        }
        return _part(form, next(iter(wholes.values()))) if len(wholes) == 1 else None

    def _new(self, form: str, kind: NameKind) -> str:
        if self._style is Style.INVENTED and kind is NameKind.PERSON:
            return _invented(form, self._taken)
        letters = next(each for each in self._letters if each not in self._taken)
        return f"{letters} ({LETTERED[kind]})"

    def _keep(self, entry: KeyEntry) -> None:
        self._by_words.setdefault(words_of(entry.form), entry)
        found = _LETTERS.match(entry.pseudonym)
        self._taken.add(found[1] if found else entry.pseudonym)


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from map("".join, product(ascii_uppercase, repeat=2))


def _age(form: str) -> str:
    """The ten years in which the age lies."""
    age = age_in_years(form)
    return FIXED[NameKind.AGE] if age is None else f"[leeftijd {age // 10 * 10}-{age // 10 * 10 + 9}]"


def _part(form: str, whole: KeyEntry) -> str:
    """Of an invented name the same part as the form is of the real one; of any other pseudonym all of it."""
    parts, mine, theirs = whole.pseudonym.split(" "), words_of(form), words_of(whole.form)
    is_invented = len(parts) == 2 and parts[0] in _INVENTED_FIRST.split()
    if not is_invented or len(mine) >= len(theirs):
        return whole.pseudonym
    return parts[0] if mine[0] == theirs[0] else parts[1]


def _invented(form: str, taken: Collection[str]) -> str:
    """A name of as many parts that nobody else got; which one follows from the form."""
    firsts, lasts = _INVENTED_FIRST.split(), _INVENTED_LAST.split()
    has_two = len(words_of(form)) > 1
    names = [f"{first} {last}" if has_two else first for last in (lasts if has_two else [""]) for first in firsts]
    free = [each for each in names if each not in taken] or names
    return free[int.from_bytes(blake2b(form.casefold().encode(), digest_size=4).digest()) % len(free)]
