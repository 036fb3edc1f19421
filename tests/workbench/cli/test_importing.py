from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.participants import Participant
from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import REGISTER, put, vtt


def number_of(study: Study, kind: type) -> int:
    with study.reading() as store:
        return store.count(kind)


def test_a_table_says_what_became_of_each_file(draad: Command, study: Study, tmp_path: Path) -> None:
    put(tmp_path / "in", "gesprek.vtt", vtt())
    put(tmp_path / "in", "leeg.vtt", "")
    answer = draad("-s", study.folder, "import", tmp_path / "in", "-p", "werkgever")
    assert answer.code == 11
    rows = [line.split() for line in answer.out.splitlines()[2:4]]
    assert rows == [["gesprek.vtt", "stored", "5", "3", "217", "221"], ["leeg.vtt", "refused"]]
    assert answer.out.splitlines()[4:] == [
        "1 of 2 files stored.",
        "In all 5 turns, 3 speakers and 217 characters of speech.",
        "  left out: text before or after the turns, 6 characters",
        "  left out: speaker labels (kept as speaker), 60 characters",
        "  left out: markup, 20 characters",
        "  left out: times (kept as start and end), 135 characters",
    ]
    assert [line for line in answer.err.splitlines() if line.startswith("!")] == [
        "! The file “leeg.vtt” is empty. Export it again and import the new file."
    ]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("leeg.vtt", "", "is empty"),
        ("raar.vtt", "PK\3\4 dit is geen vtt", ""),
        ("kolommen.csv", "a;b\n1;2\n", "no column"),
        ("brief.pages", "x", "not known"),
        ("brief.pdf", "%PDF", "is not one inside"),
        ("gesprek.docx", "geen Word", ".docx"),
        ("tijden.vtt", "WEBVTT\n\n00:xx --> 00:10\nHallo allemaal daar\n", ""),
    ],
)
def test_one_refused_file_is_one_sentence(
    draad: Command, study: Study, tmp_path: Path, name: str, text: str, words: str
) -> None:
    answer = draad("-s", study.folder, "import", put(tmp_path, name, text))
    assert answer.code == 11
    assert name in answer.sentence
    assert words in answer.sentence
    assert number_of(study, Document) == 0


def test_nothing_that_matches_is_a_failure(draad: Command, study: Study, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    assert draad("-s", study.folder, "import").code == 2
    for name in ("leeg", "*.vtt"):
        answer = draad("-s", study.folder, "import", tmp_path / name)
        assert answer.code == 16
        assert str(tmp_path / name) in answer.sentence


@pytest.mark.parametrize(
    ("option", "value", "code"), [("-p", "buurman", 10), ("--instrument", "x", 16), ("--guide", "x", 16),
                                  ("--column", "text=x", 11), ("--encoding", "klingon", 11)]
)  # fmt: skip
def test_a_choice_that_is_wrong_is_one_sentence(
    draad: Command, study: Study, tmp_path: Path, option: str, value: str, code: int
) -> None:
    file = put(tmp_path, "post.csv", "gebruiker;bericht\nans;Dat vond ik een heel goed gesprek.\n")
    answer = draad("-s", study.folder, "import", file, option, value)
    assert answer.code == code
    assert value.rpartition("=")[2] in answer.sentence
    assert number_of(study, Document) == 0


def test_the_register_comes_first_and_files_are_linked_to_it(draad: Command, study: Study, tmp_path: Path) -> None:
    register, file = put(tmp_path, "register.toml", REGISTER), put(tmp_path, "gesprek.vtt", vtt())
    words = (
        "-s",
        study.folder,
        "import",
        file,
        "-p",
        "werkgever",
        "--guide",
        "lijst",
        "--register",
        register,
        "--json",
    )
    value = draad(*words).value
    assert value["register"] == {"instruments": 1, "participants": 1}
    assert [each["participants"] for each in value["files"]] == [["W02"]]


def test_a_dry_run_stores_nothing_of_files_or_register(draad: Command, study: Study, tmp_path: Path) -> None:
    register, file = put(tmp_path, "register.toml", REGISTER), put(tmp_path, "gesprek.vtt", vtt())
    answer = draad("-s", study.folder, "import", file, "--register", register, "--dry-run")
    assert answer.code == 0
    assert "would be stored" in answer.out
    assert "speakers: Interviewer (2), Ans de Wit (2), Bram Vos (1)" in answer.out
    assert "times (kept as start and end)" in answer.out
    assert (number_of(study, Document), number_of(study, Participant)) == (0, 0)


def test_a_column_may_be_named(draad: Command, study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "post.csv", "wie;wat\nans;Dat vond ik een heel goed gesprek.\n")
    answer = draad("-s", study.folder, "import", file, "--column", "text=wat", "--column", "author=wie", "--json")
    assert [(each["status"], each["speakers"]) for each in answer.value["files"]] == [("imported", ["ans"])]


def test_people_are_told_when_nobody_will_count(draad: Command, study: Study, tmp_path: Path) -> None:
    without = draad("-s", study.folder, "import", put(tmp_path, "a.vtt", vtt()))
    assert "Without --perspective" in without.err
    nameless = re.sub(r"</?v[^>]*>", "", vtt())
    answer = draad("-s", study.folder, "import", put(tmp_path, "b.vtt", nameless), "-p", "werkgever")
    assert "names no speakers" in answer.err
    assert "Without --perspective" not in answer.err
