"""The name of whoever makes changes, and the language of the pages."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from study.messages import LANGUAGES
from workbench.web.desk import DeskOf
from workbench.web.errors import FieldMissing
from workbench.web.pages import show
from workbench.web.visitors import Visitor, remember

router = APIRouter()
SEE_OTHER = 303


@router.get("/naam")
def ask_name(request: Request, desk: DeskOf, terug: str = "/") -> Response:
    """The question who is at the keyboard."""
    return show(request, "welcome.html", back=own_address(terug), coders=desk.coders)


@router.post("/naam")
def keep_name(desk: DeskOf, naam: Annotated[str, Form()] = "", terug: Annotated[str, Form()] = "/") -> Response:
    """Keep the name and go back to where the visitor was."""
    return _back(terug, name=Visitor().named(naam, known=desk.coders))


@router.post("/taal")
def keep_language(taal: Annotated[str, Form()], terug: Annotated[str, Form()] = "/") -> Response:
    """Keep the language and go back to where the visitor was."""
    if taal not in LANGUAGES:
        raise FieldMissing(field="taal")
    return _back(terug, language=taal)


def own_address(text: str) -> str:
    """The address when it is one of ours, else the overview: nobody is sent elsewhere by a link.

    >>> own_address("/kaart?perspectief=werkgever"), own_address("//elders.example"), own_address("https://elders.example")
    ('/kaart?perspectief=werkgever', '/', '/')
    """
    parts = urlsplit(text.replace("\\", "/"))
    ours = text.startswith("/") and not text.startswith(("//", "/\\")) and not parts.netloc and text.isprintable()
    return text if ours else "/"


def _back(address: str, *, name: str | None = None, language: str | None = None) -> Response:
    answer = RedirectResponse(own_address(address), SEE_OTHER)
    remember(answer, name=name, language=language)
    return answer
