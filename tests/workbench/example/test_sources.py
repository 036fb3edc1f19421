"""The sources of the example are read as turns with marks, and what leaves the form is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers import read_document
from workbench.example import FOLDER
from workbench.example.makers import make_file
from workbench.example.sources import BadSource, Source, read_source, read_sources

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


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.key)
def test_every_file_that_is_made_reads_back_as_its_source(source: Source, tmp_path: Path) -> None:
    name, data = make_file(source)
    (tmp_path / name).write_bytes(data)
    reading = read_document(tmp_path / name)
    assert [(turn.speaker, reading.text_of(turn)) for turn in reading.turns] == [
        (turn.speaker, turn.text) for turn in source.turns
    ]


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
