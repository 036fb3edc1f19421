"""Withdrawal of consent (intrekken): shown first, then done everywhere at once, and done again after a restore."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from corpus.departures import Departure
from corpus.documents import Document
from corpus.participants import Participant
from corpus.removals import Removal
from corpus.sayings import Sayings, strike_out
from corpus.segments import Segment
from study.folder import Study
from study.ids import new_id
from study.keys import Ask
from study.store import Store
from study.vault import Vault
from workbench.actions.known_names import known_names
from workbench.actions.leaving import Left, plan_leaving, remove, strike_everywhere, take_out
from workbench.actions.name_key import read_key
from workbench.actions.removal_log import Kept, keep_removal, removals_in
from workbench.actions.rewriting import move_texts
from workbench.actions.wiping import Outside, foresee_outside, wipe_outside
from workbench.errors import CodeNotTyped


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One withdrawal, foreseen or done: what left the database, and what goes outside it."""

    left: Left
    outside: Outside

    @property
    def removal(self) -> Removal:
        """What the study keeps of it."""
        return self.left.removal


class _TakenBack(Exception):
    """Ends a transaction that was only meant to see what would change."""


def preview_withdrawal(study: Study, code: str, *, ask: Ask | None = None) -> Withdrawal:
    """What withdrawing this participant (by code) would change; nothing is stored. Raises `UnknownParticipant`.

    The withdrawal is carried out in a transaction that is taken back: what is shown is what will happen.
    """
    found: list[Left] = []
    names = _names(study, ask)
    with suppress(_TakenBack), study.store(by="") as store:
        found.append(take_out(store, study.settings, plan_leaving(store, code, names)))
        raise _TakenBack
    vault = study.vault(ask=ask) if study.has_vault else None
    left = found[0]
    return Withdrawal(left, foresee_outside(study, vault, _kept(left.departure), sent=_sent(left)))


def withdraw(study: Study, code: str, *, typed: str, by: str, ask: Ask | None = None) -> Withdrawal:
    """Remove everything this participant (by code) said, everywhere; it cannot be undone.

    `typed` is the code as a person typed it once more. The keyed digests of what goes are in the vault before
    anything goes, so that a stop halfway is finished by `apply_removals`. Raises `UnknownParticipant`,
    `CodeNotTyped`, and `Busy` when somebody else has the database open (the words are out of the study by then).
    """
    if typed.strip() != code:
        raise CodeNotTyped(code=code)
    vault, names = study.vault(ask=ask), _names(study, ask)
    with study.store(by=by) as store:
        left = take_out(store, study.settings, plan_leaving(store, code, names))
        keep_removal(vault, _kept(left.departure, vault))
    return Withdrawal(left, wipe_outside(study, vault, _kept(left.departure), sent=_sent(left), ask=ask))


def apply_removals(study: Study, *, by: str, ask: Ask | None = None) -> tuple[str, ...]:
    """Carry out every removal in the vault again: after an old copy was put back, or after a stop halfway.

    Returns the codes of which something was found. Somebody else who was given the code of a person that left, and
    says other things, stays.
    """
    if not study.has_vault:
        return ()
    vault, names = study.vault(ask=ask), _names(study, ask)
    found = []
    for kept in removals_in(vault):
        with study.store(by=by) as store:
            was_back = _take_out_again(store, study, kept, names)
        outside = wipe_outside(study, vault, kept, ask=ask)
        if was_back or outside != Outside():
            found.append(kept.code)
    return tuple(found)


def undone_removals(study: Study, *, ask: Ask | None = None) -> tuple[str, ...]:
    """The codes of those who left and are back: an old copy of the database or their own file was brought in again."""
    if not study.has_vault:
        return ()
    removals = removals_in(study.vault(ask=ask))
    with study.reading() as store:
        known = {each.code for each in store.records(Removal)[0]}
        return tuple(
            each.code for each in removals if each.code not in known or _own(store, each) or _speaks(store, each)
        )


def _names(study: Study, ask: Ask | None) -> Mapping[str, tuple[str, ...]]:
    """What everybody is called, by code: the known names, and what was replaced by the code in a text."""
    if not study.has_vault:
        return {}
    names = dict(known_names(study, ask=ask))
    for each in read_key(study.vault(ask=ask)).entries:
        names[each.pseudonym] = (*names.get(each.pseudonym, ()), each.form)
    return names


def _sent(left: Left) -> frozenset[str]:
    return frozenset(each.file for each in left.exports)


def _kept(departure: Departure, vault: Vault | None = None) -> Kept:
    """The removal as it is looked for; as it is kept, sealed, when a vault is given."""
    sayings = departure.sayings.sealed(vault.seal) if vault else departure.sayings
    return Kept(departure.code, sayings, tuple(each.digest for each in departure.documents))


def _take_out_again(store: Store, study: Study, kept: Kept, names: Mapping[str, tuple[str, ...]]) -> bool:
    """Remove again what came back; whether anything had."""
    is_back = _speaks(store, kept)
    if is_back:
        take_out(store, study.settings, plan_leaving(store, kept.code, names))
    own = _own(store, kept)
    turns = [turn for each in own for turn in store.find(Segment, document_id=each.id)]
    remove(store, Departure(None, own, tuple(turns), {}, Sayings()))
    is_quoted = _strike_rest(store, kept.sayings)
    if not store.count(Removal, code=kept.code):
        store.add(Removal(new_id(), kept.code, datetime.now(UTC), store.by))
    return is_back or bool(own) or is_quoted


def _own(store: Store, kept: Kept) -> tuple[Document, ...]:
    """The documents that went whole and are there again."""
    return tuple(each for digest in kept.originals for each in store.find(Document, digest=digest))


def _speaks(store: Store, kept: Kept) -> bool:
    """Whether a participant of this code is there who says any of it, or nothing at all."""
    people = store.find(Participant, code=kept.code)
    turns = store.find(Segment, participant_id=people[0].id) if people else ()
    texts = {key: store.get(Document, key).text for key in {each.document_id for each in turns}}
    said = (texts[each.document_id][each.start : each.end] for each in turns)
    return bool(people) and (not turns or any(map(kept.sayings.are_in, said)))


def _strike_rest(store: Store, sayings: Sayings) -> bool:
    """Take what is quoted out of every text and out of what the team wrote; whether there was any."""
    changes = {each.id: strike_out(sayings, each.text) for each in store.records(Document)[0]}
    moved = move_texts(store, changes)
    return bool(moved.documents or strike_everywhere(store, sayings))
