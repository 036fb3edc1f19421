"""Persons: by how they are addressed, by the lists of names, by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.names.found import FoundName, Rule
from corpus.names.lists import folded, is_word
from corpus.names.words import PARTICLES, Run, Word
from corpus.replacements import NameKind

REACH = 40
_TITLE = re.compile(
    r"(?<!\w)(?:dhr|de heer|meneer|mijnheer|mevrouw|mevr|mw|mej|juffrouw|juf|dokter|dr|drs|ir|ing|mr|prof"
    r"|professor|tante|oom|zuster|pastoor|dominee|ds)\.?[ \u00a0]+$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?<!\w)(?:heet|heette|heten|genaamd|noemen|noemde|baas|chef|coach|jobcoach|collega|collega's|begeleider|begeleidster"
    r"|leidinggevende|buurman|buurvrouw|broer|broertje|zus|zusje|zoon|dochter|vriend|vriendin|moeder|vader|opa|oma"
    r"|neef|nicht|vrouw|man|kleinzoon|kleindochter|klantmanager|werkcoach|consulent|trajectbegeleider|mentor|docent"
    r"|met|tegen|volgens|naar|door|namens|hoi|beste|hallo|dag|gesproken)(?:, | )+$",
    re.IGNORECASE,
)
_STRONG = re.compile(r"(?:met|naar|door|dag|man|vrouw)(?:, | )+$", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?<!\w)(?:van|de|den|der|het|ten|ter|el|al|ben|la|le|du|von|dos|da|di|'t"
    r"|(?:op|in|aan) (?=de |den |der |'t )) ?)+$",
    re.IGNORECASE,
)
_PATTERNS = re.compile(
    r"(?:stra|sma|inga|elaar|mans|huis|huizen|oğlu|oglu|wicz|czyk|ska|ski|sky|ović|ovic|kamp|veld|ink|horst)$"
)


def find_people(text: str, runs: Iterable[Run]) -> Iterator[FoundName]:
    """The persons among the runs of capitals."""
    for run in runs:
        before = text[max(0, run.start - REACH) : run.start]
        leading = _LEADING.search(before)
        words = run.words
        if _TITLE.search(before[: leading.start()] if leading else before):
            yield _person(run.start - (len(leading[0]) if leading else 0), words[-1].end, Rule.TITLE, 0.95)
        else:
            yield from _by_words(text, run, before, leading)
    yield from _turned(text, runs)


def _by_words(text: str, run: Run, before: str, leading: re.Match[str] | None) -> Iterator[FoundName]:
    """By a first name with what follows it, by initials, by a surname with its particles, or by the words before."""
    words = run.words
    first = next((place for place, word in enumerate(words) if _is_first_name(word)), None)
    if len(words[0].text) == 1 and len(words) > 1 and text[words[0].end] == ".":
        yield _person(run.start, run.end, Rule.LIST, 0.9)
    elif first is not None:
        yield _person(words[first].start, run.end, Rule.LIST, _first_name_score(words[first:]))
    elif _is_surname(words[-1]):
        start = run.start - len(leading[0]) if leading else run.start
        has_particle = leading is not None or words[0].folded in PARTICLES
        score = _surname_score(run, has_particle=has_particle)
        if score:
            yield _person(start, run.end, Rule.LIST, score)
    elif _WHO.search(before) and words[0].folded not in PARTICLES:
        yield _person(run.start, run.end, Rule.CONTEXT, 0.45 if _STRONG.search(before) else 0.75)
    elif len([word for word in words if word.capital]) > 1:
        yield _person(run.start, run.end, Rule.CAPITAL, 0.45 if run.opens else 0.5)


def _first_name_score(words: Sequence[Word]) -> float:
    first = words[0]
    if not is_word(first.text):
        return 0.9
    if len(words) > 1 and (_is_surname(words[-1]) or not first.opens):
        return 0.88
    return 0.3 if first.opens else 0.65


def _surname_score(run: Run, *, has_particle: bool) -> float:
    """Nothing for a surname that is a word as well and opens a sentence: “Bakker is een mooi vak”."""
    last = run.words[-1]
    if has_particle or len(run.words) > 1:
        return 0.75
    if is_word(last.text):
        return 0.0 if run.opens else 0.5
    return 0.62


def _turned(text: str, runs: Iterable[Run]) -> Iterator[FoundName]:
    """“Achternaam, Voornaam”: a surname, a comma and a first name, with the particles behind it."""
    for surname, first in pairwise(runs):
        if text[surname.end : first.start] != ", " or not _is_first_name(first.words[0]):
            continue
        if _is_surname(surname.words[-1]) and not _is_first_name(surname.words[0]):
            particles = re.compile(r"(?: (?:van|de|den|der|het|ten|ter|el))*(?!\w)").match(text, first.end)
            yield _person(surname.start, particles.end() if particles else first.end, Rule.LIST, 0.85)


def _is_first_name(word: Word) -> bool:
    return word.capital and len(word.text) > 1 and word.folded in folded("first_names")


def _is_surname(word: Word) -> bool:
    is_shaped = len(word.text) > 5 and not word.opens and _PATTERNS.search(word.text) is not None
    return word.folded in folded("surnames") or is_shaped


def _person(start: int, end: int, rule: Rule, score: float) -> FoundName:
    return FoundName(start, end, NameKind.PERSON, rule, score)
