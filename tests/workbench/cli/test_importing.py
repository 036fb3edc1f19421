from __future__ import annotations

import json
import re
import signal
from pathlib import Path

import pytest

from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.readers.columns import ROLES as COLUMN_ROLES
from study.folder import Study
from tests.workbench.command import Command, command, interruptible, really
from tests.workbench.material import REGISTER, TURNS, put, vtt
from workbench.cli.import_options import KINDS, ROLES


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
        "1 of 2 documents stored.",
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


def test_a_dry_run_shows_how_sure_it_is_and_how_each_file_begins(draad: Command, study: Study, tmp_path: Path) -> None:
    out = draad("-s", study.folder, "import", put(tmp_path, "gesprek.vtt", vtt()), "--dry-run").out
    assert "read as vtt in utf-8, certainty 1.00." in out
    assert "line 3: 00:00:00.000 --> 00:00:09.000" in out
    assert "  Ans de Wit  0:10\n    Niemand belde mij, terwijl" in out


def test_a_dry_run_of_a_table_shows_which_column_is_which(draad: Command, study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "post.csv", "gebruiker;bericht;kleur\nans;Dat vond ik een heel goed gesprek.;rood\n")
    answer = draad("-s", study.folder, "import", file, "--dry-run", "--json")
    assert answer.value["files"][0]["columns"] == {"author": "gebruiker", "text": "bericht"}
    assert "columns that are not used: kleur" in draad("-s", study.folder, "import", file, "--dry-run").out


def test_the_choice_for_a_round_is_said_and_can_be_dropped(draad: Command, study: Study, tmp_path: Path) -> None:
    text = "wie;wat\nans;Dat vond ik een heel goed gesprek {number}.\n"
    files = [put(tmp_path, f"{number}.csv", text.format(number=number)) for number in range(3)]
    columns = ("--column", "text=wat", "--column", "author=wie")
    draad("-s", study.folder, "import", files[0], "-p", "werkgever", *columns)
    answer = draad("-s", study.folder, "import", files[1], "-p", "werkgever")
    assert answer.code == 0
    assert "as in the last file of this round: column.text = 'wat', column.author = 'wie'" in answer.err
    dropped = draad("-s", study.folder, "import", files[2], "-p", "werkgever", "--as-detected", "--dry-run", "--json")
    assert [each["recalled"] for each in dropped.value["files"]] == [{}]


def test_a_text_is_read_as_a_talk_or_as_prose_when_that_is_said(draad: Command, study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "gesprek.txt", "Anna: Zo ging het.\n\nBert: Niet bij mij.\n\nAnna: Dat weet ik.\n")
    prose = draad("-s", study.folder, "import", file, "--prose", "--dry-run", "--json").value["files"][0]
    talk = draad("-s", study.folder, "import", file, "--transcript", "--dry-run", "--json").value["files"][0]
    assert (prose["speakers"], talk["speakers"]) == ([], ["Anna", "Bert"])
    assert draad("-s", study.folder, "import", file, "--transcript", "--prose").code == 2


def test_a_title_is_for_one_file(draad: Command, study: Study, tmp_path: Path) -> None:
    files = [put(tmp_path, f"{number}.vtt", vtt()) for number in range(2)]
    answer = draad("-s", study.folder, "import", *files, "--title", "Gesprek")
    assert answer.code == 16
    assert "--title is for one file, and 2 are named" in answer.sentence
    draad("-s", study.folder, "import", files[0], "--title", "Gesprek met Ans", "--no-original")
    with study.reading() as store:
        assert [each.title for each in store.records(Document)[0]] == ["Gesprek met Ans"]
    assert study.vault().names("originals/") == ()


def test_totals_are_given_to_programs_too(draad: Command, study: Study, tmp_path: Path) -> None:
    put(tmp_path / "in", "een.vtt", vtt())
    put(tmp_path / "in", "twee.vtt", vtt(TURNS[:2]))
    totals = draad("-s", study.folder, "import", tmp_path / "in", "-p", "werkgever", "--json").value["totals"]
    assert (totals["files"], totals["stored"], totals["turns"], totals["speakers"]) == (2, 2, 7, 3)
    assert totals["left_out"]["time"] == 7 * len("00:00:00.000-->00:00:09.000")


MANY = 500
"""So many files that an import of them is still going on when it is stopped, on any machine."""


def test_an_import_that_is_stopped_goes_on_from_there(study: Study, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(MANY):
        put(folder, f"{number:03}.vtt", vtt(((f"Persoon {number}", f"Verhaal {number} over de baan."),)))
    words = command("--lang", "en", "-s", study.folder, "import", folder, "-p", "werkgever")
    with interruptible(words) as process:
        assert process.stderr is not None
        assert all(process.stderr.readline() for _line in range(5))
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Stopped. What was finished is stored; the same command goes on from there."
    stored = number_of(study, Document)
    assert 0 < stored < MANY
    value = json.loads(really("-s", study.folder, "import", folder, "-p", "werkgever", "--json").out)
    assert value["totals"]["stored"] == MANY - stored
    assert number_of(study, Document) == number_of(study, Participant) == MANY


def test_the_options_name_every_kind_and_every_role_of_a_column() -> None:
    assert tuple(map(str, DocumentKind)) == KINDS
    assert set(COLUMN_ROLES) <= set(ROLES)
