"""Privacy: what may be kept until when, who left, and withdrawing consent: shown, done and proved."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from corpus.participants import Participant
from corpus.removals import Removal
from study.errors import StudyError
from study.messages import translate as _
from workbench.actions.consequences import KINDS, Consequence
from workbench.actions.leaving import COUNTED, TO_READ_AGAIN
from workbench.actions.privacy import Withdrawal, apply_removals, preview_withdrawal, undone_removals, withdraw
from workbench.actions.proving import PLACES, Proof, prove_removal
from workbench.actions.retention import LAYERS, Term, list_terms
from workbench.errors import CodeNotTyped
from workbench.web.desk import Desk, DeskOf
from workbench.web.pages import show
from workbench.web.problems import status_of
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the vault says: the terms of the layers and who is back; or the sentence why it cannot be opened."""

    terms: tuple[Term, ...] = ()
    back: tuple[str, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Consequences of one kind; those that read otherwise in words stand open, those in numbers only are folded."""

    kind: str
    in_words: bool
    rows: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class ShownWithdrawal:
    """A withdrawal in words: how much of what goes, what reads otherwise, what a person should read again."""

    found: Withdrawal
    counts: tuple[tuple[str, int], ...]
    consequences: tuple[Group, ...]
    again: tuple[tuple[str, str, int], ...]


@router.get("/privacy")
def show_privacy(request: Request, desk: DeskOf) -> Response:
    """The terms, a way to withdraw, and who left."""
    return _front(request, desk)


@router.get("/privacy/intrekken")
def preview(request: Request, desk: DeskOf, code: str = "") -> Response:
    """What goes when this participant leaves."""
    return _preview(request, desk, code)


@router.post("/privacy/intrekken")
def leave(
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    code: Annotated[str, Form()] = "",
    getypt: Annotated[str, Form()] = "",
    naam: Annotated[str, Form()] = "",
) -> Response:
    """Remove everything this participant said, when the code was typed once more."""
    name = visitor.named(naam)
    try:
        done = withdraw(desk.study, code, typed=getypt, by=name)
    except CodeNotTyped as problem:
        return _preview(request, desk, code, sentence=str(problem), status=status_of(problem))
    answer = show(request, "withdrawn.html", code=code, shown=_in_words(done), kinds=KINDS)
    remember(answer, name=name)
    return answer


@router.post("/privacy/opnieuw")
def apply_again(request: Request, desk: DeskOf, visitor: VisitorOf, naam: Annotated[str, Form()] = "") -> Response:
    """Remove again who came back with an old copy of the database."""
    name = visitor.named(naam)
    codes = apply_removals(desk.study, by=name)
    answer = _front(request, desk, removed=codes)
    remember(answer, name=name)
    return answer


@router.get("/privacy/bewijs/{code}")
def show_proof(request: Request, desk: DeskOf, code: str) -> Response:
    """What is left of somebody who was removed."""
    proof = prove_removal(desk.study, code)
    return show(request, "proof.html", proof=proof, places=_by_place(proof), rows=_looks(proof))


def _front(request: Request, desk: Desk, *, removed: tuple[str, ...] | None = None) -> Response:
    return show(
        request,
        "privacy.html",
        kept=_kept(desk),
        layers=LAYERS,
        people=desk.records(Participant),
        labels={each.key: each.label for each in desk.settings.perspectives},
        removals=[(each, _counts(each)) for each in reversed(desk.records(Removal))],
        removed=removed,
    )


def _preview(request: Request, desk: Desk, code: str, *, sentence: str = "", status: int = 200) -> Response:
    found = preview_withdrawal(desk.study, code.strip())
    return show(
        request, "withdrawal.html", status=status, code=code, shown=_in_words(found), kinds=KINDS, sentence=sentence
    )


def _kept(desk: Desk) -> Kept:
    try:
        return Kept(list_terms(desk.study, today=datetime.now(UTC).date()), undone_removals(desk.study))
    except StudyError as problem:
        return Kept(sentence=str(problem))


def _in_words(found: Withdrawal) -> ShownWithdrawal:
    outside, left = found.outside, found.left
    outer = (
        (_("originals in the vault"), outside.originals),
        (_("originals in the vault that hold others too (rewritten)"), outside.shared),
        (_("old copies of the database"), len(outside.backups)),
    )
    return ShownWithdrawal(
        found,
        (*_counts(found.removal), *((name, number) for name, number in outer if number)),
        _grouped(left.consequences),
        tuple((_(TO_READ_AGAIN[kind]), key, number) for (kind, key), number in Counter(left.reworded).items()),
    )


def _grouped(consequences: tuple[Consequence, ...]) -> tuple[Group, ...]:
    sorts = ((kind, in_words) for kind in KINDS for in_words in (True, False))
    groups = (
        Group(*sort, tuple(each for each in consequences if (each.kind, each.is_in_other_words) == sort))
        for sort in sorts
    )
    return tuple(each for each in groups if each.rows)


def _counts(removal: Removal) -> tuple[tuple[str, int], ...]:
    return tuple((_(COUNTED[name]), number) for name, number in removal.counts.items() if number and name in COUNTED)


def _by_place(proof: Proof) -> list[tuple[str, int, int, int]]:
    """Of every kind of place in words: how many there were, how much was read, how often something was found."""
    kinds = ((place, [each for each in proof.looks if each.place == place]) for place in PLACES)
    return [
        (_(PLACES[place]), len(some), sum(each.read for each in some), sum(each.found for each in some))
        for place, some in kinds
        if some
    ]


def _looks(proof: Proof) -> list[tuple[str, str, int, int]]:
    """Where was looked, in words, what holds something first."""
    read = [each for each in proof.looks if each.read or each.found]
    ordered = sorted(read, key=lambda each: not each.found)
    return [(_(PLACES[each.place]), each.name, each.read, each.found) for each in ordered]
