"""Eligible respondents (E): who was asked about a phase, a topic or an assumption, and whom a count is “of”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.asked import BY_QUESTION, NO_GUIDE
from corpus.asked import asked as list_asked
from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Segment

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Circle:
    """The people a count is “of”; `asked` says that a question was put to every one of them."""

    people: frozenset[str] = frozenset()
    asked: bool = False


class _Put(NamedTuple):
    """Somebody for whom a question counts as put, in an instrument, on some ground."""

    participant: str
    instrument: str
    via: str


class Eligible:
    """Who was asked, looked up in the table that `corpus.asked.asked` gives.

    `covered` is the table of `corpus.asked.covered`: with it a phase that was asked about but reached nobody is told
    from one that was never asked about. Assumptions are known when `add_assumptions` added them to the table.
    """

    def __init__(self, asked: pd.DataFrame, *, covered: pd.DataFrame | None = None) -> None:
        self._of_phase: dict[tuple[str, str], list[_Put]] = defaultdict(list)
        self._of_topic: dict[tuple[str, str, str], list[_Put]] = defaultdict(list)
        self._of_assumption: dict[tuple[str, str], list[_Put]] = defaultdict(list)
        self._everybody: dict[str, set[_Put]] = defaultdict(set)
        self._covered: set[tuple[str, str]] = set()
        for row in _texts(
            asked, "perspective", "phase", "code", "assumption", "participant_id", "instrument_id", "via"
        ):
            self._add(*row)
        if covered is not None:
            self._covered |= {(perspective, phase) for perspective, phase in _texts(covered, "perspective", "phase")}

    def _add(
        self, perspective: str, phase: str, code: str, assumption: str, participant: str, instrument: str, via: str
    ) -> None:
        put = _Put(participant, instrument, via)
        self._everybody[perspective].add(put)
        if assumption:
            self._of_assumption[perspective, assumption].append(put)
        elif code:
            self._of_topic[perspective, phase, code].append(put)
        else:
            self._of_phase[perspective, phase].append(put)
            if via == BY_QUESTION:
                self._covered.add((perspective, phase))

    def covers(self, perspective: str, phase: str) -> bool:
        """Whether a guide used with this perspective covers the phase."""
        return (perspective, phase) in self._covered

    def of_phase(self, perspective: str, phase: str, *, topic: str | None = None) -> Circle:
        """E of a perspective in a phase, of one topic (code key) where a guide covers codes.

        The union over instruments, each by its own rule: an instrument that does not name the topic goes by the phase,
        also when it names others.
        """
        put = self._of_phase.get((perspective, phase), [])
        if topic and (on_topic := self._on_topic(perspective, phase, topic)):
            return _circle([*on_topic, *self._by_phase(perspective, phase, besides=on_topic)])
        if put:
            return _circle(put)
        return Circle() if self.covers(perspective, phase) else Circle(self.everybody(perspective))

    def of_assumption(self, perspective: str, assumption: str) -> Circle:
        """Who of a perspective was asked about an assumption (key); empty when no guide holds it.

        Where one does, everybody of an instrument without a topic list is counted too.
        """
        asked = self._of_assumption.get((perspective, assumption), [])
        return _circle([*asked, *self._unguided(perspective)]) if asked else Circle()

    def everybody(self, perspective: str) -> frozenset[str]:
        """Everyone of a perspective who took part."""
        return _circle(self._everybody[perspective]).people

    def without_guide(self, perspective: str) -> frozenset[str]:
        """The instruments (ids) of a perspective for which no topic list was recorded."""
        return frozenset(each.instrument for each in self._unguided(perspective))

    def _on_topic(self, perspective: str, phase: str, topic: str) -> list[_Put]:
        return [put for each in (phase, "") for put in self._of_topic.get((perspective, each, topic), [])]

    def _by_phase(self, perspective: str, phase: str, *, besides: Iterable[_Put]) -> list[_Put]:
        naming = {each.instrument for each in besides}
        put = self._of_phase.get((perspective, phase), [])
        return [each for each in put if each.via in {BY_QUESTION, NO_GUIDE} and each.instrument not in naming]

    def _unguided(self, perspective: str) -> list[_Put]:
        return [each for each in self._everybody[perspective] if each.via == NO_GUIDE]


def _circle(put: Iterable[_Put]) -> Circle:
    listed = list(put)
    asked = {each.participant for each in listed if each.via == BY_QUESTION}
    people = frozenset(each.participant for each in listed)
    return Circle(people, asked=bool(people) and asked == people)


def _texts(table: pd.DataFrame, *names: str) -> Iterable[tuple[str, ...]]:
    """The rows of the named columns as texts; a column that is not there is empty."""
    nothing = [""] * len(table)
    columns = ([_text(each) for each in table[name].tolist()] if name in table.columns else nothing for name in names)
    return zip(*columns, strict=True)


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str) else ""


def add_assumptions(
    asked: pd.DataFrame,
    instruments: Iterable[Instrument],
    guides: Iterable[Guide],
    questions: Iterable[Question],
    documents: Iterable[Document],
    segments: Iterable[Segment],
    participants: Iterable[Participant],
) -> pd.DataFrame:
    """The table of `corpus.asked.asked` with a column `assumption` and a row for each assumption put to a respondent.

    An assumption is asked like a topic: the questions that cover it decide. Rows added have no phase and no code ("").
    """
    import pandas as pd

    as_topics = [replace(each, phases=(), codes=each.assumptions) for each in questions]
    table = list_asked(instruments, guides, as_topics, documents, segments, participants)
    put = table[table["code"] != ""]
    return pd.concat([asked.assign(assumption=""), put.assign(assumption=put["code"], code="")], ignore_index=True)
