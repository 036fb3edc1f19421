"""The screen: what a command says, as text for people or as JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from workbench.progress import Progress

if TYPE_CHECKING:
    from rich.console import Console


class Screen:
    """Where a command speaks: results on standard output, progress and remarks on standard error."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json

    def _console(self, *, remarks: bool = False) -> Console:
        from rich.console import Console

        return Console(stderr=remarks, highlight=False, soft_wrap=True, markup=False)

    def say(self, text: str) -> None:
        """A result, for a person; silent when JSON is asked for."""
        if not self.json:
            self._console().print(text)

    def remark(self, text: str) -> None:
        """Something beside the result."""
        self._console(remarks=True).print(text, style="dim")

    def warn(self, text: str) -> None:
        """Something that a person should look at."""
        self._console(remarks=True).print(f"! {text}", style="yellow")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
        """Rows as a table, for a person; cells that say nothing are empty."""
        if self.json:
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(*heads, title=title, title_justify="left", header_style="bold")
        for row in rows:
            table.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
        console = self._console()
        console.soft_wrap = False
        console.print(table)

    def answer(self, value: Any) -> None:
        """The result as one JSON value, when JSON is asked for."""
        if self.json:
            write_json(value)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar with what is being done; plain lines where standard error is no terminal."""
        if not sys.stderr.isatty():
            yield self._line
            return
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Bar(*columns, console=self._console(remarks=True), transient=True) as bar:
            task = bar.add_task("", total=None)

            def show(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
                bar.update(task, description=what, total=total, completed=done)

            yield show

    def _line(self, what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        if not done:
            self.remark(what)


def write_json(value: Any) -> None:
    """The value on standard output: UTF-8, one line, keys in the order in which they were made."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
