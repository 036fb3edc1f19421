"""Eligible respondents (E): who was asked about a phase, a topic or an assumption, and whom a count is “of”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.guides import Guide, Question
from corpus.instruments import Instrument

if TYPE_CHECKING:
    import pandas as pd

ASKED = "vraag"
NO_GUIDE = "geen_topiclijst"


@dataclass(frozen=True, slots=True)
class Circle:
    """The people a count is “of”; `asked` says that a question was put to every one of them."""

    people: frozenset[str] = frozenset()
    asked: bool = False


class Eligible:
    """Who was asked, looked up in the table that `corpus.asked.asked` gives.

    `covered` adds (perspective, phase) pairs that a guide covers although nobody was reached with it.
    """

    def __init__(self, asked: pd.DataFrame, *, covered: Iterable[tuple[str, str]] = ()) -> None:
        self._people: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
        self._everybody: dict[str, set[str]] = defaultdict(set)
        self._unasked: set[tuple[str, str, str, str]] = set()
        self._without_guide: dict[str, set[str]] = defaultdict(set)
        self._covered = set(covered)
        for row in _rows(asked):
            self._add(*row)

    def _add(self, subject: tuple[str, str, str, str], participant: str, instrument: str, via: str) -> None:
        perspective, phase, code, assumption = subject
        if via == NO_GUIDE:
            self._without_guide[perspective].add(instrument)
        if via == ASKED and not code and not assumption:
            self._covered.add((perspective, phase))
        if participant:
            self._people[subject].add(participant)
            self._everybody[perspective].add(participant)
            if via != ASKED:
                self._unasked.add(subject)

    def covers(self, perspective: str, phase: str) -> bool:
        """Whether a guide used with this perspective covers the phase."""
        return (perspective, phase) in self._covered

    def of_phase(self, perspective: str, phase: str, *, topic: str | None = None) -> Circle:
        """E of a perspective in a phase, of one topic (code key) where a guide covers codes."""
        for subject in self._of_topic(perspective, phase, topic or ""):
            if subject in self._people:
                return self._circle(subject)
        if self.covers(perspective, phase):
            return Circle(asked=True)
        return Circle(frozenset(self._everybody[perspective]))

    def of_assumption(self, perspective: str, assumption: str) -> Circle:
        """Who of a perspective was asked about an assumption (key); empty when no guide holds it."""
        return self._circle((perspective, "", "", assumption))

    def everybody(self, perspective: str) -> frozenset[str]:
        """Everyone of a perspective who took part."""
        return frozenset(self._everybody[perspective])

    def without_guide(self, perspective: str) -> frozenset[str]:
        """The instruments (ids) of a perspective for which no topic list was recorded."""
        return frozenset(self._without_guide[perspective])

    def _of_topic(self, perspective: str, phase: str, topic: str) -> tuple[tuple[str, str, str, str], ...]:
        plain = (perspective, phase, "", "")
        return ((perspective, phase, topic, ""), (perspective, "", topic, ""), plain) if topic else (plain,)

    def _circle(self, subject: tuple[str, str, str, str]) -> Circle:
        people = self._people.get(subject, set())
        return Circle(frozenset(people), asked=bool(people) and subject not in self._unasked)


def _rows(asked: pd.DataFrame) -> Iterable[tuple[tuple[str, str, str, str], str, str, str]]:
    columns = {name: [_text(value) for value in asked[name]] for name in asked.columns if name != "prompted"}
    nothing = [""] * len(asked)
    subjects = zip(
        *(columns.get(name, nothing) for name in ("perspective", "phase", "code", "assumption")), strict=True
    )
    rest = (columns.get(name, nothing) for name in ("participant_id", "instrument_id", "via"))
    return zip(subjects, *rest, strict=True)


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def covered_phases(
    instruments: Iterable[Instrument],
    guides: Iterable[Guide],
    questions: Iterable[Question],
    *,
    perspectives: Iterable[str],
) -> frozenset[tuple[str, str]]:
    """The (perspective, phase) pairs that some guide covers, also where nobody was reached with it.

    An instrument without a perspective of its own counts for all of them.
    """
    everyone = tuple(perspectives)
    whose = {each.id: (each.perspective,) if each.perspective else everyone for each in instruments}
    used_with = {guide.id: whose.get(guide.instrument_id, ()) for guide in guides}
    return frozenset(
        (perspective, phase)
        for question in questions
        for perspective in used_with.get(question.guide_id, ())
        for phase in question.phases
    )
