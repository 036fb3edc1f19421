from __future__ import annotations

import pytest

from workbench.actions.relinking import Relinked
from workbench.errors import CannotUndo
from workbench.web.undo import MOST, Undo


def test_an_action_is_taken_back_once() -> None:
    undo, done = Undo(), Relinked()
    mark = undo.keep(done)
    assert undo.find(mark) is done
    assert undo.take(mark) is done
    assert undo.find(mark) is None
    with pytest.raises(CannotUndo):
        undo.take(mark)


def test_the_oldest_action_is_forgotten_first() -> None:
    undo = Undo()
    marks = [undo.keep(Relinked()) for _ in range(MOST + 1)]
    assert undo.find(marks[0]) is None
    assert undo.find(marks[1]) is not None
