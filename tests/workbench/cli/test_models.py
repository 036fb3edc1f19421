from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put
from tests.workbench.models import GOALS, LOGIC, THEORY, by_id


def test_logic_model_and_goals_are_brought_in_and_shown(draad: Command, coded: Study, tmp_path: Path) -> None:
    at = ("-s", coded.folder, "theory")
    assert draad(*at, "logic").out.startswith("There is no logic model yet.")
    assert draad(*at, "goals").out.startswith("There is no goal tree yet.")
    draad(*at, "import", put(tmp_path, "t.toml", THEORY), "--by", "ans")
    stored = draad(*at, "logic", put(tmp_path, "l.toml", by_id(LOGIC, coded)), "--by", "ans", "--json").value
    assert stored == {"elements": 5, "links": 3}
    assert draad(*at, "goals", put(tmp_path, "d.toml", GOALS), "--by", "ans").out == "3 goals stored.\n"

    logic = draad(*at, "logic")
    assert "Contribution: likely" in logic.out
    assert "Effect: cannot be established yet" in logic.out
    assert "too little is known about link 3" in logic.out
    assert "Nothing in the logic model leads to “Rust”." in logic.err
    shown = draad(*at, "logic", "--json").value
    assert (shown["contribution"], shown["effect"]) == ("aannemelijk", "nog_niet_vast_te_stellen")

    goals = draad(*at, "goals")
    assert "Design goal: Bel binnen een week" in goals.out
    assert "A1: not examined" in goals.out
    assert [each["verdicts"] for each in draad(*at, "goals", "--json").value] == [{}, {"A1": "niet_onderzocht"}, {}]


def test_a_mistake_is_one_sentence(draad: Command, coded: Study, tmp_path: Path) -> None:
    at = ("-s", coded.folder, "theory")
    assert "p1" in draad(*at, "logic", put(tmp_path, "l.toml", LOGIC)).sentence
    assert "A1" in draad(*at, "goals", put(tmp_path, "d.toml", GOALS)).sentence
