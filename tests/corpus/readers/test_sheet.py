from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from corpus.documents import DocumentKind
from corpus.errors import BrokenTable, MissingColumn, NotWhatItSays, UnevenRow, UnknownColumn, UnknownSheet
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import a_package, read_text, spoken

HEADER = "draad;bericht_id;reactie_op;datum;gebruiker;vraag;eens;bericht"
EXPORT = f"""{HEADER}
D1;p01;;30-03-2026 10:15;Moderator;j1;0;Wat doet u?
D1;p02;p01;30-03-2026 10:47;Mourad;j1;4;"Ik bel; altijd.

Dan mail ik."
D2;p03;;31-03-2026 09:00;Els;j2;0;Nieuw.
D1;p04;p02;31-03-2026 09:30;Els;;1;Ik ook.
"""


def test_posts_keep_thread_author_prompt_likes_and_whom_they_answer(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", EXPORT)
    assert reading.kind == DocumentKind.COMMUNITY
    assert spoken(reading)[1] == ("Mourad", "Ik bel; altijd.\n\nDan mail ik.")
    turn = reading.turns[1]
    assert (turn.key, turn.thread, turn.reply_to, turn.prompt, turn.likes) == ("p02", "D1", 0, "j1", 4)
    assert turn.posted_at == "2026-03-30T10:47:00"
    assert [each.reply_to for each in reading.turns] == [None, 0, None, 1]
    assert "gebruiker → de schrijver" in reading.notes[0]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    posts = [("René", "Één café, ’s avonds; echt\twaar | ja"), ("Zoë", "Geïnteresseerd"), ("Els", "Drieëntwintig")]
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([("Author", "Message"), *posts])
    assert spoken(read_text(tmp_path, "c.csv", stream.getvalue().encode(encoding))) == posts


def test_the_delimiter_that_gives_known_columns_wins_from_one_that_cuts_more_lines_alike(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "Export; alles\nauteur,tekst\nEls,ja; nee\nBo,zo; dus\nEls,wel; niet\n")
    assert spoken(reading)[0] == ("Els", "ja; nee")


def test_columns_that_are_not_used_are_losses_with_their_header(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "fase;auteur;tekst\nnazorg;Els;Ja.\noriëntatie;Bo;Nee.\n")
    assert [(loss.kind, loss.text) for loss in reading.losses] == [(LossKind.COLUMN, "fase\nnazorg\noriëntatie")]


def test_a_missing_column_is_named_with_those_found_and_expected(tmp_path: Path) -> None:
    with pytest.raises(MissingColumn) as problem:
        read_text(tmp_path, "c.csv", "datum;bericht\n1-1-2026;Ja.\n")
    assert problem.value.values["found"] == "datum, bericht"
    assert "gebruiker" in str(problem.value.values["expected"])
    with pytest.raises(MissingColumn):
        read_text(tmp_path, "c.csv", "datum;gebruiker\n1-1-2026;Els\n")


def test_a_person_can_say_which_column_is_which(tmp_path: Path) -> None:
    content = "wie_dan_ook;zegje;bericht\nEls;Ja.;m1\n"
    options = ReadingOptions(columns={"author": "wie_dan_ook", "text": "Zegje", "key": "bericht"})
    reading = read_text(tmp_path, "c.csv", content, options)
    assert spoken(reading) == [("Els", "Ja.")]
    assert reading.turns[0].key == "m1"
    with pytest.raises(UnknownColumn, match="wie"):
        read_text(tmp_path, "c.csv", content, ReadingOptions(columns={"author": "wie", "text": "zegje"}))


def test_titles_above_the_header_are_left_out_by_name(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "Export community;\n\nauteur;tekst\nEls;Ja.\n")
    assert spoken(reading) == [("Els", "Ja.")]
    assert [(loss.kind, loss.text) for loss in reading.losses] == [(LossKind.HEADER, "Export community")]


def test_a_row_with_too_many_cells_is_refused_or_left_out_when_asked(tmp_path: Path) -> None:
    content = "auteur;tekst\nEls;Ja; en nee\nBo;Goed.\n"
    with pytest.raises(UnevenRow) as problem:
        read_text(tmp_path, "c.csv", content)
    assert problem.value.values["line"] == 2
    reading = read_text(tmp_path, "c.csv", content, ReadingOptions(only_sound=True))
    assert spoken(reading) == [("Bo", "Goed.")]
    assert reading.losses[0].kind == LossKind.UNREADABLE


def test_an_open_quotation_mark_is_refused_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(BrokenTable) as problem:
        read_text(tmp_path, "c.csv", 'auteur;tekst\nEls;Ja.\nBo;"nooit dicht\nEls;Nee.\n')
    assert problem.value.values["line"] == 3


def test_posts_without_text_are_losses_and_replies_to_them_point_nowhere(tmp_path: Path) -> None:
    content = "id;reactie_op;auteur;tekst\n1;;Els;\n2;1;Bo;Waarom weg?\n3;99;Els;Geen idee.\n4;2;Bo;Nou.\n"
    reading = read_text(tmp_path, "c.csv", content)
    assert [turn.reply_to for turn in reading.turns] == [None, None, 0]
    assert [(loss.kind, loss.text) for loss in reading.losses] == [(LossKind.NO_TEXT, "Els")]
    assert len(reading.notes) == 2


def test_ids_that_start_again_in_every_thread_link_inside_the_thread(tmp_path: Path) -> None:
    content = "draad;id;reactie_op;auteur;tekst\nA;1;;Els;a\nB;1;;Bo;b\nB;2;1;Els;c\nA;2;1;Bo;d\n"
    assert [turn.reply_to for turn in read_text(tmp_path, "c.csv", content).turns] == [None, None, 1, 0]


def test_american_dates_are_known_by_a_day_above_twelve(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path, "c.csv", "author,date,text\nEls,03/04/2026 2:05 PM,a\nBo,03/25/2026 9:00 AM,b\nBo,ooit,c\n"
    )
    assert [turn.posted_at for turn in reading.turns] == ["2026-03-04T14:05:00", "2026-03-25T09:00:00", None]
    assert [(loss.kind, loss.text) for loss in reading.losses] == [(LossKind.TIME, "ooit")]


def test_a_workbook_is_read_like_a_csv_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.append(["over deze export"])
    sheet = book.create_sheet("berichten")
    sheet.append(["Thread", "ID", "Parent", "Author", "Date", "Text", "Likes"])
    sheet.append(["A", 1, None, "Els", datetime(2026, 3, 30, 10, 15), "Één\r\ntwee", 3])  # noqa: DTZ001 - as Excel has it
    sheet.append(["A", 2.0, 1.0, "Bo", None, "Ja.", None])
    stream = io.BytesIO()
    book.save(stream)
    reading = read_text(tmp_path, "c.xlsx", stream.getvalue())
    assert spoken(reading) == [("Els", "Één\ntwee"), ("Bo", "Ja.")]
    assert [(turn.key, turn.reply_to, turn.likes) for turn in reading.turns] == [("1", None, 3), ("2", 0, 0)]
    assert reading.turns[0].posted_at == "2026-03-30T10:15:00"
    with pytest.raises(UnknownSheet):
        read_text(tmp_path, "c.xlsx", stream.getvalue(), ReadingOptions(sheet="posts"))


def test_a_damaged_workbook_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "c.xlsx", a_package({"xl/workbook.xml": "<workbook"}))
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "c.xlsx", "auteur;tekst\n")
