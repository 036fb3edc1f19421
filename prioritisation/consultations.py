"""Consultations (overleg): the list that a group made by talking, with what was reworded and who saw it otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from prioritisation.errors import (
    BroughtInIsAnOption,
    BroughtInOtherwise,
    BroughtInWithoutTitle,
    ConsultationIsEmpty,
    DoubledEntryOnList,
    EntryNotPut,
    EntryWithoutGroup,
    GroupNotAsked,
    NobodyPresent,
    NoListOfBallots,
    SameWording,
    TitleOfAnOption,
)
from prioritisation.sessions import Option, SessionForm, VotingSession, check_session
from study.messages import N_, translate

if TYPE_CHECKING:
    from prioritisation.places import Tiered


class Marking(StrEnum):
    """What the order of a list made in consultation means."""

    RANKED = "rangorde"
    UNRANKED = "volgorde"
    GROUPS = "groepen"


MARKINGS: Mapping[Marking, str] = {
    Marking.RANKED: N_("ranking"),
    Marking.UNRANKED: N_("order without rank"),
    Marking.GROUPS: N_("groups"),
}

MEANINGS: Mapping[Marking, str] = {
    Marking.RANKED: N_("The group put the points in this order together: the first matters most to them."),
    Marking.UNRANKED: N_("The group chose these points together. Their order says nothing about what matters most."),
    Marking.GROUPS: N_("The group sorted these points into groups. The order inside a group means nothing."),
}

_MADE_BY_TALKING = N_("This list was made in consultation: nobody cast a ballot, so it has no points or counts.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One point on a list made in consultation.

    `key` is that of an option of the session; a point that was brought in during the session (`brought_in`) has its
    own key, title and explanation, and may later rest on `findings` (ids). `reworded` is what the group made of the
    title: both wordings are kept. `dissent` says who saw it otherwise, `group` is the name of its group.
    """

    key: str
    brought_in: bool = False
    title: str = ""
    explanation: str = ""
    findings: tuple[str, ...] = ()
    reworded: str = ""
    dissent: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """The outcome of a session of the form consultation; `entries` stand as the group left them.

    `facilitator` is a role ("onderzoeker"), never a name; `present` the number of people or organisations.
    """

    id: str
    session_id: str
    marking: Marking
    present: int
    entries: tuple[Entry, ...]
    facilitator: str = ""


@dataclass(frozen=True, slots=True)
class ConsultedLine:
    """One row of a list made in consultation: the title as the group left it, and the wording that was put to them.

    `place` is empty where the order says nothing; `put_as` is None unless the group reworded the point; a point that
    was brought in has no `point_id`.
    """

    key: str
    place: str
    title: str
    put_as: str | None
    explanation: str
    dissent: str
    group: str
    brought_in: bool
    point_id: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsultedList:
    """The list of a consultation beside its session; it was agreed on, not counted: no scores, bands or W.

    `left_out` are the options that were put to the group and that it did not put on its list.
    """

    session_key: str
    title: str
    perspective: str | None
    marking: Marking
    present: int
    invited: int | None
    facilitator: str
    lines: tuple[ConsultedLine, ...]
    left_out: tuple[Option, ...]

    @property
    def tiers(self) -> Tiered:
        """The order, best first, one point a place; empty when the marking says that there is no rank."""
        return tuple((line.key,) for line in self.lines) if self.marking is Marking.RANKED else ()

    @property
    def marking_words(self) -> str:
        """What the list is marked as, in words."""
        return translate(MARKINGS[self.marking])

    @property
    def note(self) -> str:
        """The sentences under the list: where it comes from, and what its order means."""
        return f"{translate(_MADE_BY_TALKING)} {translate(MEANINGS[self.marking])}"

    @property
    def groups(self) -> dict[str, tuple[ConsultedLine, ...]]:
        """The rows under the names of their groups, as the group left them; one nameless group otherwise."""
        names = dict.fromkeys(line.group for line in self.lines)
        return {name: tuple(line for line in self.lines if line.group == name) for name in names}


