from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import CODINGS, put


def test_a_coding_is_added_by_its_words_and_listed(draad: Command, coded: Study) -> None:
    answer = draad("-s", coded.folder, "code", "add", "gesprek", "contact", "--text", "bleef meekijken",
                   "--by", "bo", "--phase", "2", "--valence", "goed", "--intensity", "2")  # fmt: skip
    assert answer.code == 0
    assert answer.out.startswith("Coded: characters ")
    lines = draad("-s", coded.folder, "code").out.splitlines()
    assert [line.split(" · ")[2:] for line in lines if line.endswith("· bo")] == [["W01", "2", "contact", "goed", "bo"]]
    assert "  bleef meekijken" in lines


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("elders", "contact", "--text", "x"), 16, "elders"),
        (("gesprek", "onbekend", "--text", "bleef meekijken"), 12, "onbekend"),
        (("gesprek", "contact"), 16, "give start and end"),
        (("gesprek", "contact", "--start", "5"), 16, "give start and end"),
        (("gesprek", "contact", "--start", "5", "--end", "5"), 12, "no words"),
        (("gesprek", "contact", "--start", "0", "--end", "9", "--phase", "99"), 10, "99"),
    ],
)
def test_a_coding_that_cannot_be_is_one_sentence(
    draad: Command, coded: Study, words: tuple[str, ...], code: int, part: str
) -> None:
    answer = draad("-s", coded.folder, "code", "add", *words)
    assert answer.code == code
    assert part in answer.sentence


def test_a_file_of_codings_is_counted_old_and_new(draad: Command, coded: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "c.csv", CODINGS + "gesprek;0;3;;contact;ans;;\n")
    answer = draad("-s", coded.folder, "code", "import", file)
    assert answer.out.splitlines() == ["1 coding stored.", "3 were there already."]
    assert draad("-s", coded.folder, "code", "import", file, "--json").value == {"stored": 0, "already": 4}


def test_agreement_is_shown_for_those_who_coded(draad: Command, example: Study) -> None:
    lines = draad("-s", example.folder, "code", "agreement").out.splitlines()
    assert lines[0] == "Agreement of joris, marit"
    assert len(lines) > 10
    answer = draad("-s", example.folder, "code", "agreement", "--coders", "marit", "niemand")
    assert answer.code == 12
    assert "niemand" in answer.sentence


def test_coders_without_a_document_in_common_have_nothing_to_compare(
    draad: Command, coded: Study, tmp_path: Path
) -> None:
    second = put(tmp_path, "ander.md", "Wij wachten op een brief die nooit gekomen is.\n")
    draad("-s", coded.folder, "import", second, "--kind", "policy")
    draad("-s", coded.folder, "code", "add", "ander", "contact", "--text", "een brief", "--by", "bo")
    answer = draad("-s", coded.folder, "code", "agreement")
    assert answer.code == 0
    assert "nothing to compare" in answer.out


def test_nothing_coded_is_said(draad: Command, study: Study) -> None:
    assert draad("-s", study.folder, "code").out == "Nothing is coded yet.\n"
