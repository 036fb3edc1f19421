"""Every notebook runs from top to bottom on the example study, and shows what it promises."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.workbench.example_study import copied_to

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
@pytest.mark.filterwarnings("ignore:Kernel is running over TCP:UserWarning")
def test_a_notebook_runs_and_shows_its_figures(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = copied_to(tmp_path / "voorbeeld")
    monkeypatch.setenv("DRAAD_ONDERZOEK", str(study.folder))
    notebook = nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "notebooks are kept without outputs"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert sum("image/svg+xml" in data for data in shown) == 3
