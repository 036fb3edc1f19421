"""Work that takes longer than a page: done beside the pages, one piece at a time, with its progress to look at."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock, Thread

from study.errors import StudyError
from study.messages import current_language, speaking
from study.messages import translate as _
from workbench.progress import Progress
from workbench.web.errors import StillWorking

log = logging.getLogger("rodedraad.web")


class WorkState(StrEnum):
    """How a piece of work is doing."""

    IDLE = "rust"
    BUSY = "bezig"
    DONE = "klaar"
    FAILED = "mislukt"


@dataclass(frozen=True, slots=True)
class Status:
    """What can be seen of the work: which, how far, and the sentence when it failed."""

    name: str = ""
    state: WorkState = WorkState.IDLE
    doing: str = ""
    total: int | None = None
    done: int | None = None
    sentence: str = ""


class Work:
    """One piece of work at a time, in a thread of its own."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._status = Status()

    @property
    def status(self) -> Status:
        """How it is going now."""
        with self._lock:
            return self._status

    def about(self, name: str) -> Status:
        """How the work of this name is going; at rest when the last work was another."""
        status = self.status
        return status if status.name == name else Status(name)

    def start(self, name: str, do: Callable[[Progress], object]) -> None:
        """Begin; raises `StillWorking` when something is going on."""
        with self._lock:
            if self._status.state is WorkState.BUSY:
                raise StillWorking
            self._status = Status(name, WorkState.BUSY, doing=_("Beginning"))
        Thread(target=self._run, args=(do, current_language()), daemon=True, name=f"draad-{name}").start()

    def _run(self, do: Callable[[Progress], object], language: str) -> None:
        with speaking(language):
            try:
                do(self._tell)
                self._put(state=WorkState.DONE)
            except StudyError as problem:
                self._put(state=WorkState.FAILED, sentence=str(problem))
            except Exception as fault:
                # The message of a fault could hold a participant's words: only its kind is written down.
                log.error("%s in work “%s”", type(fault).__name__, self.status.name)
                self._put(state=WorkState.FAILED, sentence=_("Something went wrong in the workbench itself."))

    def _tell(self, what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        self._put(doing=what, total=total, done=done)

    def _put(self, **changes: object) -> None:
        with self._lock:
            self._status = replace(self._status, **changes)  # type: ignore[arg-type]  # fields of Status, by name
