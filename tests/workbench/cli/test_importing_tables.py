from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put

SURVEY = """Respondentnummer;E-mail;Sector;Wat gaat er goed?;Wat kan er beter?
P01;a@voorbeeld.nl;zorg;De jobcoach belde elke week met ons.;Duidelijker brieven, graag
P02;b@voorbeeld.nl;bouw;Eigenlijk helemaal niets, het duurde te lang.;
"""


def test_a_survey_is_shown_with_the_columns_of_each_kind(study: Study, draad: Command, tmp_path: Path) -> None:
    file = put(tmp_path, "enquete.csv", SURVEY)
    answer = draad("--lang", "en", "-s", str(study.folder), "import", str(file), "-p", "werkgever", "--dry-run")
    assert "answer = Wat gaat er goed? | Wat kan er beter?" in answer.out
    assert "columns that are not used: E-mail\n" in answer.out


def test_the_answers_of_a_survey_may_be_named_one_by_one(study: Study, draad: Command, tmp_path: Path) -> None:
    file = put(tmp_path, "enquete.csv", SURVEY)
    said = ["--column", "answer=Sector", "--column", "answer=Wat kan er beter?", "--per", "question"]
    answer = draad("--lang", "en", "-s", str(study.folder), "import", str(file), "-p", "werkgever", *said)
    assert answer.code == 0
    assert "In all 3 turns" in answer.out
