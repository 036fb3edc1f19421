"""A team with files of its own walks the whole road with the command: from captions to a report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.workbench.command import Answer, really
from tests.workbench.material import BALLOTS, CODEBOOK, CODINGS, POINTS, SESSIONS, put, vtt

FILES = {
    "map/gesprek.vtt": vtt(),
    "codeboek.toml": CODEBOOK,
    "coderingen.csv": CODINGS,
    "punten.toml": POINTS,
    "sessies.toml": SESSIONS,
    "stemmen.csv": BALLOTS,
}
STEPS = (
    "new mijnstudie",
    "-s mijnstudie import map/*.vtt --perspective werkgever",
    "-s mijnstudie codebook import codeboek.toml",
    "-s mijnstudie code import coderingen.csv",
    "-s mijnstudie map --propose -o figuren",
    "-s mijnstudie topics",
    "-s mijnstudie vote points punten.toml",
    "-s mijnstudie vote sessions sessies.toml",
    "-s mijnstudie vote ballots s1 stemmen.csv",
    "-s mijnstudie report",
    "-s mijnstudie doctor",
)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Answer]]:
    """The folder, and what every step answered; the pattern is not filled in by a shell."""
    folder = tmp_path_factory.mktemp("team")
    for name, text in FILES.items():
        put(folder, name, text)
    return folder, {step: really("--lang", "en", *step.split(), folder=folder) for step in STEPS}


@pytest.mark.parametrize("step", STEPS)
def test_every_step_succeeds(walked: tuple[Path, dict[str, Answer]], step: str) -> None:
    answer = walked[1][step]
    assert answer.code == 0, answer.err
    assert "Traceback" not in answer.err


def test_report_and_figures_are_there(walked: tuple[Path, dict[str, Answer]]) -> None:
    folder = walked[0]
    made = {each.name for each in (folder / "mijnstudie" / "rapport").iterdir()}
    assert made == {"rapport.docx", "rapport.pdf", "rapport.html", "figuren"}
    assert {each.suffix for each in (folder / "figuren").iterdir()} == {".svg", ".png", ".csv"}


def test_every_finding_counts_respondents_over_those_asked(walked: tuple[Path, dict[str, Answer]]) -> None:
    rows = really("-s", "mijnstudie", "export", "findings", folder=walked[0]).out.splitlines()
    findings = [json.loads(row) for row in rows]
    assert {(each["respondents"], each["asked"]) for each in findings} == {(1, 2)}
    assert all(each["passages"] for each in findings)


def test_the_road_again_changes_nothing_that_is_exported(walked: tuple[Path, dict[str, Answer]]) -> None:
    folder = walked[0]
    exports = ("turns", "passages", "codes", "findings", "ranking")
    before = [really("-s", "mijnstudie", "export", what, folder=folder).out for what in exports]
    for step in STEPS[1:-3]:
        assert really(*step.split(), folder=folder).code == 0, step
    assert [really("-s", "mijnstudie", "export", what, folder=folder).out for what in exports] == before
