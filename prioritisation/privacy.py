"""Privacy in prioritisation: what its records hold of people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from corpus.privacy import ID, KEY, NUMBER, REFERENCE, SETTING
from prioritisation.ballots import Ballot
from prioritisation.consultations import Consultation, Entry
from prioritisation.sessions import VotingSession
from study.changes import Changes, changed
from study.holdings import Holds, Register

VOTE = "a vote, cast under a random key; voters are not the people who were interviewed"

HOLDS: Register = {
    VotingSession: Holds(
        words=("title", "options"),
        nobody={"id": ID, "key": KEY, "perspective": KEY, "rule": SETTING, "unranked": SETTING, "seed": SETTING}
        | {"top_k": NUMBER, "invited": NUMBER},
    ),
    Ballot: Holds(
        nobody={"id": ID, "session_id": REFERENCE, "perspective": KEY} | dict.fromkeys(("key", "tiers", "reason"), VOTE)
    ),
    Consultation: Holds(
        words=("entries", "facilitator"), nobody={"id": ID, "session_id": REFERENCE, "present": NUMBER}
    ),
}
"""What the fields of each record of prioritisation may hold."""


def forget_findings(gone: Collection[str], consultations: Iterable[Consultation]) -> Changes:
    """The lists made in consultation, of which no point rests on these findings (ids) any more."""
    return changed(
        (each, replace(each, entries=tuple(_without(entry, gone) for entry in each.entries))) for each in consultations
    )


def _without(entry: Entry, gone: Collection[str]) -> Entry:
    return replace(entry, findings=tuple(each for each in entry.findings if each not in gone))
