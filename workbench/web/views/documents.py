"""The documents: listed, filtered, searched, and brought in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from corpus.guides import Guide
from corpus.instruments import Instrument
from corpus.participants import Participant
from corpus.segments import Role, Segment
from workbench.actions.importing import Choices, Imported, import_files
from workbench.web.desk import Desk, DeskOf
from workbench.web.pages import show
from workbench.web.search import Hit, find_hits
from workbench.web.uploads import put_down
from workbench.web.visitors import VisitorOf, remember

router = APIRouter()
MOST_HITS = 3
"""So many places are shown for each document; the number of all of them stands beside."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; empty text is no wish."""

    perspective: str = ""
    instrument: str = ""
    kind: str = ""
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return not (self.perspective or self.instrument or self.kind or self.words)


@dataclass(frozen=True, slots=True)
class Size:
    """How much a document holds."""

    words: int
    turns: int
    perspectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list."""

    document: Document
    instrument: Instrument | None
    size: Size
    codings: int
    coders: tuple[str, ...]
    hits: tuple[Hit, ...] = ()
    found: int = 0


@router.get("/documenten")
def list_documents(
    request: Request, desk: DeskOf, perspectief: str = "", instrument: str = "", soort: str = "", zoek: str = ""
) -> Response:
    """The documents that fit the filters."""
    wanted = Wanted(perspectief, instrument, soort, zoek.strip())
    return _list(request, desk, wanted)


@router.post("/documenten")
def bring_in(
    request: Request,
    desk: DeskOf,
    visitor: VisitorOf,
    bestanden: Annotated[list[UploadFile] | None, File()] = None,
    perspectief: Annotated[str, Form()] = "",
    soort: Annotated[str, Form()] = "",
    topiclijst: Annotated[str, Form()] = "",
    naam: Annotated[str, Form()] = "",
) -> Response:
    """Bring in the files and say of each what became of it."""
    name = visitor.named(naam)
    choices = Choices(
        perspective=perspectief or None, kind=DocumentKind(soort) if soort else None, guide=topiclijst or None
    )
    with put_down(bestanden or ()) as files:
        results = import_files(desk.study, files, choices, by=name)
    answer = _list(request, desk, Wanted(), results=results)
    remember(answer, name=name)
    return answer


def _list(request: Request, desk: Desk, wanted: Wanted, *, results: tuple[Imported, ...] = ()) -> Response:
    rows = list_rows(desk, wanted)
    return show(
        request,
        "documents.html",
        wanted=wanted,
        rows=rows,
        total=len(desk.records(Document)),
        found=sum(each.found for each in rows),
        instruments=desk.records(Instrument),
        guides=desk.records(Guide),
        kinds=tuple(DocumentKind),
        labels={each.key: each.label for each in desk.settings.perspectives},
        results=results,
    )


def list_rows(desk: Desk, wanted: Wanted) -> tuple[Listed, ...]:
    """The documents that fit, with how much is in them and who coded them."""
    instruments = {each.id: each for each in desk.records(Instrument)}
    sizes = desk.kept("sizes", (Document, Segment, Participant, Instrument), lambda: _sizes(desk))
    tallies = desk.kept("coded", (Coding,), lambda: _tallies(desk.records(Coding)))
    segments = desk.kept("turns", (Segment,), lambda: _by_document(desk.records(Segment))) if wanted.words else {}
    rows = []
    for each in desk.records(Document):
        instrument = instruments.get(each.instrument_id or "")
        if not _fits(each, instrument, sizes[each.id], wanted):
            continue
        hits = find_hits(each.text, segments.get(each.id, ()), wanted.words) if wanted.words else ()
        if wanted.words and not hits:
            continue
        coders = tallies.get(each.id, Counter())
        rows.append(
            Listed(
                each,
                instrument,
                sizes[each.id],
                coders.total(),
                tuple(sorted(coders)),
                hits=hits[:MOST_HITS],
                found=len(hits),
            )
        )
    return tuple(rows)


def _fits(document: Document, instrument: Instrument | None, size: Size, wanted: Wanted) -> bool:
    return (
        (not wanted.kind or document.kind == wanted.kind)
        and (not wanted.instrument or (instrument is not None and instrument.key == wanted.instrument))
        and (not wanted.perspective or wanted.perspective in size.perspectives)
    )


def _by_document(segments: Iterable[Segment]) -> dict[str, list[Segment]]:
    found: dict[str, list[Segment]] = defaultdict(list)
    for each in segments:
        found[each.document_id].append(each)
    return found


def _tallies(codings: Iterable[Coding]) -> dict[str, Counter[str]]:
    """For each document how many codings every coder made."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for each in codings:
        found[each.document_id][each.coder] += 1
    return found


def _sizes(desk: Desk) -> dict[str, Size]:
    people = {each.id: each.perspective for each in desk.records(Participant)}
    instruments = {each.id: each.perspective for each in desk.records(Instrument)}
    turns = _by_document(desk.records(Segment))
    return {
        each.id: Size(
            words=len(each.text.split()),
            turns=len(turns.get(each.id, ())),
            perspectives=_perspectives(turns.get(each.id, ()), people, instruments.get(each.instrument_id or "")),
        )
        for each in desk.records(Document)
    }


def _perspectives(turns: Iterable[Segment], people: dict[str, str], own: str | None) -> tuple[str, ...]:
    """Whose eyes a document looks through: its respondents', else its instrument's."""
    spoken = {people[each.participant_id] for each in turns if each.participant_id in people}
    spoken |= {own} if own and any(each.role is not Role.NONE for each in turns) else set()
    return tuple(sorted(spoken))
