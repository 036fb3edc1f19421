"""Undo: what was linked last, kept for as long as the workbench runs, to be taken back in one go."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Annotated, cast

from fastapi import Depends, Request

from study.ids import new_id
from workbench.actions.relinking import Relinked
from workbench.errors import CannotUndo

MOST = 30
"""So many actions are kept; the oldest goes first."""


class Undo:
    """The last actions of this application, each under a mark that its page knows."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, Relinked] = OrderedDict()

    def keep(self, done: Relinked) -> str:
        """Keep an action; the mark to find it by."""
        mark = new_id()
        with self._lock:
            self._kept[mark] = done
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return mark

    def find(self, mark: str) -> Relinked | None:
        """The action under this mark, if it can still be taken back."""
        with self._lock:
            return self._kept.get(mark)

    def take(self, mark: str) -> Relinked:
        """The action under this mark, once; raises `CannotUndo` when it is not kept."""
        with self._lock:
            done = self._kept.pop(mark, None)
        if done is None:
            raise CannotUndo
        return done


def undo_of(request: Request) -> Undo:
    """What this application can take back."""
    return cast(Undo, request.app.state.undo)


UndoOf = Annotated[Undo, Depends(undo_of)]
