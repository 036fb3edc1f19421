"""Making the example may be repeated and stopped, and never touches a study of somebody's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.material import CODEBOOK, REGISTER, put
from workbench.actions.codebook import import_codebook
from workbench.actions.example import code_sources, import_source, make_example
from workbench.actions.exporting import FIELDS, export_rows
from workbench.actions.material import load_material
from workbench.actions.register import import_register
from workbench.errors import AnotherStudy
from workbench.example.sources import Source, read_source


def test_making_it_again_writes_nothing_in_the_journal(own_example: Study) -> None:
    with own_example.reading() as store:
        before = store.journal()
    make_example(own_example.folder)
    with own_example.reading() as store:
        assert store.journal() == before


def test_the_order_of_the_documents_changes_no_export(example: Study, tmp_path: Path) -> None:
    backwards = make_example(tmp_path / "v", backwards=True)
    for what in FIELDS:
        first, second = (
            [{name: value for name, value in row.items() if name not in ("id", "passages", "contra")} for row in rows]
            for rows in (export_rows(example, what), export_rows(backwards, what))
        )
        assert first == second, what


def test_a_study_of_somebodys_own_is_left_alone(coded: Study) -> None:
    before = export_rows(coded, "turns")
    with pytest.raises(AnotherStudy, match="mijn"):
        make_example(coded.folder)
    assert export_rows(coded, "turns") == before


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    said: list[tuple[str, int | None]] = []

    def listen(what: str, /, *, total: int | None = None, done: int | None = None) -> None:
        said.append((what, total))

    make_example(tmp_path / "v", progress=listen)
    assert sum(total == 36 for _what, total in said) == 36
    assert len(said) > 10


ABOUT = """+++
key = "{key}"
title = "{key}"
kind = "{kind}"
form = "{form}"
instrument = "interviews"
held_on = 2026-03-04
[speakers]
{speakers}
+++

"""
ANOTHER = """
[[participant]]
code = "W02"
perspective = "werkgever"
"""
MARK = "[[nazorg =pijnpunt ?ervaring|marit: {text}]]"


def a_source(folder: Path, body: str, *, speakers: str, **about: str) -> Source:
    file = folder / "bron.md"
    file.write_text(ABOUT.format(speakers=speakers, **about) + body, encoding="utf-8")
    return read_source(file)


def coded(study: Study, source: Source, folder: Path) -> list[tuple[object, ...]]:
    """Participant, perspective, role and text of every passage once the source is imported and coded."""
    import_register(study, put(folder, "register.toml", REGISTER + ANOTHER), by="marit")
    import_codebook(study, put(folder, "codebook.toml", CODEBOOK), by="marit")
    import_source(study, source)
    code_sources(study, (source,))
    table = load_material(study).passages
    return list(table[["participant", "perspective", "role", "text"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("form", ["docx-text", "pdf-text", "md"])
def test_the_codings_of_a_report_of_an_interview_count_for_its_participant(
    study: Study, tmp_path: Path, form: str
) -> None:
    body = f"# Verslag\n\nNotulist: de secretaris.\n\nZij vertelde: {MARK.format(text='niemand belde meer')}.\n"
    source = a_source(tmp_path, body, speakers='"Ans" = { participant = "W01" }', key="v", kind="verslag", form=form)
    assert coded(study, source, tmp_path) == [("W01", "werkgever", "respondent", "niemand belde meer")]


def test_in_a_group_each_counts_for_himself_and_several_at_once_are_a_group_voice(study: Study, tmp_path: Path) -> None:
    talk = {
        "Marit": "Hoe ging dat?",
        "Ans": MARK.format(text="Ik bleef bellen") + ".",
        "Allen": MARK.format(text="Ja, wij ook") + ".",
        "Ans en Bram": MARK.format(text="Samen nog een keer") + ".",
        "Bram": "Klopt.",
    }
    body = "\n".join(f"## 00:00:0{place} {label}\n{text}\n" for place, (label, text) in enumerate(talk.items()))
    speakers = """
"Marit" = { role = "interviewer" }
"Ans" = { participant = "W01" }
"Bram" = { participant = "W09" }
"Allen" = { role = "group" }
"Ans en Bram" = { role = "group" }
"""
    source = a_source(tmp_path, body, speakers=speakers, key="g", kind="transcript", form="docx-handmade")
    assert coded(study, source, tmp_path) == [
        ("W01", "werkgever", "respondent", "Ik bleef bellen"),
        (None, "werkgever", "group", "Ja, wij ook"),
        (None, "werkgever", "group", "Samen nog een keer"),
    ]
