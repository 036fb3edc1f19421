"""The topics: words that go together, how much of the material they hold, and the segments to read."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from coding.codebook import Code
from corpus.documents import Document
from corpus.participants import Participant
from corpus.quotes import is_verbatim_in
from corpus.segments import Segment
from synthesis.topics import Topic, TopicFit, not_assigned, topics_by_code
from workbench.actions.topics import fit_study_topics
from workbench.web.desk import MATERIAL, Desk, DeskOf
from workbench.web.errors import TopicNotFound
from workbench.web.pages import show
from workbench.web.visitors import VisitorOf, remember
from workbench.web.work import WorkState

router = APIRouter()
SEE_OTHER = 303
WORK = "onderwerpen"
SHOWN = 12
CODES_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Meeting:
    """A code that a topic meets: how often, and how much more often than by chance (None: too few to say)."""

    key: str
    name: str
    segments: int
    respondents: int
    lift: float | None


@dataclass(frozen=True, slots=True)
class ShownFit:
    """A topic model with the codes that each of its topics (number) meets."""

    fit: TopicFit
    unassigned: float
    codes: dict[int, list[Meeting]]


@dataclass(frozen=True, slots=True)
class Read:
    """A segment to read: its words, who spoke and where."""

    text: str
    who: str
    title: str
    document_id: str
    ordinal: int
    verbatim: bool


@router.get("/onderwerpen")
def show_topics(request: Request, desk: DeskOf) -> Response:
    """Every topic model that is kept, with its codes; or how to make one."""
    status = desk.work.about(WORK)
    return show(
        request,
        "topics.html",
        fits=[_shown(desk, each) for each in desk.fits],
        going=status,
        busy=status.state is WorkState.BUSY,
        documents=len(desk.records(Document)),
    )


@router.post("/onderwerpen")
def make_topics(desk: DeskOf, visitor: VisitorOf, naam: Annotated[str, Form()] = "") -> Response:
    """Begin to make the topics; the page shows how far it is."""
    name = visitor.named(naam)
    desk.work.start(WORK, lambda progress: fit_study_topics(desk.study, by=name, progress=progress))
    answer = RedirectResponse("/onderwerpen", SEE_OTHER)
    remember(answer, name=name)
    return answer


@router.get("/onderwerpen/{method}/{number}")
def show_topic(request: Request, desk: DeskOf, method: str, number: int, volgorde: str = "steekproef") -> Response:
    """The segments of a topic: a seeded sample, or those nearest to its centre first."""
    fit, topic = find_topic(desk, method, number)
    members = [each for each in fit.members if each.topic == number]
    if volgorde == "kenmerkend":
        members.sort(key=lambda each: -each.similarity)
    else:
        # Members stand in the order of their content, so the same study gives the same sample.
        random.Random(fit.seed).shuffle(members)  # noqa: S311 - a sample to read, no secret
    return show(
        request,
        "topic.html",
        fit=fit,
        topic=topic,
        order="kenmerkend" if volgorde == "kenmerkend" else "steekproef",
        segments=_read(desk, [each.segment_id for each in members[:SHOWN]]),
        total=len(members),
    )


def find_topic(desk: Desk, method: str, number: int) -> tuple[TopicFit, Topic]:
    """The topic with this number in the fit of this method; raises `TopicNotFound`."""
    for fit in desk.fits:
        for topic in fit.topics:
            if (fit.method, topic.number) == (method, number):
                return fit, topic
    raise TopicNotFound(number=number)


def _shown(desk: Desk, fit: TopicFit) -> ShownFit:
    return desk.kept(f"fit {fit.id}", (*MATERIAL, TopicFit), lambda: _with_codes(desk, fit))


def _with_codes(desk: Desk, fit: TopicFit) -> ShownFit:
    names = {each.key: each.name for each in desk.records(Code)}
    codes: dict[int, list[Meeting]] = {each.number: [] for each in fit.topics}
    if fit.topics:
        for row in topics_by_code(fit, desk.material.passages).to_dict("records"):
            meeting = Meeting(
                key=row["code"],
                name=names.get(row["code"], row["code"]),
                segments=row["n"],
                respondents=row["respondents"],
                lift=None if row["lift"] is None else float(row["lift"]),
            )
            codes[int(row["topic"])].append(meeting)
    for some in codes.values():
        some.sort(key=lambda each: (-(each.lift or 0), -each.segments, each.name))
    return ShownFit(fit, not_assigned(fit), {number: some[:CODES_SHOWN] for number, some in codes.items()})


def _read(desk: Desk, segments: list[str]) -> list[Read]:
    known = desk.kept("segments by id", (Segment,), lambda: {each.id: each for each in desk.records(Segment)})
    documents = desk.kept("documents by id", (Document,), lambda: {each.id: each for each in desk.records(Document)})
    people = {each.id: each.code for each in desk.records(Participant)}
    found = [known[each] for each in segments if each in known]
    return [
        Read(
            documents[each.document_id].text[each.start : each.end],
            people.get(each.participant_id or "", each.speaker or ""),
            documents[each.document_id].title,
            each.document_id,
            each.ordinal,
            is_verbatim_in(documents[each.document_id], each.start, each.end),
        )
        for each in found
    ]
