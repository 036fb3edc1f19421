"""The overview: what is in the study, what could come next, and the register of the material."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from coding.codebook import Code
from coding.codings import Coding
from corpus.documents import Document
from corpus.instruments import Instrument
from corpus.participants import Participant
from prioritisation.sessions import VotingSession
from study.config import Settings
from study.messages import translate as _
from synthesis.findings import Finding
from synthesis.theory import Assumption
from workbench.errors import BlindNow
from workbench.looker import current_looker
from workbench.web.desk import Desk, DeskOf
from workbench.web.pages import show
from workbench.web.views.colours import perspective_class

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of everything."""

    documents: int
    participants: int
    codes: int
    codings: int
    coders: int
    findings: int
    assumptions: int
    sessions: int
    topics: int


@dataclass(frozen=True, slots=True)
class People:
    """The respondents of one perspective."""

    key: str
    label: str
    mark: str
    number: int


@dataclass(frozen=True, slots=True)
class Step:
    """What could be done next: a sentence, and a page or a command that does it."""

    sentence: str
    address: str | None = None
    command: str | None = None


@router.get("/")
def show_overview(request: Request, desk: DeskOf) -> Response:
    """The first page."""
    counts = count_all(desk)
    return show(
        request,
        "overview.html",
        counts=counts,
        people=_people(desk),
        steps=next_steps(counts, desk.settings),
        instruments=desk.records(Instrument),
        labels={each.key: each.label for each in desk.settings.perspectives},
    )


def count_all(desk: Desk) -> Counts:
    """How much there is of everything now."""
    codings = seen_codings(desk)
    return Counts(
        documents=len(desk.records(Document)),
        participants=len(desk.records(Participant)),
        codes=len(desk.records(Code)),
        codings=len(codings),
        coders=len({each.coder for each in codings}),
        findings=len(desk.records(Finding)),
        assumptions=len(desk.records(Assumption)),
        sessions=len(desk.records(VotingSession)),
        topics=sum(len(each.topics) for each in desk.fits),
    )


def seen_codings(desk: Desk) -> tuple[Coding, ...]:
    """The codings; while a round hides those of others, one's own."""
    try:
        return desk.records(Coding)
    except BlindNow:
        with desk.study.reading() as store:
            return store.find(Coding, coder=current_looker())


def next_steps(counts: Counts, settings: Settings) -> tuple[Step, ...]:
    """What is absent, in the order of the work, each with the way to bring it in."""
    key = settings.perspectives[0].key if settings.perspectives else "…"
    every = (
        (
            not settings.perspectives,
            Step(_("Write the perspectives and phases of the study in study.toml, and start the workbench again.")),
        ),
        (
            not counts.documents,
            Step(_("Bring in transcripts and documents."), "/documenten/opnemen", f"draad import map/*.vtt -p {key}"),
        ),
        (not counts.codes, Step(_("Bring in a codebook."), "/codeboek", "draad codebook import codeboek.toml")),
        (bool(counts.documents and counts.codes and not counts.codings), Step(_("Code a document."), "/documenten")),
        (
            bool(counts.codings and not counts.findings),
            Step(_("Word findings, or have them proposed from the codings."), "/kaart", "draad map --propose"),
        ),
        (
            bool(counts.findings and not counts.assumptions),
            Step(_("Test a policy theory."), "/aannames", "draad theory import theorie.toml"),
        ),
        (
            bool(counts.findings and not counts.sessions),
            Step(_("Prepare a voting session on the improvement points."), "/prioriteiten", "draad vote --help"),
        ),
        (
            bool(counts.documents and not counts.topics),
            Step(_("Let topics point at passages you have not read yet."), "/onderwerpen"),
        ),
        (bool(counts.findings), Step(_("Make the report."), "/rapport")),
    )
    return tuple(step for is_next, step in every if is_next)


def _people(desk: Desk) -> tuple[People, ...]:
    participants = desk.records(Participant)
    return tuple(
        People(
            each.key,
            each.label,
            perspective_class(place),
            sum(person.perspective == each.key for person in participants),
        )
        for place, each in enumerate(desk.settings.perspectives)
    )
