"""Visitors: who is at the browser and in which language, kept in two cookies; there are no accounts yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Request, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from study.messages import LANGUAGES, speaking
from workbench.looker import looking_as
from workbench.web.errors import NameMissing

NAME_COOKIE = "draad_naam"
LANGUAGE_COOKIE = "draad_taal"
A_YEAR = 365 * 24 * 3600
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever looks at the page: the name under which changes are made, if it was given, and the language."""

    name: str | None = None
    language: str = LANGUAGES[0]

    def named(self, given: str | None = None, *, known: Iterable[str] = ()) -> str:
        """The name for a change: the one just given, else the one that was kept; raises `NameMissing`.

        A name that is known in other capitals is that name: “Marit” and “marit” are one coder.
        """
        name = tidy_name(given or "") or self.name
        if not name:
            raise NameMissing
        return next((each for each in known if each.casefold() == name.casefold()), name)


def tidy_name(text: str) -> str:
    """A name without white space around it and in it doubled, of a reasonable length.

    >>> tidy_name("  Marit   Hoekstra ")
    'Marit Hoekstra'
    """
    printable = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(printable.split())[:LONGEST_NAME]


def visitor_of(request: Request) -> Visitor:
    """The visitor of this request, from its cookies."""
    return _visitor(dict(request.cookies))


VisitorOf = Annotated[Visitor, Depends(visitor_of)]


def _visitor(cookies: dict[str, str]) -> Visitor:
    language = cookies.get(LANGUAGE_COOKIE, "")
    name = tidy_name(unquote(cookies.get(NAME_COOKIE, "")))
    return Visitor(name or None, language if language in LANGUAGES else LANGUAGES[0])


def remember(response: Response, *, name: str | None = None, language: str | None = None) -> None:
    """Keep the name or the language with the visitor."""
    for cookie, value in ((NAME_COOKIE, name), (LANGUAGE_COOKIE, language)):
        if value is not None:
            response.set_cookie(cookie, quote(value), max_age=A_YEAR, httponly=True, samesite="strict", path="/")


class Speaking:
    """Everything inside is said in the language of the visitor, and shown to nobody else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through, in the language of the cookie."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visitor = _visitor(_cookies(scope))
        with speaking(visitor.language), looking_as(visitor.name):
            await self._app(scope, receive, send)


def _cookies(scope: Scope) -> dict[str, str]:
    lines = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
    try:
        jar: SimpleCookie = SimpleCookie("; ".join(lines))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}
