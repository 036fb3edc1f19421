from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put
from tests.workbench.models import PROCESS, by_id


def test_a_process_map_is_brought_in_shown_and_taken_away(draad: Command, coded: Study, tmp_path: Path) -> None:
    at = ("-s", coded.folder, "process")
    assert draad(*at).out.startswith("There is no process map yet.")
    file = put(tmp_path, "proces.toml", by_id(PROCESS, coded))
    assert draad(*at, "import", file, "--by", "ans").out == "3 steps stored.\n"
    lines = [line.strip() for line in draad(*at).out.splitlines()]
    assert lines.index("2. De werkgever belt zelf een bevriende coach") < lines.index("informal · 2 passages")
    shown = draad(*at, "show", "--json").value
    assert [(each["phase"], each["number"], each["role"], each["passages"]) for each in shown] == [
        ("1", 1, "formal", 1),
        ("1", 2, "informal", 2),
        ("2", 1, "formal", 1),
    ]
    assert draad(*at, "remove", "werkgever", "--by", "ans", "--json").value == {"removed": 3}
    assert draad(*at, "--json").value == []


def test_a_mistake_is_one_sentence(draad: Command, coded: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "proces.toml", by_id(PROCESS, coded).replace('"formal"', '"formeel"'))
    answer = draad("-s", coded.folder, "process", "import", file)
    assert answer.code == 16
    assert "“proces.toml”, step number 1" in answer.sentence
    answer = draad("-s", coded.folder, "process", "remove", "baas")
    assert "baas" in answer.sentence
