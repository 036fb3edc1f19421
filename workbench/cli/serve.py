"""`draad serve`: the workbench in the browser, on this machine."""

from __future__ import annotations

import argparse
import errno
import logging
import socket
import webbrowser
from importlib import import_module
from ipaddress import ip_address
from threading import Timer
from typing import TYPE_CHECKING, Any

from study.folder import Study
from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen
from workbench.errors import PortTaken

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST, PORT = "127.0.0.1", 8717
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - recognised here, bound only when a person asks for it
OPEN_AFTER = 0.8
"""Seconds before the browser is opened: the server listens by then."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, and whether to open the browser."""
    parser.add_argument("--host", default=HOST, metavar=_("ADDRESS"), help=_("the address to listen at (this machine)"))
    parser.add_argument("--port", type=int, default=PORT, metavar=_("NUMBER"), help=_("the port (8717)"))
    parser.add_argument("--open", action="store_true", help=_("open the browser"))


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Serve the study until it is stopped."""
    study = study_of(arguments)
    return open_workbench(study, screen, host=arguments.host, port=arguments.port, browser=arguments.open)


def open_workbench(study: Study, screen: Screen, *, host: str = HOST, port: int = PORT, browser: bool = True) -> int:
    """Serve the study at this address until it is stopped; raises `PortTaken` when somebody else listens there."""
    import uvicorn

    study.prepare()
    listening = listen(host, port)
    application = make_application(study, host)
    port = listening.getsockname()[1]
    address = f"http://{_in_address(host)}:{port}/"
    screen.say(_("The workbench is at {address} (stop with Ctrl+C).", address=address))
    screen.answer({"address": address})
    if not is_loopback(host):
        screen.warn(_("There are no accounts yet: everybody who can reach this address can read and code everything."))
    if browser:
        Timer(OPEN_AFTER, webbrowser.open, [address]).start()
    # Addresses of pages may hold words that were searched for: there is no log of visits.
    server = uvicorn.Server(uvicorn.Config(application, access_log=False, log_level=logging.WARNING, lifespan="off"))
    server.run(sockets=[listening])
    return 0


def make_application(study: Study, host: str = HOST) -> FastAPI:
    """The pages of the study for those who reach this machine under the name they were given."""
    # By name: the command line and the pages are siblings and do not import each other.
    pages: Any = import_module("workbench.web.app")
    application: FastAPI = pages.create_app(study, hosts=(*LOOPBACK_NAMES, *own_names(host)))
    return application


def own_names(host: str) -> tuple[str, ...]:
    """The names, besides loopback, by which a browser may call this machine when it listens at this address."""
    if is_loopback(host):
        return ()
    if host not in EVERYWHERE:
        return (host.lower(),)
    name = socket.gethostname().lower()
    try:
        addresses = socket.gethostbyname_ex(name)[2]
    except OSError:
        addresses = []
    return (name, socket.getfqdn().lower(), *addresses)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("192.168.1.4")
    (True, True, False)
    """
    if host.lower() in LOOPBACK_NAMES:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at this address; raises `PortTaken`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    # On Windows this option would let two programs have the same port.
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen()
    except OSError as problem:
        made.close()
        if problem.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTaken(port=port, host=host, other=port + 1) from problem
        raise
    return made


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
