"""The sources of the example are read as turns with marks, and what leaves the form is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers import read_document
from tools.example_sources import check_round_trip
from workbench.example import FOLDER
from workbench.example.makers import make_file
from workbench.example.sources import BadSource, Source, read_source, read_sources, try_source

FRONT = (
    '+++\nkey = "a"\ntitle = "A"\nkind = "transcript"\nform = "{form}"\ninstrument = "i"\nheld_on = 2026-03-04\n+++\n\n'
)
SOURCES = read_sources(FOLDER / "sources")


def written(tmp_path: Path, body: str, form: str = "docx-handmade") -> Source:
    file = tmp_path / "a.md"
    file.write_text(FRONT.format(form=form) + body, encoding="utf-8")
    return read_source(file)


def test_a_mark_says_what_is_coded_by_whom(tmp_path: Path) -> None:
    body = "## 00:00:05 Sanne {vraag=w1}\nJa, [[steun @0 >coach =goed ?ervaring !2 A1+|marit,joris #w-1: dat hielp]].\n"
    (turn,) = written(tmp_path, body).turns
    assert turn.text == "Ja, dat hielp."
    assert turn.more == {"vraag": "w1"}
    (mark,) = turn.marks
    assert turn.text[mark.start : mark.end] == "dat hielp"
    assert (mark.code, mark.coders, mark.ref, mark.stances) == ("steun", ("marit", "joris"), "w-1", (("A1", "+"),))
    assert mark.facets == {"phase": "0", "actor": "coach", "valence": "goed", "kind": "ervaring", "intensity": "2"}


def test_marks_may_be_nested(tmp_path: Path) -> None:
    body = "## 00:00:05 Sanne\n[[. @0|marit: Eerst [[steun|joris: dit]] en dat]].\n"
    (turn,) = written(tmp_path, body).turns
    assert [(mark.code, turn.text[mark.start : mark.end]) for mark in turn.marks] == [
        (None, "Eerst dit en dat"),
        ("steun", "dit"),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "[[steun|marit: niet dicht",
        "[[steun|marit: ]] leeg",
        "[[steun %x|marit: facet]]",
        "los ]] haakje",
        "[[geen streep]]",
    ],
)
def test_what_leaves_the_form_is_named_with_its_file(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(BadSource, match=r"a\.md"):
        written(tmp_path, f"## 00:00:05 Sanne\n{wrong}\n")


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("Los.\n\n## 00:00:05 Sanne\nJa.\n", 10, "before the first turn"),
        ("## 0:05 Sanne\nJa.\n", 10, "expected ## TIME SPEAKER"),
        ("## 00:00:05 Sanne\n\n## 00:00:09 Rinus\nJa.\n", 10, "no text"),
        ("## 00:00:05 Sanne\nJa.\n\n[[steun|marit: los\n\neind]]\n", 13, "not closed"),
        ("## 00:00:05 Sanne\nEen | twee.\n", 11, "stands in the text itself"),
        ("## 00:00:05 Sanne {vraag}\nJa.\n", 10, "NAME=VALUE"),
        ("## 2026-03-30 09:02 Sanne\nJa.\n", 10, "does not suit the form"),
        ("", 10, "no text yet"),
    ],
)
def test_every_fault_has_its_line(tmp_path: Path, body: str, line: int, said: str) -> None:
    with pytest.raises(BadSource) as raised:
        written(tmp_path, body)
    first = raised.value.faults[0]
    assert (first.line, said in first.sentence) == (line, True)


def test_all_faults_of_a_file_are_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(FRONT.format(form="csv") + "## 00:00:05 Sanne {eens=x}\n[[steun|marit: nee\n", encoding="utf-8")
    source, faults = try_source(file)
    assert source is not None
    assert [fault.line for fault in faults] == [10, 10, 10, 11]
    assert str(faults[-1]).startswith("a.md:11: this mark is not closed")


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("geen", "two lines"),
        ('+++\nkey = "a"\nkey = "b"\n+++\n', "no good TOML"),
        ('+++\nkey = "a"\n+++\n', "lacks title, kind, form, instrument, held_on"),
        (FRONT.format(form="odt"), "form = “odt” is not one of csv"),
    ],
)
def test_a_source_without_good_front_matter_is_named(tmp_path: Path, front: str, said: str) -> None:
    file = tmp_path / "a.md"
    file.write_text(front, encoding="utf-8")
    source, (fault,) = try_source(file)
    assert source is None
    assert said in fault.sentence


def test_prose_has_headings_of_their_level_and_paragraphs(tmp_path: Path) -> None:
    turns = written(tmp_path, "# Een\nTekst\nloopt door.\n\n## 1.1 Twee\n\nSlot.\n", "docx-text").turns
    assert [(turn.heading, turn.text) for turn in turns] == [
        (1, "Een"),
        (0, "Tekst loopt door."),
        (2, "1.1 Twee"),
        (0, "Slot."),
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_every_file_that_is_made_reads_back_as_its_source(source: Source) -> None:
    assert list(check_round_trip("a.md", source)) == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_a_file_is_made_of_the_same_bytes_each_time(source: Source) -> None:
    assert make_file(source) == make_file(source)


@given(words=st.lists(st.from_regex(r"[a-zé’,]{1,9}", fullmatch=True), min_size=1, max_size=80))
def test_captions_keep_every_word_of_a_turn(words: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("a")
    for form in ("vtt-teams", "vtt-zoom"):
        said = " ".join(words)
        turns = f"## 00:00:05 Onderzoeker\nVertel.\n## 00:00:09 Sanne\n{said}\n## 00:05:00 Onderzoeker\nDank.\n"
        source = written(folder, turns, form)
        name, data = make_file(source)
        (folder / name).write_bytes(data)
        reading = read_document(folder / name)
        assert [reading.text_of(turn) for turn in reading.turns] == ["Vertel.", said, "Dank."]
