"""Small sessions, ballots and profiles for the tests, and Hypothesis strategies that draw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from prioritisation.ballots import Ballot, BallotState
from prioritisation.consultations import Consultation, ConsultedList, Entry, Marking, list_consultation
from prioritisation.places import Tiered
from prioritisation.ranking import Ranking, count_ballots
from prioritisation.sessions import Option, SessionForm, SessionStatus, VotingSession

law = settings(deadline=None)
"""How a law is tried: without a clock, for the first example may have to import a library."""


def read_list(text: str) -> Tiered:
    """The tiers of "a>b=c"."""
    return tuple(tuple(tier.split("=")) for tier in text.split(">"))


def make_session(keys: Iterable[str] = "abc", **changes: Any) -> VotingSession:
    """A closed session over these option keys, with some fields changed."""
    fields: dict[str, Any] = {
        "id": "id-s1",
        "key": "s1",
        "title": "Sessie 1",
        "perspective": None,
        "form": SessionForm.BALLOTS,
        "rule": "borda",
        "unranked": "below",
        "options": tuple(Option(key, f"punt-{key}", f"Verbeter {key}") for key in keys),
        "status": SessionStatus.CLOSED,
    }
    return VotingSession(**(fields | changes))


def make_ballots(session: VotingSession, lists: Iterable[Tiered], *, perspective: str | None = None) -> list[Ballot]:
    """One valid ballot for each list of tiers."""
    start = f"{perspective}-" if perspective else ""
    return [
        Ballot(f"id-{start}{n}", session.id, f"{start}{n}", tiers, BallotState.VALID, None, perspective)
        for n, tiers in enumerate(lists)
    ]


def rank(lists: Iterable[str], keys: Iterable[str] = "abc", **changes: Any) -> Ranking:
    """The ranking of ballots written as "a>b=c"."""
    session = make_session(keys, **changes)
    return count_ballots(session, make_ballots(session, [read_list(text) for text in lists]))


@st.composite
def tiered_lists(draw: st.DrawFn, keys: Sequence[str], *, strict: bool = False, full: bool = False) -> Tiered:
    """A ballot with at least one mark, truncated and with ties unless told otherwise."""
    order = draw(st.permutations(list(keys)))
    ranked = order if full else order[: draw(st.integers(1, len(order)))]
    tiers: list[list[str]] = [[ranked[0]]]
    for key in ranked[1:]:
        if not strict and draw(st.booleans()):
            tiers[-1].append(key)
        else:
            tiers.append([key])
    return tuple(tuple(tier) for tier in tiers)


def elections(
    keys: Sequence[str] = "abcd", *, most: int = 7, strict: bool = False, full: bool = False
) -> st.SearchStrategy[list[Tiered]]:
    """Between one ballot and `most`, over these option keys."""
    return st.lists(tiered_lists(keys, strict=strict, full=full), min_size=1, max_size=most)


def as_sets(tiers: Sequence[Sequence[str]]) -> list[frozenset[str]]:
    """The tiers without an order inside them."""
    return [frozenset(tier) for tier in tiers]


def consult(
    keys: Iterable[str | Entry],
    options: Iterable[str] = "abc",
    *,
    marking: Marking = Marking.RANKED,
    present: int = 5,
    **changes: Any,
) -> ConsultedList:
    """The list of a consultation with these entries, in this order, from these options."""
    session = make_session(options, form=SessionForm.CONSULTATION, rule="", unranked="", **changes)
    entries = tuple(each if isinstance(each, Entry) else Entry(each) for each in keys)
    return list_consultation(session, Consultation("id-c", session.id, marking, present, entries))
