"""Community exports: a csv file, and a workbook as another platform writes it."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.example.makers.word import without_clock
from workbench.example.sources import Source, SourceTurn

if TYPE_CHECKING:
    from openpyxl import Workbook


def make_csv(source: Source) -> bytes:
    """A post a row, with semicolons and dates as people write them."""
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    rows.writerow(["draad", "bericht_id", "reactie_op", "datum", "gebruiker", "vraag", "eens", "bericht"])
    for turn in source.turns:
        more = turn.more
        rows.writerow(
            [
                *(more["draad"], more["id"], more.get("op", ""), f"{_posted(turn):%d-%m-%Y %H:%M}"),
                *(turn.speaker, more.get("vraag", ""), more.get("eens", "0"), turn.text),
            ]
        )
    return ("\ufeff" + stream.getvalue()).encode()


def make_workbook(source: Source) -> bytes:
    """A workbook with the title above its header, real dates and numbers, and other names for the same columns."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Berichten"
    sheet.append([f"Export: {source.about['title']}"])
    sheet.append(["Berichtnummer", "Discussie", "Antwoord op", "Naam", "Geplaatst op", "Opdracht", "Tekst", "Duimpjes"])
    for turn in source.turns:
        more = turn.more
        sheet.append(
            [
                *(more["id"], more["draad"], more.get("op"), turn.speaker, _posted(turn)),
                *(more.get("vraag"), turn.text, int(more.get("eens", 0))),
            ]
        )
    for cell in sheet["E"][2:]:
        cell.number_format = "dd-mm-yyyy hh:mm"
    held_on = datetime.fromisoformat(f"{source.about['held_on']}T12:00:00")
    book.properties.created = book.properties.modified = held_on
    return _workbook_bytes(book)


def _workbook_bytes(book: Workbook) -> bytes:
    from openpyxl.writer.excel import ExcelWriter

    raw = io.BytesIO()
    # Saving the workbook itself would write the clock into it.
    ExcelWriter(book, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED)).save()
    return without_clock(raw.getvalue())


def _posted(turn: SourceTurn) -> datetime:
    return datetime.fromisoformat(turn.time or "")
