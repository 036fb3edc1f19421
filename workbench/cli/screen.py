"""The screen: what a command says, as text for people or as JSON for programs."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from workbench.progress import Progress

if TYPE_CHECKING:
    from workbench.cli.console import PlainConsole

INDENT = "  "


class Screen:
    """Where a command speaks: results on standard output, progress and remarks on standard error."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json

    def say(self, text: str = "") -> None:
        """A result, for a person; silent when JSON is asked for."""
        if not self.json:
            self._print(text)

    def hand_over(self, text: str) -> None:
        """Rows for another program, to the byte: line ends stay as they are, also on Windows."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(newline="")
        sys.stdout.write(text)

    def head(self, text: str) -> None:
        """The line above a table or a list, for a person; a long one runs on."""
        if not self.json:
            self._console().print(text, style="bold")

    def remark(self, text: str) -> None:
        """Something beside the result."""
        self._print(text, style="dim", remarks=True)

    def warn(self, text: str) -> None:
        """Something that a person should look at."""
        self._print(f"! {text}", style="yellow", remarks=True)

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[object]], *, wide: Collection[int] = ()) -> None:
        """Rows as a table, for a person; a table without rows is not shown.

        The wide columns (by number, from 0) run on over lines; None is empty; a column of numbers stands right.
        """
        cells = [] if self.json else [list(row) for row in rows]
        if not cells:
            return
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for place, head in enumerate(heads):
            numbers = all(isinstance(row[place], int | None) for row in cells)
            table.add_column(
                Text(head),
                justify="right" if numbers else "left",
                no_wrap=place not in wide,
                overflow="fold" if place in wide else "ellipsis",
            )
        for row in cells:
            table.add_row(*(Text(_cell(value)) for value in row))
        self._console().print(table)

    def entry(self, head: str, text: str, *, depth: int = 0) -> None:
        """A line with a longer text under it, for a person: what would not fit in a table."""
        if self.json:
            return
        width = self._console().width
        for words, steps in ((head, depth), (text, depth + 1)):
            indent = INDENT * steps
            lines = wrap(_cell(words), width=max(width, 20), initial_indent=indent, subsequent_indent=indent)
            self._print("\n".join(lines))

    def answer(self, value: Any) -> None:
        """The result as one JSON value, when JSON is asked for."""
        if self.json:
            sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar with what is being done; plain lines where standard error is no terminal."""
        if not sys.stderr.isatty():
            yield self._line
            return
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}", markup=False), BarColumn())
        with Bar(
            *columns, MofNCompleteColumn(), TimeElapsedColumn(), console=self._console(remarks=True), transient=True
        ) as bar:
            task = bar.add_task("", total=None)

            def show(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
                bar.update(task, description=what, total=total, completed=done)

            yield show

    def _line(self, what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        if total is None or done is None:
            self.remark(what)
        elif done < total and total > 1:
            self.remark(f"[{done + 1}/{total}] {what}")

    def _print(self, text: str, *, style: str | None = None, remarks: bool = False) -> None:
        self._console(remarks=remarks).print(text, style=style, soft_wrap=True)

    def _console(self, *, remarks: bool = False) -> PlainConsole:
        from workbench.cli.console import PlainConsole

        return PlainConsole(remarks=remarks)


def _cell(value: object) -> str:
    """The value on one line, without signs that would steer a terminal."""
    text = "" if value is None else str(value)
    return "".join(sign if sign.isprintable() else " " for sign in text)
