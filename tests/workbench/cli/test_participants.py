from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.known_names import known_names


@pytest.fixture
def talk(study: Study, tmp_path: Path) -> Study:
    """A study with one talk in which nobody is known yet."""
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(), by="ans")
    return study


def test_a_sheet_is_looked_at_and_brought_in_and_its_names_go_into_the_vault(
    talk: Study, draad: Command, tmp_path: Path
) -> None:
    assert "no participants yet" in draad("-s", talk.folder, "people").out
    file = put(tmp_path, "mensen.csv", "code;naam;sector\nW01;Ans de Wit;zorg\n")
    words = ("-s", talk.folder, "people", "import", file, "-p", "werkgever", "--json")
    assert draad(*words, "--dry-run").value == {"participants": 1, "new": ["W01"], "identifying": 1}
    assert known_names(talk) == {}
    draad(*words)
    assert known_names(talk) == {"W01": ("Ans de Wit",)}
    assert draad("-s", talk.folder, "people", "--json").value == [
        {"code": "W01", "perspective": "werkgever", "documents": 0, "turns": 0, "words": 0}
    ]
    labels = draad("-s", talk.folder, "people", "labels", "--open", "--json").value
    assert [(each["label"], each["proposed"]) for each in labels] == [("Ans de Wit", "W01"), ("Bram Vos", None)]
    assert "perhaps W01" in draad("-s", talk.folder, "people", "labels").out


def test_labels_are_said_to_be_whose_they_are(talk: Study, draad: Command, tmp_path: Path) -> None:
    draad("-s", talk.folder, "people", "import", put(tmp_path, "m.csv", "code;perspectief\nW01;werkgever\n"))
    words = ("-s", talk.folder, "people", "link")
    assert draad(*words, "Ans de Wit=W01", "Bram Vos=nobody", "--json").value == {"turns": 3}
    states = {
        each["label"]: (each["state"], each["codes"])
        for each in draad("-s", talk.folder, "people", "labels", "--json").value
    }
    assert states == {
        "Ans de Wit": ("participant", ["W01"]),
        "Bram Vos": ("uncounted", []),
        "Interviewer": ("interviewer", []),
    }
    assert "Of every label" in draad("-s", talk.folder, "people", "labels", "--open").out
    assert draad(*words, "Bram Vos=interviewer", "--document", "gesprek.vtt", "--json").value == {"turns": 1}


@pytest.mark.parametrize(
    ("pair", "code", "word"), [("Karel=W01", 16, "Karel"), ("Bram Vos=Z9", 10, "Z9"), ("Bram Vos", 2, "Bram Vos")]
)
def test_a_link_that_cannot_be_made_is_refused_in_a_sentence(
    talk: Study, draad: Command, pair: str, code: int, word: str
) -> None:
    answer = draad("-s", talk.folder, "people", "link", pair)
    assert answer.code == code
    assert word in answer.sentence
