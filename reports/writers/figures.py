"""Figures as files: SVG and PNG with title and source line, and the data as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reports.figures import Figure
from reports.rendering import render_each, render_png, render_svg
from reports.writers.files import put

if TYPE_CHECKING:
    import pandas as pd


def write_svg(figure: Figure, path: Path | str) -> tuple[Path, ...]:
    """The files the figure was drawn to: one, or `name.svg`, `name-blad2.svg`, … where it takes more pages."""
    return _put_pages(render_svg(figure), Path(path))


def write_png(figure: Figure, path: Path | str) -> tuple[Path, ...]:
    """The files the figure was drawn to, with two pixels for each of a screen."""
    return _put_pages(render_png(figure), Path(path))


def write_csv(figure: Figure, path: Path | str) -> Path:
    """The file with exactly the values that are drawn: UTF-8 with a mark that spreadsheets know, commas, "\\r\\n"."""
    return put(csv_bytes(figure.data), Path(path))


def write_figures(figures: Iterable[Figure], folder: Path | str) -> tuple[Path, ...]:
    """Every figure as `<key>.svg`, `<key>.png` and `<key>.csv` in the folder."""
    figures = tuple(figures)
    drawings, pictures = render_each(figures, to="svg"), render_each(figures, to="png")
    made: list[Path] = []
    for figure in figures:
        name = Path(folder) / figure.key
        made += _put_pages(drawings[figure.key], name.with_suffix(".svg"))
        made += _put_pages(pictures[figure.key], name.with_suffix(".png"))
        made.append(write_csv(figure, name.with_suffix(".csv")))
    return tuple(made)


def csv_bytes(data: pd.DataFrame) -> bytes:
    """A tidy table as CSV: missing values empty, truth as true or false, text kept from being read as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(data.columns)
    for row in data.itertuples(index=False, name=None):
        writer.writerow([_cell(each) for each in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _cell(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 - not a number is the one value unlike itself
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    # A spreadsheet runs a cell that starts with one of these; words of respondents may.
    return f"'{text}" if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _put_pages(pages: tuple[bytes, ...], path: Path) -> tuple[Path, ...]:
    """The first page under the name itself, the next as `name-blad2`, …; what an earlier, longer drawing left goes."""
    names = [path, *(path.with_stem(f"{path.stem}-blad{number}") for number in range(2, len(pages) + 1))]
    made = tuple(put(page, name) for page, name in zip(pages, names, strict=True))
    for left in path.parent.glob(f"{path.stem}-blad*{path.suffix}"):
        if left not in made:
            left.unlink()
    return made
