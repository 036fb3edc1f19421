from __future__ import annotations

from pathlib import Path

import pytest

from coding.codings import Coding
from coding.errors import CodingError
from corpus.documents import Document
from study.errors import StudyError
from study.folder import Study
from tests.workbench.material import CODINGS, TURNS, put
from workbench.actions.codings import Place, add_coding, import_codings
from workbench.actions.exporting import as_text, export_rows
from workbench.errors import BadEntry, DocumentNotFound, QuoteNotFound, UnreadableFile

QUOTE = "Niemand belde mij"
WRONG = (
    ";0;9;;contact",
    "anders.vtt;0;9;;contact",
    "gesprek.vtt;0;9;;onbekend",
    "gesprek.vtt;nul;9;;contact",
    "gesprek.vtt;0;99999;;contact",
    "gesprek.vtt;;;hallo daar;contact",
    "gesprek.vtt;0;9;heel iets anders;contact",
    "gesprek.vtt;0;9;;contact;;77",
    "gesprek.vtt;0;9;;contact;;;mooi",
)
HEADS = "document;start;end;text;code;coder;phase;valence\n"


def codings(study: Study) -> tuple[Coding, ...]:
    with study.reading() as store:
        found: tuple[Coding, ...] = store.records(Coding)[0]
        return found


def test_a_quote_finds_its_own_place(either_coded: Study) -> None:
    made = add_coding(either_coded, Place("gesprek", quote="bleef meekijken"), by="bo", code="contact", phase="2")
    with either_coded.reading() as store:
        (document,) = store.records(Document)[0]
    assert document.text[made.start : made.end] == "bleef meekijken"
    assert (made.coder, made.phase) == ("bo", "2")
    assert made in codings(either_coded)


def test_the_same_coding_by_the_same_person_is_kept_once(coded: Study) -> None:
    first = add_coding(coded, Place("gesprek", 0, 3), by="bo", code="contact")
    assert add_coding(coded, Place("gesprek", 0, 3), by="bo", code="contact") == first
    pairs = (("ans", "contact"), ("bo", "nazorg"))
    others = [add_coding(coded, Place("gesprek", 0, 3), by=by, code=code).id for by, code in pairs]
    assert len({first.id, *others}) == 3


def test_a_place_that_is_not_there_is_refused(coded: Study) -> None:
    with pytest.raises(DocumentNotFound, match="elders"):
        add_coding(coded, Place("elders", 0, 3), by="bo", code="contact")
    with pytest.raises(QuoteNotFound, match="gesprek"):
        add_coding(coded, Place("gesprek", quote="de"), by="bo", code="contact")
    with pytest.raises(CodingError, match="9999"):
        add_coding(coded, Place("gesprek", 0, 9999), by="bo", code="contact")
    assert len(codings(coded)) == 3


def test_bringing_in_the_same_file_again_stores_nothing(either_coded: Study, tmp_path: Path) -> None:
    before = codings(either_coded)
    assert import_codings(either_coded, put(tmp_path, "c.csv", CODINGS), by="ans") == (0, 3)
    assert codings(either_coded) == before


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_was_exported_comes_in_as_it_was(own_example: Study, tmp_path: Path, form: str) -> None:
    """Facets that another coding lends are in the export, but do not become this coding's own."""
    rows = export_rows(own_example, "passages")
    assert {row["phase_via"] for row in rows} > {"eigen"}
    before = codings(own_example)
    file = put(tmp_path, f"c.{form}", as_text(rows, "passages", form=form))
    stored, there = import_codings(own_example, file, by="iemand")
    assert (stored, there) == (0, len({row["id"] for row in rows}))
    assert codings(own_example) == before


@pytest.mark.parametrize("line", WRONG)
def test_a_mistake_is_named_with_its_line_and_nothing_is_stored(coded: Study, tmp_path: Path, line: str) -> None:
    text = HEADS + CODINGS.splitlines()[1] + "\n\n" + line + "\n"
    with pytest.raises(BadEntry) as caught:
        import_codings(coded, put(tmp_path, "c.csv", text), by="bo")
    assert caught.value.values["number"] == 4
    assert len(codings(coded)) == 3


def test_a_column_that_is_missing_is_named(coded: Study, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="code"):
        import_codings(coded, put(tmp_path, "c.csv", "document;start\n"), by="bo")
    with pytest.raises(UnreadableFile, match="document"):
        import_codings(coded, put(tmp_path, "c.csv", ""), by="bo")


def test_no_complaint_holds_the_words_of_a_participant(coded: Study, tmp_path: Path) -> None:
    words = TURNS[1][1]
    for text in (f"gesprek.vtt;0;9;{words};contact", f"gesprek.vtt;;;{words} niet;contact"):
        with pytest.raises(StudyError) as caught:
            import_codings(coded, put(tmp_path, "c.csv", HEADS + text + "\n"), by="bo")
        assert "telefoontje" not in str(caught.value)
