from __future__ import annotations

import json
from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command, really
from workbench.actions.exporting import FIELDS


def test_json_lines_go_to_standard_output_and_nothing_else(draad: Command, coded: Study) -> None:
    answer = draad("-s", coded.folder, "export", "turns")
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert (answer.code, len(rows)) == (0, 5)
    assert {tuple(row) for row in rows} == {FIELDS["turns"]}


def test_the_real_command_writes_the_same_bytes(draad: Command, coded: Study) -> None:
    for form in ("jsonl", "csv"):
        words = ("-s", coded.folder, "export", "passages", "--format", form)
        assert really(*words).out == draad(*words).out


def test_a_file_is_named_beside_the_output(draad: Command, coded: Study, tmp_path: Path) -> None:
    file = tmp_path / "uit" / "codes.csv"
    answer = draad("-s", coded.folder, "export", "codes", "--format", "csv", "-o", file)
    assert (answer.out, answer.err.splitlines()[0]) == ("", f"Written: {file}")
    assert file.read_text(encoding="utf-8").startswith(",".join(FIELDS["codes"]) + "\n")
    assert draad("-s", coded.folder, "export", "codes", "-o", file, "--json").value == {"file": str(file), "rows": 2}


def test_nothing_to_export_is_said_and_no_failure(draad: Command, study: Study) -> None:
    answer = draad("-s", study.folder, "export", "findings")
    assert (answer.code, answer.out) == (0, "")
    assert "nothing of this kind" in answer.err


def test_a_folder_is_no_file(draad: Command, coded: Study, tmp_path: Path) -> None:
    answer = draad("-s", coded.folder, "export", "turns", "-o", tmp_path)
    assert answer.code == 16
    assert "is a folder" in answer.sentence
