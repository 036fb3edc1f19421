"""Pages: one template is a whole page, or the fragment of it that htmx asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reports.words import passages_words, remarks_on, share_words, state_words, valence_word
from study.messages import LANGUAGES, N_, current_language, translate, translate_count
from workbench.web import words
from workbench.web.visitors import visitor_of

TEMPLATES = Path(__file__).parent / "templates"
WHOLE, PART = "page.html", "fragment.html"
MENU = (
    ("/", N_("Overview")),
    ("/documenten", N_("Documents")),
    ("/codeer", N_("Coding")),
    ("/codeboek", N_("Codebook")),
    ("/proces", N_("Process")),
    ("/kaart", N_("Experience map")),
    ("/aannames", N_("Assumptions")),
    ("/prioriteiten", N_("Priorities")),
    ("/onderwerpen", N_("Topics")),
    ("/rapport", N_("Report")),
)
CORPUS_TABS = (
    ("/documenten", N_("Documents")),
    ("/zoeken", N_("Search")),
    ("/materiaal", N_("Register")),
    ("/topiclijsten", N_("Topic lists")),
    ("/deelnemers", N_("Participants")),
    ("/namen", N_("Pseudonyms")),
    ("/privacy", N_("Privacy")),
)
"""The pages under "Documents" in the menu."""
CODING_TABS = (
    ("/codeer", N_("Coding")),
    ("/rondes", N_("Double coding")),
    ("/terugvinden", N_("Find passages")),
    ("/kruistabel", N_("Crosstab")),
    ("/samen", N_("Codes together")),
    ("/matrix", N_("Framework matrix")),
    ("/memos", N_("Memos")),
    ("/journaal", N_("Journal")),
)
"""The pages under "Coding" in the menu."""


def show(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The template with these values: whole, or only its content when htmx asks for a fragment."""
    part = is_fragment(request)
    settings = getattr(request.app.state, "settings", None) if "app" in request.scope else None
    text = (
        templates()
        .get_template(template)
        .render(
            layout=PART if part else WHOLE,
            part=part,
            path=request.url.path,
            address=_address(request),
            visitor=visitor_of(request),
            language=current_language(),
            study_title=settings.title if settings else "",
            settings=settings,
            **values,
        )
    )
    return HTMLResponse(text, status, headers={"Vary": "HX-Request, Cookie"})


def is_fragment(request: Request) -> bool:
    """Whether htmx asks for a piece of the page, not the browser for the whole of it."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"


def _address(request: Request) -> str:
    """Path and query: where to come back to after a choice of language or name."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


@cache
def templates() -> Environment:
    """The templates, with the words that they share."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "_": translate,
        "_n": translate_count,
        "menu": MENU,
        "corpus_tabs": CORPUS_TABS,
        "coding_tabs": CODING_TABS,
        "languages": LANGUAGES,
        "words": words,
        "passages_words": passages_words,
        "remarks_on": remarks_on,
        "share_words": share_words,
        "state_words": state_words,
        "valence_word": valence_word,
        "in_menu": in_menu,
        "is_here": is_here,
    }
    return environment


def is_here(entry: str, path: str) -> bool:
    """Whether a page lies under this address.

    >>> is_here("/kaart", "/kaart/oordeel"), is_here("/", "/kaart")
    (True, False)
    """
    return path == entry or (entry != "/" and path.startswith(f"{entry}/"))


def in_menu(entry: str, path: str) -> bool:
    """Whether a page lies under this entry of the menu; the tabs of the material lie under that of the documents.

    >>> in_menu("/documenten", "/zoeken"), in_menu("/kaart", "/zoeken")
    (True, False)
    """
    tabs = next((each for each in (CORPUS_TABS, CODING_TABS) if each[0][0] == entry), ())
    return any(is_here(address, path) for address in (entry, *(address for address, _name in tabs)))
