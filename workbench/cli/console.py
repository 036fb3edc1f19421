"""Rich's console as we want it: it prints what it is given, and a reader that went away is no failure."""

from __future__ import annotations

from typing import NoReturn

from rich.console import Console


class PlainConsole(Console):
    """A console that replaces nothing in a text: no markup, no emoji names, no guessed highlights."""

    def __init__(self, *, remarks: bool = False) -> None:
        super().__init__(stderr=remarks, markup=False, emoji=False, highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the command, which ends quietly."""
        raise BrokenPipeError
