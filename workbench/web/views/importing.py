"""Bringing files in: chosen or dropped, looked at and corrected, stored beside the page; and what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from corpus.documents import Document, DocumentKind
from corpus.guides import Guide
from corpus.instruments import Instrument
from corpus.loss_reports import LossReport
from corpus.readers.answers import ROLES as SURVEY_ROLES
from corpus.readers.columns import ROLES
from corpus.readers.registry import known_suffixes
from corpus.reading import LOSS_LABELS
from workbench.actions.choices import Choices, following
from workbench.actions.intake import Intake
from workbench.actions.summaries import Imported, count_up
from workbench.errors import DocumentNotFound
from workbench.web import import_words
from workbench.web.desk import Desk, DeskOf
from workbench.web.forms import FormOf
from workbench.web.import_forms import COLUMN, DELIMITERS, choices_for_all, choices_for_one
from workbench.web.inbox import Inbox, Upload, Waiting, bring_in
from workbench.web.pages import is_fragment, show
from workbench.web.visitors import VisitorOf, remember
from workbench.web.work import WorkState

router = APIRouter()
SEE_OTHER = 303
START = "/documenten/opnemen"
FILES_A_PAGE = 6
DOCUMENTS_SEEN = 20
"""Of a file with more documents than this, the first are looked at before it is brought in."""
TABLES = (".csv", ".tsv", ".xlsx", ".json")
"""Files of which a person can say which column is which, also when no header was recognised."""


@dataclass(frozen=True, slots=True)
class Card:
    """A file that waits, with what is seen of it: its documents, and the choices that it was read with."""

    file: Waiting
    found: tuple[Imported, ...]
    choices: Choices
    is_table: bool

    @property
    def first(self) -> Imported:
        """The first document of the file, which is shown."""
        return self.found[0]


def inbox_of(request: Request) -> Inbox:
    """The inbox of this application."""
    inbox: Inbox = request.app.state.inbox
    return inbox


InboxOf = Annotated[Inbox, Depends(inbox_of)]


def upload_of(upload: str, inbox: InboxOf) -> Upload:
    """The upload that the address names."""
    return inbox.find(upload)


UploadOf = Annotated[Upload, Depends(upload_of)]


@router.get(START)
def choose_files(request: Request, inbox: InboxOf) -> Response:
    """The place to choose or drop files, and those that wait from before."""
    suffixes = known_suffixes()
    formats = ", ".join(each.removeprefix(".") for each in suffixes)
    return show(request, "import.html", accept=",".join(suffixes), formats=formats, waiting=inbox.waiting())


@router.post(START)
def take_in(inbox: InboxOf, visitor: VisitorOf, form: FormOf) -> Response:
    """Keep the files until a person has looked at them."""
    given = form.get("naam")
    name = visitor.named(given if isinstance(given, str) else "")
    files = [each for each in form.getlist("bestanden") if isinstance(each, UploadFile)]
    answer = _to(inbox.take_in(files, by=name))
    remember(answer, name=name)
    return answer


@router.get(START + "/{upload}")
def show_upload(request: Request, desk: DeskOf, upload: UploadOf, bladzijde: int = 1) -> Response:
    """What waits, a card a file; how far the work is; what became of the files."""
    going = desk.work.about(_work(upload))
    busy = going.state is WorkState.BUSY
    waiting = tuple(upload.waiting.values())
    pages = max(1, -(-len(waiting) // FILES_A_PAGE))
    page = min(max(bladzijde, 1), pages)
    shown = () if busy else waiting[(page - 1) * FILES_A_PAGE : page * FILES_A_PAGE]
    return show(
        request,
        "import_upload.html",
        upload=upload,
        busy=busy,
        going=going,
        page=page,
        pages=pages,
        cards=_cards(desk, upload, shown),
        totals=count_up(upload.outcomes),
        is_open=False,
        **_offered(desk),
    )


@router.post(START + "/{upload}")
def choose_for_all(upload: UploadOf, form: FormOf) -> Response:
    """Keep what holds for every file of the upload."""
    upload.choices = choices_for_all(form)
    return _to(upload)


@router.post(START + "/{upload}/importeren")
def start_import(desk: DeskOf, upload: UploadOf, form: FormOf) -> Response:
    """Begin to bring the files in, with what the form says of all of them; the page shows how far it is."""
    upload.choices = choices_for_all(form)
    Intake(desk.study, by=upload.by).check(upload.choices)
    desk.work.start(_work(upload), lambda progress: bring_in(desk.study, upload, progress))
    return _to(upload)


@router.post(START + "/{upload}/stoppen")
def stop_import(upload: UploadOf) -> Response:
    """Stop after the file that is being read; what is stored stays, the others wait."""
    upload.stopped = True
    return _to(upload)


@router.post(START + "/{upload}/weg")
def throw_away(inbox: InboxOf, upload: UploadOf) -> Response:
    """Take away what waits of this upload."""
    inbox.throw_away(upload)
    return RedirectResponse(START, SEE_OTHER)


@router.get(START + "/{upload}/{number}")
def show_file(request: Request, desk: DeskOf, upload: UploadOf, number: int) -> Response:
    """The card of one file."""
    return _show_card(request, desk, upload, upload.file(number))


@router.post(START + "/{upload}/{number}")
def choose_for_one(request: Request, desk: DeskOf, upload: UploadOf, number: int, form: FormOf) -> Response:
    """Keep what a person said of this file, and show what it gives."""
    file = upload.file(number)
    file.choices = _choices_said(form, upload)
    if is_fragment(request):
        return _show_card(request, desk, upload, file)
    return _to(upload, number)


@router.post(START + "/{upload}/{number}/weg")
def leave_out(upload: UploadOf, number: int) -> Response:
    """Take one file away."""
    upload.throw_away(upload.file(number))
    return _to(upload)


@router.get("/documenten/{document}/verlies")
def show_losses(request: Request, desk: DeskOf, document: str) -> Response:
    """How a document was read, and what was left out of it."""
    with desk.study.reading() as store:
        found = store.find(Document, id=document)
        reports = store.find(LossReport, document_id=document)
    if not found:
        raise DocumentNotFound(name=document)
    return show(request, "losses.html", document=found[0], report=next(iter(reports), None))


def _choices_said(form: FormOf, upload: Upload) -> Choices | None:
    """The choices of the form; those for all files again, or only what is detected, when that button was pressed."""
    if form.get("actie") == "gelijk":
        return None
    if form.get("actie") == "gedetecteerd":
        return choices_for_one(type(form)(), upload.choices)
    return choices_for_one(form, upload.choices)


def _show_card(request: Request, desk: Desk, upload: Upload, file: Waiting) -> Response:
    (card,) = _cards(desk, upload, [file])
    return show(request, "import_file.html", card=card, upload=upload, is_open=True, **_offered(desk))


def _cards(desk: Desk, upload: Upload, files: Sequence[Waiting]) -> list[Card]:
    intake = Intake(desk.study, by=upload.by)
    return [_card(intake, upload, each) for each in files]


def _card(intake: Intake, upload: Upload, file: Waiting) -> Card:
    choices = file.choices or upload.choices
    found = intake.preview(file.path, choices, most=DOCUMENTS_SEEN)
    file.seen = True
    is_table = file.path.suffix.lower() in TABLES
    return Card(file, found, following(choices, found[0].recalled), is_table)


def _offered(desk: Desk) -> dict[str, Any]:
    """What a person can choose from."""
    return {
        "perspectives": desk.settings.perspectives,
        "instruments": desk.records(Instrument),
        "guides": desk.records(Guide),
        "kinds": tuple(DocumentKind),
        "reader_words": import_words.reader_words(),
        "role_words": import_words.role_words(),
        "voice_choices": import_words.voice_choices(),
        "documents_seen": DOCUMENTS_SEEN,
        "voices_shown": import_words.VOICES_SHOWN,
        "setting_words": import_words.setting_words,
        "said_role": import_words.said_role,
        "unseen_names": import_words.unseen_names,
        "pairs": import_words.pairs,
        "role_title": import_words.role_title,
        "delimiter_names": {sign: name for name, sign in DELIMITERS.items()},
        "loss_labels": LOSS_LABELS,
        "roles": ROLES,
        "survey_roles": SURVEY_ROLES,
        "column": COLUMN,
    }


def _work(upload: Upload) -> str:
    return f"opnemen-{upload.id}"


def _to(upload: Upload, number: int | None = None) -> RedirectResponse:
    place = "" if number is None else f"/{number}"
    return RedirectResponse(f"{START}/{upload.id}{place}", SEE_OTHER)
