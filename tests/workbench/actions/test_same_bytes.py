"""Same input, same bytes: two example studies, made apart, the second with its documents in the opposite order."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import really
from workbench.actions.example import make_example
from workbench.actions.exporting import FIELDS, as_json_lines, export_rows
from workbench.actions.reporting import FIGURES, FORMS, write_report
from workbench.actions.topics import fit_study_topics

pytestmark = pytest.mark.xdist_group("same_bytes")

IDS = {"id", "passages", "contra"}
"""Identities follow from the identity of the study, so they differ by design; the places they point at do not."""


def made(folder: Path, *, backwards: bool) -> Study:
    study = make_example(folder, backwards=backwards)
    fit_study_topics(study, by="marit")
    write_report(study, study.folder / "rapport", by="marit")
    return study


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, Study]:
    """The example made twice: in folders of other names, in other orders."""
    first = made(tmp_path_factory.mktemp("een") / "voorbeeld", backwards=False)
    return first, made(tmp_path_factory.mktemp("twee") / "een heel andere map", backwards=True)


def test_they_are_two_studies(two: tuple[Study, Study]) -> None:
    assert two[0].settings.id != two[1].settings.id


@pytest.mark.parametrize("what", FIELDS)
def test_the_exports_are_the_same(two: tuple[Study, Study], what: str) -> None:
    first, second = (
        as_json_lines(
            {name: value for name, value in row.items() if name not in IDS} for row in export_rows(each, what)
        )
        for each in two
    )
    assert first == second


def test_the_topics_are_the_same(two: tuple[Study, Study]) -> None:
    first, second = (fit_study_topics(each, by="marit")[0] for each in two)
    assert first.topics
    assert [(each.number, each.words, each.weights, each.size) for each in first.topics] == [
        (each.number, each.words, each.weights, each.size) for each in second.topics
    ]


def test_every_figure_and_its_numbers_are_the_same_bytes(two: tuple[Study, Study]) -> None:
    first, second = (each.folder / "rapport" / FIGURES for each in two)
    names = sorted(each.name for each in first.iterdir())
    assert {Path(name).suffix for name in names} == {".svg", ".png", ".csv"}
    assert sorted(each.name for each in second.iterdir()) == names
    assert [name for name in names if (first / name).read_bytes() != (second / name).read_bytes()] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_report_is_the_same_bytes(two: tuple[Study, Study], form: str) -> None:
    first, second = ((each.folder / "rapport" / f"rapport.{form}").read_bytes() for each in two)
    assert first == second


def test_a_process_with_another_hash_seed_writes_the_same_bytes(two: tuple[Study, Study], tmp_path: Path) -> None:
    study = two[0]
    done = really("-s", study.folder, "report", "-o", tmp_path, PYTHONHASHSEED="1")
    assert done.code == 0, done.err
    files = sorted(each.relative_to(tmp_path) for each in tmp_path.rglob("*") if each.is_file())
    assert len(files) > 10
    old = study.folder / "rapport"
    assert [str(each) for each in files if (tmp_path / each).read_bytes() != (old / each).read_bytes()] == []