def list_consultation(session: VotingSession, consultation: Consultation) -> ConsultedList:
    """The list that the group made, with the wordings of the session.

    Raises what `check_consultation` raises.

    >>> options = (Option("a", "p1", "Eén loket"), Option("b", "p2", "Bel terug"))
    >>> session = VotingSession("1", "s", "Overleg", None, SessionForm.CONSULTATION, "", "", options)
    >>> entries = (Entry("b", reworded="Bel dezelfde dag terug"), Entry("eigen", brought_in=True, title="Leg het uit"))
    >>> agreed = list_consultation(session, Consultation("2", "1", Marking.RANKED, 4, entries))
    >>> [(line.place, line.title, line.put_as) for line in agreed.lines]
    [('1', 'Bel dezelfde dag terug', 'Bel terug'), ('2', 'Leg het uit', None)]
    >>> [option.title for option in agreed.left_out]
    ['Eén loket']
    """
    check_consultation(session, consultation)
    listed = {entry.key for entry in consultation.entries}
    return ConsultedList(
        session_key=session.key,
        title=session.title,
        perspective=session.perspective,
        marking=consultation.marking,
        present=consultation.present,
        invited=session.invited,
        facilitator=consultation.facilitator,
        lines=tuple(_lines(session, consultation)),
        left_out=tuple(option for option in session.options if option.key not in listed),
    )


def check_consultation(session: VotingSession, consultation: Consultation) -> None:
    """Refuse an outcome that does not go with its session, or that says two things at once.

    Raises the errors of `check_session`, and `NoListOfBallots`, `ConsultationIsEmpty`, `NobodyPresent`,
    `DoubledEntryOnList`, `EntryNotPut`, `BroughtInIsAnOption`, `BroughtInWithoutTitle`, `TitleOfAnOption`,
    `SameWording`, `EntryWithoutGroup` or `GroupNotAsked`.
    """
    check_session(session)
    if session.form is not SessionForm.CONSULTATION:
        raise NoListOfBallots(session=session.key)
    if not consultation.entries:
        raise ConsultationIsEmpty(session=session.key)
    if consultation.present < 1:
        raise NobodyPresent(session=session.key, present=consultation.present)
    keys = [entry.key for entry in consultation.entries]
    doubled = next((key for key in keys if keys.count(key) > 1), None)
    if doubled is not None:
        raise DoubledEntryOnList(session=session.key, entry=doubled)
    options = {option.key: option for option in session.options}
    for entry in consultation.entries:
        _check_entry(session, entry, options)
        _check_group(session, entry, consultation.marking)


def check_brought_in(consultations: Iterable[Consultation]) -> None:
    """Refuse points of different sessions that would pass for one: the same key under another title.

    Raises `BroughtInOtherwise`.
    """
    titles: dict[str, str] = {}
    for entry in (each for one in consultations for each in one.entries if each.brought_in):
        if titles.setdefault(entry.key, entry.title) != entry.title:
            raise BroughtInOtherwise(entry=entry.key)


def _check_entry(session: VotingSession, entry: Entry, options: Mapping[str, Option]) -> None:
    option = options.get(entry.key)
    if entry.brought_in:
        if option is not None:
            raise BroughtInIsAnOption(session=session.key, entry=entry.key)
        if not entry.title.strip():
            raise BroughtInWithoutTitle(session=session.key, entry=entry.key)
    elif option is None:
        raise EntryNotPut(session=session.key, entry=entry.key, known=", ".join(options) or "–")
    elif entry.title or entry.explanation or entry.findings:
        raise TitleOfAnOption(session=session.key, entry=entry.key)
    if entry.reworded and entry.reworded == (option.title if option else entry.title):
        raise SameWording(session=session.key, entry=entry.key)


def _check_group(session: VotingSession, entry: Entry, marking: Marking) -> None:
    if marking is Marking.GROUPS and not entry.group.strip():
        raise EntryWithoutGroup(session=session.key, entry=entry.key)
    if marking is not Marking.GROUPS and entry.group:
        raise GroupNotAsked(session=session.key, entry=entry.key, marking=marking.value)


def _lines(session: VotingSession, consultation: Consultation) -> Iterator[ConsultedLine]:
    options = {option.key: option for option in session.options}
    ranked = consultation.marking is Marking.RANKED
    for number, entry in enumerate(consultation.entries, start=1):
        option = options.get(entry.key)
        first = option.title if option else entry.title
        yield ConsultedLine(
            key=entry.key,
            place=str(number) if ranked else "",
            title=entry.reworded or first,
            put_as=first if entry.reworded else None,
            explanation=option.explanation if option else entry.explanation,
            dissent=entry.dissent,
            group=entry.group,
            brought_in=entry.brought_in,
            point_id=option.point_id if option else None,
            findings=entry.findings,
        )
