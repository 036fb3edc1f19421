"""Relinking: what a person changes in who speaks and what is answered, with what it was, so that it can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.participants import Participant
from corpus.segments import Role, Segment
from study.folder import Study
from study.store import Store
from workbench.errors import CannotUndo


@dataclass(frozen=True, slots=True)
class Link:
    """Who speaks in a segment (id), in which role, and which question it goes with."""

    segment_id: str
    participant_id: str | None
    role: Role
    question_id: str | None


@dataclass(frozen=True, slots=True)
class Relinked:
    """What one action changed: the links before and after, the participants before and after (None: was not there)."""

    before: tuple[Link, ...] = ()
    after: tuple[Link, ...] = ()
    people: tuple[tuple[Participant | None, Participant], ...] = ()

    @property
    def turns(self) -> int:
        """How many turns changed."""
        return len(self.after)


def link_of(segment: Segment) -> Link:
    """What a segment says of who speaks and what is answered."""
    return Link(segment.id, segment.participant_id, segment.role, segment.question_id)


def store_links(
    store: Store,
    segments: Iterable[tuple[Segment, Segment]],
    people: Sequence[tuple[Participant | None, Participant]] = (),
) -> Relinked:
    """Carry out these changes (before, after) of segments and participants, and give back what they were."""
    changed = [(old, new) for old, new in segments if old != new]
    renewed = [(old, new) for old, new in people if old != new]
    store.add(*(new for old, new in renewed if old is None))
    store.replace(*(new for old, new in renewed if old is not None))
    store.replace(*(new for _old, new in changed))
    before, after = (tuple(link_of(pair[side]) for pair in changed) for side in (0, 1))
    return Relinked(before, after, tuple(renewed))


def take_back(study: Study, done: Relinked, *, by: str) -> int:
    """Put the links back as they were before the action; the number of turns that changed.

    Raises `CannotUndo` when one of them was linked again since, or a participant was changed: nothing is overwritten.
    """
    with study.store(by=by) as store:
        segments = {each.id: each for each in store.records(Segment)[0]}
        _check(store, segments, done)
        store.replace(
            *(
                replace(
                    segments[each.segment_id],
                    participant_id=each.participant_id,
                    role=each.role,
                    question_id=each.question_id,
                )
                for each in done.before
            )
        )
        store.replace(*(old for old, _new in done.people if old is not None))
        store.remove(*(new for old, new in done.people if old is None))
    return len(done.before)


def _check(store: Store, segments: dict[str, Segment], done: Relinked) -> None:
    people: dict[str, Participant] = {each.id: each for each in store.records(Participant)[0]}
    same_links = all(each.segment_id in segments and link_of(segments[each.segment_id]) == each for each in done.after)
    if not same_links or any(people.get(new.id) != new for _old, new in done.people):
        raise CannotUndo
