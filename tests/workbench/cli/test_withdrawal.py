"""`draad privacy`: preview, withdraw, proof, due and what removes a layer, as a person gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study, open_study
from tests.workbench.command import Command
from tests.workbench.leaving import PARROT, fill_results, fill_study


@pytest.fixture
def filled(study: Study) -> Study:
    fill_results(study, fill_study(study))
    return study


def test_a_person_sees_what_goes_and_nothing_changes(filled: Study, draad: Command) -> None:
    shown = draad("-s", filled.folder, "privacy", "preview", "W01")
    assert shown.code == 0
    for words in ("documents, whole", "alleen", "gone", "rapport.docx"):
        assert words in shown.out
    assert shown.err.startswith("Nothing has changed.")
    assert PARROT not in shown.out
    assert draad("-s", filled.folder, "privacy", "preview", "W01", "--json").value["lost_findings"] == ["alleen"]


def test_without_the_code_typed_nothing_goes(filled: Study, draad: Command) -> None:
    refused = draad("-s", filled.folder, "privacy", "withdraw", "W01", "--typed", "nee")
    assert refused.sentence == "Type “W01” to remove everything this participant said; nothing was changed."
    assert draad("-s", filled.folder, "privacy", "preview", "W01").code == 0


def test_who_leaves_is_removed_and_the_proof_says_so(filled: Study, draad: Command) -> None:
    done = draad("-s", filled.folder, "privacy", "withdraw", "W01", "--typed", "W01", "--by", "ans", "--json")
    assert (done.code, done.value["counts"]["turns"]) == (0, 3)
    proof = draad("-s", filled.folder, "privacy", "proof", "W01")
    assert proof.code == 0
    assert "Nothing is left." in proof.out
    (filled.output / "los.txt").write_text(PARROT, encoding="utf-8")
    again = draad("-s", filled.folder, "privacy", "proof", "W01")
    assert again.code == 1
    assert "rapport/los.txt" in again.out
    assert PARROT not in again.out
    assert draad("-s", filled.folder, "privacy", "apply-removals").out == "Removed again: W01.\n"
    assert draad("-s", filled.folder, "privacy", "apply-removals").out == "Nobody who left is back in this study.\n"


def with_terms(study: Study, lines: str) -> Path:
    file = study.folder / "study.toml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n[retention]\n{lines}\n", encoding="utf-8")
    return study.folder


def test_nothing_is_due_without_dates(filled: Study, draad: Command) -> None:
    shown = draad("-s", filled.folder, "privacy")
    assert shown.code == 0
    assert "0 layers are due." in shown.out
    assert "no date" in shown.out


def test_what_is_due_gives_an_exit_code_for_a_timer_and_the_command_that_removes_it(
    filled: Study, draad: Command
) -> None:
    filled.vault().put(f"originals/{7:064x}", b"het gesprek")
    folder = with_terms(filled, "originals = 2001-01-01\ntexts = 2999-01-01")
    due = draad("-s", folder, "privacy", "due", "--json")
    assert due.code == 1
    rows = {each["layer"]: each for each in due.value["terms"]}
    assert (rows["originals"]["due"], rows["originals"]["number"]) == (True, 1)
    assert rows["originals"]["command"] == "draad privacy remove-originals"
    assert not rows["texts"]["due"]
    counted = draad("-s", folder, "privacy", "remove-originals")
    assert "This would go" in counted.out
    assert draad("-s", folder, "privacy", "remove-originals", "--yes").code == 0
    assert filled.vault().names("originals/") == ()
    assert draad("-s", folder, "privacy", "due").code == 0


def test_names_go_from_vault_and_labels_and_the_turns_carry_codes(filled: Study, draad: Command) -> None:
    filled.vault().put("namen/deelnemers", b'{"W02": ["Bram Vos"]}')
    assert draad("-s", filled.folder, "privacy", "remove-names", "--yes").code == 0
    assert filled.vault().names("namen/") == ()
    for file in filled.folder.glob("study.sqlite*"):
        assert b"Naam van" not in file.read_bytes()
    rows = draad("-s", filled.folder, "export", "turns", "--json").value
    assert {each["speaker"] for each in rows} == {"Interviewer", "W01", "W02", "W03"}
    assert draad("-s", filled.folder, "privacy", "remove-names", "--json").value["number"] == 0


def test_texts_go_with_all_that_lies_on_them(filled: Study, draad: Command) -> None:
    assert draad("-s", filled.folder, "privacy", "remove-texts", "--yes", "--json").value["number"] == 4
    for file in filled.folder.glob("study.sqlite*"):
        assert b"zich verantwoordelijk voelde" not in file.read_bytes()
    with open_study(filled.folder).reading() as store:
        from coding.codings import Coding
        from corpus.participants import Participant

        assert (store.count(Coding), store.count(Participant)) == (0, 3)


def test_a_date_that_is_no_date_is_refused(filled: Study, draad: Command) -> None:
    folder = with_terms(filled, 'originals = "ooit"')
    assert "“originals” has a value of the wrong kind" in draad("-s", folder, "privacy").err
