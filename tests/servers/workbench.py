"""The workbench itself: the pages of a study on a free port, in a thread of its own, gone when the block ends."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import uvicorn

from study.folder import Study
from workbench.web.app import create_app


@contextmanager
def running_workbench(study: Study) -> Iterator[str]:
    """The address at which the pages of this study answer inside the block."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(study), access_log=False, log_level="error", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
