from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command


def test_a_report_lands_in_the_study_or_where_asked(draad: Command, coded: Study, tmp_path: Path) -> None:
    answer = draad("-s", coded.folder, "report", "--format", "html", "--format", "html")
    assert answer.out.splitlines()[0] == str(coded.folder / "rapport" / "rapport.html")
    files = draad("-s", coded.folder, "report", "--format", "docx", "-o", tmp_path / "uit", "--json").value
    assert files[0] == str(tmp_path / "uit" / "rapport.docx")
    assert all(Path(each).exists() for each in files)


def test_a_report_of_nothing_says_so_and_makes_no_folder(draad: Command, study: Study) -> None:
    answer = draad("-s", study.folder, "report")
    assert answer.code == 15
    assert answer.out == ""
    assert answer.err.splitlines()[-1].startswith("There is nothing to report on yet")
    assert not (study.folder / "rapport").exists()
