"""Problems: what is wrong becomes a page with a sentence and a status; only here HTTP codes are known."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coding.errors import (
    CodeInUse,
    DoubledShortcut,
    NoDifference,
    NotClosedYet,
    RoundClosed,
    RoundNotDone,
    RoundOverlaps,
    RoundUnknown,
    UnknownCode,
    VersionUnknown,
)
from study.errors import (
    AlreadyThere,
    ChangedSince,
    DiskFull,
    ExtraMissing,
    NoSuchStep,
    NotFound,
    NotKept,
    StillInUse,
    StorageError,
    StudyError,
    UnknownPerspective,
    UnknownPhase,
)
from study.messages import translate as _
from workbench.errors import (
    BlindNow,
    CannotUndo,
    CodingChanged,
    DocumentNotFound,
    GuideInUse,
    InstrumentInUse,
    KeyTaken,
    NobodyLeft,
    NoSession,
    NothingToUndo,
    NotYourCoding,
    ParticipantInUse,
    PassageNotFound,
    QuestionInUse,
    TextChangedSince,
    TextIsOther,
    UnknownParticipant,
)
from workbench.web.errors import (
    CellNotFound,
    CodeNotFound,
    FieldMissing,
    FindingNotFound,
    ForeignForm,
    OptionNotFound,
    OutputNotFound,
    PageNotFound,
    StillWorking,
    StrangerRefused,
    TopicNotFound,
    UploadGone,
)
from workbench.web.pages import show

HOUSE = Path(__file__).parents[2]
log = logging.getLogger("rodedraad.web")

STATUSES: tuple[tuple[tuple[type[StudyError], ...], int], ...] = (
    ((StrangerRefused,), 421),
    ((ForeignForm,), 403),
    (
        (
            *(NotFound, DocumentNotFound, PassageNotFound, NoSession, UnknownPerspective, UnknownPhase, UnknownCode),
            *(NobodyLeft, UnknownParticipant, NoSuchStep, RoundUnknown, NoDifference, VersionUnknown),
            UploadGone,
            *(PageNotFound, FindingNotFound, OptionNotFound, TopicNotFound, CodeNotFound, CellNotFound, OutputNotFound),
        ),
        404,
    ),
    ((NotYourCoding, BlindNow), 403),
    ((AlreadyThere, KeyTaken, StillInUse, StillWorking, CannotUndo), 409),
    ((CodeInUse, DoubledShortcut), 409),
    ((RoundOverlaps, RoundNotDone, RoundClosed, NotClosedYet), 409),
    ((CodingChanged, TextIsOther, TextChangedSince, ChangedSince, NotKept, NothingToUndo), 409),
    ((GuideInUse, InstrumentInUse, ParticipantInUse, QuestionInUse), 409),
    ((DiskFull,), 507),
    ((StorageError,), 503),
    ((ExtraMissing,), 501),
)
"""First match from the top; what is in none of them is a request that cannot be done as it was asked."""
UNDOABLE = 422
OUR_FAULT = 500


def status_of(problem: StudyError) -> int:
    """The status of an answer that says this."""
    return next((status for kinds, status in STATUSES if isinstance(problem, kinds)), UNDOABLE)


def answer_problem(request: Request, problem: StudyError) -> Response:
    """The page with the sentence; plain values for a script that asks for those."""
    if request.headers.get("accept") == "application/json":
        return JSONResponse(_said(problem), status_of(problem))
    return show(request, "problem.html", status=status_of(problem), sentence=str(problem))


def _said(problem: StudyError) -> dict[str, object]:
    """The sentence, and of codings that changed meanwhile which."""
    stale = problem.values if isinstance(problem, CodingChanged) else {}
    return {"problem": str(problem), **stale}


def install(app: FastAPI) -> None:
    """Let every problem of this application end in a page."""

    @app.exception_handler(StudyError)
    def say_problem(request: Request, problem: StudyError) -> Response:
        return answer_problem(request, problem)

    @app.exception_handler(HTTPException)
    def say_absence(request: Request, problem: HTTPException) -> Response:
        answer = answer_problem(request, PageNotFound())
        answer.status_code = problem.status_code
        return answer

    @app.exception_handler(RequestValidationError)
    def say_field(request: Request, problem: RequestValidationError) -> Response:
        fields = {str(each["loc"][-1]) for each in problem.errors()}
        return answer_problem(request, FieldMissing(field=", ".join(sorted(fields))))


class FaultsLogged:
    """What nobody expected: a plain page for the visitor, and where it happened for us.

    Only the kind of fault and the lines of code are written down: its message could hold a participant's words.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through; what nobody expected becomes a page and a few lines in the log."""
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as fault:
            log.error("%s in %s\n%s", type(fault).__name__, scope.get("path", ""), where(fault))
            if started:
                return
            sentence = _("Something went wrong in the workbench itself. Nothing was stored; the log says where.")
            await show(Request(scope), "problem.html", status=OUR_FAULT, sentence=sentence)(scope, receive, send)


def where(fault: BaseException) -> str:
    """Our lines of code that led to a fault and to what caused it, each with its last line, without any message."""
    causes: list[BaseException] = [fault]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None and cause not in causes:
        causes.append(cause)
    return "\n".join(f"{''.join(_lines(each))}{type(each).__name__}" for each in causes)


def _lines(fault: BaseException) -> list[str]:
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [each for each in frames[:-1] if Path(each.filename).is_relative_to(HOUSE)]
    return traceback.format_list([*ours, *frames[-1:]])
