"""Access: only this machine, only our own forms, and headers that keep a page to itself.

The workbench listens to its own machine and has no accounts. A page elsewhere could still make the browser ask
things here; so the Host must be one of ours (against rebinding of names) and a change must come from our own pages.
"""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workbench.errors import WorkbenchError
from workbench.web.errors import ForeignForm, StrangerRefused
from workbench.web.problems import answer_problem

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SAFE = frozenset({"GET", "HEAD"})
OURS = frozenset({"same-origin", "none"})
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # "no-referrer" would make browsers send the origin of our own forms as "null".
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
KEPT = ("/static/",)
"""What a browser may keep; every other page holds words of participants and is asked for again."""


class Gate:
    """The first thing a request meets: it refuses strangers, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOOPBACK) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or let through and put the headers on the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _put_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        problem = refusal(scope["method"], Headers(scope=scope), scope["scheme"], hosts=self._hosts)
        if problem is None:
            await self._app(scope, receive, send_with_headers)
        else:
            await answer_problem(Request(scope), problem)(scope, receive, send_with_headers)


def refusal(method: str, headers: Headers, scheme: str, *, hosts: Collection[str]) -> WorkbenchError | None:
    """Why this request is refused, or None when it may go on."""
    host = headers.get("host", "")
    if _name(host) not in hosts:
        return StrangerRefused()
    if method in SAFE:
        return None
    return None if _is_our_form(headers, f"{scheme}://{host}") else ForeignForm()


def _is_our_form(headers: Headers, own: str) -> bool:
    """Whether the browser says that a change comes from one of our pages; one that says nothing is refused."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None and site is None:
        return False
    return origin in (None, own) and site in (None, *OURS)


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _put_headers(headers: MutableHeaders, path: str) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Cache-Control", "max-age=3600" if path.startswith(KEPT) else "no-store")
