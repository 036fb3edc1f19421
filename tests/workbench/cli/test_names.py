from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file

TURNS = (
    ("Interviewer", "Waar was dat?"),
    ("Ans de Wit", "Bij Bakkerij Zonneveer in Goor, en mijn coach Wybrechta belde mij op 06-48217395."),
)


@pytest.fixture
def filled(study: Study, tmp_path: Path) -> Study:
    import_file(study, put(tmp_path / "bestanden", "gesprek.vtt", vtt(TURNS)), Choices(perspective="werkgever"), by="a")
    return study


def test_names_go_from_suggestion_to_replacement_by_commands_alone(draad: Command, filled: Study) -> None:
    place = ("-s", filled.folder)
    shown = draad("names", "suggest", *place).out
    assert "Wybrechta" in shown
    assert "likely" in shown
    assert "3 accepted, 1 rejected" in draad(
        *("names", "review", "gesprek.vtt", "--accept", "Wybrechta", "Bakkerij Zonneveer", "--accept-kind", "telefoon"),
        *("--reject", "Goor", *place),
    ).out  # fmt: skip
    assert draad("names", "status", *place, "--json").value == [
        {"document": "gesprek.vtt", "status": "ruw", "open": 1, "accepted": 3}
    ]
    done = draad("names", "apply", "--checked", "--by", "marit", *place, "--json").value
    assert done == {"documents": 1, "places": 3, "outputs": []}
    rows = draad("export", "turns", *place).out
    assert "Wybrechta" not in rows
    assert "Goor" in rows
    assert draad("names", *place, "--json").value[0]["status"] == "nagekeken"


def test_suggestions_are_rows_for_programs(draad: Command, filled: Study) -> None:
    rows = draad("names", "suggest", "gesprek.vtt", "-s", filled.folder, "--json").value
    phone = next(each for each in rows if each["kind"] == "telefoon")
    assert (phone["name"], phone["pseudonym"], phone["decision"]) == ("06-48217395", "[telefoonnummer]", None)
    assert {"document", "name", "kind", "pseudonym", "places", "fields", "rule", "score", "decision"} == set(phone)


def test_names_of_a_participant_and_of_an_employer_are_added(draad: Command, filled: Study) -> None:
    place = ("-s", filled.folder)
    assert draad("names", "add", "Wybrechta", "Wy", "--participant", "W01", *place).out == (
        "The names of W01 are in the vault.\n"
    )
    said = draad("names", "add", "Zonneveer", "--kind", "werkgever", "--as", "Y (naam werkgever)", *place).out
    assert said == "Zonneveer → Y (naam werkgever)\n"
    rows = draad("names", "suggest", *place, "--json").value
    assert next(each for each in rows if each["name"] == "Wybrechta")["pseudonym"] == "W01"


def test_invented_names_are_chosen_once(draad: Command, filled: Study) -> None:
    place = ("-s", filled.folder)
    draad("names", "suggest", "--style", "verzonnen", *place)
    rows = draad("names", "suggest", *place, "--json").value
    assert "(" not in next(each for each in rows if each["name"] == "Wybrechta")["pseudonym"]


@pytest.mark.parametrize("words", [("export", "turns"), ("code", "list")])
def test_a_result_of_raw_documents_comes_with_one_line_of_warning(
    draad: Command, filled: Study, words: tuple[str, ...]
) -> None:
    place = ("-s", filled.folder)
    assert draad(*words, *place).err == "! 1 document was not checked for names yet: see “draad names status”.\n"
    draad("names", "review", "gesprek.vtt", "--checked", *place)
    assert "names status" not in draad(*words, *place).err


def test_a_new_study_has_nothing_to_look_through(draad: Command, study: Study) -> None:
    assert "no documents" in draad("names", "-s", study.folder).out
