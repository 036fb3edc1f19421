from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.command import Command
from tests.workbench.material import put


def test_every_assumption_is_shown_with_its_sources(draad: Command, example: Study) -> None:
    lines = draad("-s", example.folder, "theory").out.splitlines()
    value = draad("-s", example.folder, "theory", "show", "--json").value
    heads = [line for line in lines if line.startswith(tuple(f"{each['assumption']}  " for each in value))]
    assert len(heads) == len(value) > 5
    assert list(value[0]["verdicts"])[:2] == ["totaal", "literatuur"]
    assert sum(line.startswith("overall ") for line in lines) == len(value)


def test_a_study_without_theory_says_what_to_do(draad: Command, study: Study) -> None:
    assert draad("-s", study.folder, "theory").out.startswith("There are no assumptions yet.")


def test_a_theory_with_a_mistake_is_one_sentence_and_stores_nothing(
    draad: Command, study: Study, tmp_path: Path
) -> None:
    good = '[[node]]\nkey = "n1"\nlabel = "Bellen"\nblock = "outcome"\n'
    answer = draad("-s", study.folder, "theory", "import", put(tmp_path, "t.toml", good + good))
    assert answer.code == 16
    assert "“t.toml”" in answer.sentence
    assert draad("-s", study.folder, "theory", "import", put(tmp_path, "t.toml", good), "--json").value == []
