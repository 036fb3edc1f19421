from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put


def test_proposed_findings_are_counted_and_shown_under_their_phase(draad: Command, coded: Study) -> None:
    lines = draad("-s", coded.folder, "map", "--propose").out.splitlines()
    assert lines[0] == "3 findings proposed."
    start = lines.index("Werkgevers")
    assert lines[start + 1 : start + 5] == [
        "Start",
        "  – not mentioned (topic list not recorded)",
        "Twijfel",
        "  Niemand belde mij",
    ]
    assert lines[start + 5] == "    1 of the 2 · pain point · 1 passage"
    assert lines[lines.index("Jobcoaches") + 1] == "  – not mentioned (topic list not recorded)"
    assert draad("-s", coded.folder, "map", "--propose").out.startswith("0 findings proposed.")


def test_worded_findings_come_from_a_file(draad: Command, coded: Study, tmp_path: Path) -> None:
    passage = draad("-s", coded.folder, "export", "passages", "--json").value[0]["id"]
    text = (
        '[[finding]]\nref = "f1"\nperspective = "werkgever"\nphase = "1"\nlabel = "Niemand belt"\n'
        f'wording = "Wachten op een telefoontje"\npassages = ["{passage}"]\n'
    )
    answer = draad("-s", coded.folder, "map", "--findings", put(tmp_path, "f.toml", text))
    assert answer.out.startswith("1 finding stored.")
    assert "  Wachten op een telefoontje" in answer.out.splitlines()
    wrong = put(tmp_path, "g.toml", text.replace(passage, "weg"))
    answer = draad("-s", coded.folder, "map", "--findings", wrong)
    assert answer.code == 16
    assert "“g.toml”, finding number 1" in answer.sentence


def test_figures_are_written_where_asked(draad: Command, coded: Study, tmp_path: Path) -> None:
    answer = draad("-s", coded.folder, "map", "--propose", "-o", tmp_path / "figuren", "--json")
    assert answer.code == 0
    assert {cell["perspective"] for cell in answer.value} >= {"werkgever"}
    assert {each.suffix for each in (tmp_path / "figuren").iterdir()} == {".svg", ".png", ".csv"}
