"""Downloads: rows as a file that the browser keeps, as CSV or as an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from starlette.responses import Response

from workbench.sheets import Row, as_csv, as_workbook

Form = Literal["csv", "xlsx"]
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def download(rows: Iterable[Row], fields: Sequence[str], *, name: str, form: Form) -> Response:
    """The rows as a file with this name."""
    content = as_csv(rows, fields) if form == "csv" else as_workbook(rows, fields, title=name)
    return as_file(content, name=f"{plain(name)}.{form}", media=MEDIA[form])


def as_file(content: bytes | str, *, name: str, media: str) -> Response:
    """Something as a file to keep."""
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media, headers=headers)


def plain(name: str) -> str:
    """A name for a file: letters, figures and strokes.

    >>> plain("Ronde 1: nazorg?")
    'ronde-1-nazorg'
    """
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "rijen"
