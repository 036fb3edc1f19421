"""Pseudonyms: what in a text may say who somebody is, and what comes in its place, the same in every document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from corpus.names.ages import find_ages
from corpus.names.dates import find_dates
from corpus.names.found import LIKELY, FoundName, Rule, best_of
from corpus.names.functions import find_functions
from corpus.names.index import Index
from corpus.names.known import Known, KnownNames
from corpus.names.lists import no_names
from corpus.names.numbers import find_numbers
from corpus.names.organisations import find_organisations
from corpus.names.people import find_people
from corpus.names.places import find_places
from corpus.names.quiet import quiet_places
from corpus.names.words import PARTICLES, Run, Word, find_runs, find_words
from corpus.replacements import NameKind

NAMES = (NameKind.PERSON, NameKind.EMPLOYER, NameKind.OFFICE, NameKind.PLACE, NameKind.OTHER)
"""Kinds of which the same words elsewhere in a text are the same name."""


class Suggester:
    """Finds in text after text what may say who somebody is; makes its indexes once.

    >>> [(each.kind.value, each.start) for each in Suggester().suggest("Ik belde mevrouw De Wit in Goor.")]
    [('persoon', 17), ('plaats', 27)]
    """

    def __init__(self, known: Known | None = None) -> None:
        self._known = known or Known()
        self._names = KnownNames(self._known)

    @cached_property
    def known_mark(self) -> int:
        """A number that changes when what is known does, within one run of the program."""
        return hash((repr(self._known.participants), repr(self._known.forms)))

    def suggest(self, text: str) -> tuple[FoundName, ...]:
        """The finds of all rules, in order and without overlap, each with its kind, rule and score."""
        words = find_words(text)
        runs = tuple(find_runs(text, words))
        quiet = quiet_places(text)
        found = best_of(_outside(chain(self._names.find(text, words), _by_rules(text, words, runs)), quiet))
        found = best_of([*found, *_outside(_the_same_elsewhere(text, words, found), quiet)])
        return tuple(self._owned(text, each) for each in found)

    def _owned(self, text: str, found: FoundName) -> FoundName:
        """The find, with the participant when it is an address or a number from the sheet."""
        if found.kind not in (NameKind.EMAIL, NameKind.PHONE):
            return found
        code = self._known.code_of(text[found.start : found.end])
        return found if code is None else FoundName(found.start, found.end, found.kind, Rule.PARTICIPANT, 1.0, code)


def _by_rules(text: str, words: Sequence[Word], runs: Sequence[Run]) -> Iterator[FoundName]:
    yield from find_numbers(text)
    yield from find_dates(text)
    yield from find_ages(text, words)
    yield from find_functions(text, words)
    yield from find_organisations(text, words, runs)
    yield from find_places(text, words, runs)
    yield from find_people(text, runs)
    for run in runs:
        if run.end - run.start > 1 and (not run.opens or len(run.words) > 1):
            yield FoundName(run.start, run.end, NameKind.OTHER, Rule.CAPITAL, 0.3)


def _outside(found: Iterable[FoundName], quiet: Sequence[tuple[int, int, bool]]) -> Iterator[FoundName]:
    """The finds that do not lie in a quiet place."""
    for each in found:
        inside = [public for start, end, public in quiet if start < each.end and each.start < end]
        if not inside or (each.rule is Rule.PARTICIPANT and not any(inside)) or each.kind is NameKind.EMAIL:
            yield each


def _the_same_elsewhere(text: str, words: Sequence[Word], found: Sequence[FoundName]) -> Iterator[FoundName]:
    """Where a name that was found stands once more, or a part of somebody's name; with the same capitals."""
    forms: dict[str, FoundName] = {}
    for each in found:
        if each.kind in NAMES:
            for form in _forms(text, each):
                forms.setdefault(form, each)
    genitives = {
        form for form, each in forms.items() if each.rule is Rule.CAPITAL and form[-1] == "s" and form[:-1] in forms
    }
    index = Index((form, (form, each)) for form, each in forms.items() if form not in genitives)
    for match in index.find(text, words, endings=True):
        form, each = match.value
        start, end = match.words[0].start, match.words[-1].end
        is_opening_word = match.words[0].opens and match.words[0].folded in no_names()
        if text[start : end - len(match.ending)] == form and not is_opening_word:
            score = min(each.score, 0.55) + (0.01 if match.ending else 0)
            yield FoundName(start, end, each.kind, Rule.ELSEWHERE, score, each.code, match.ending)


def _forms(text: str, found: FoundName) -> Iterator[str]:
    """The words of a find, and of a likely person the first and the last of them."""
    form = text[found.start : found.end].removesuffix(found.ending)
    yield form
    parts = form.split(" ")
    if found.kind is NameKind.PERSON and found.score >= LIKELY and len(parts) > 1:
        yield from (each for each in (parts[0], parts[-1]) if each.lower() not in PARTICLES and len(each) > 2)
