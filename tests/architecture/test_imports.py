from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.repository import ROOMS, ROOT, python_files, read, tree

SETTINGS = tomllib.loads(read(Path("pyproject.toml")))["tool"]["importlinter"]
CONTRACTS = {contract["id"]: contract for contract in SETTINGS["contracts"]}
HEAVY = set(CONTRACTS["doors"]["forbidden_modules"])
DOORS = {
    (importer, library) for importer, library in (line.split(" -> ") for line in CONTRACTS["doors"]["ignore_imports"])
}
# One breach of each kind: the contract it breaks, the file, and the line that breaks it.
BREACHES = [
    ("rooms", "corpus/breach.py", "import coding"),
    ("rooms", "study/breach.py", "import workbench"),
    ("rooms", "prioritisation/breach.py", "from reports import figures"),
    ("rooms", "coding/breach.py", "def late() -> None:\n    import synthesis"),
    ("faces", "workbench/cli/breach.py", "import workbench.web"),
    ("faces", "workbench/web/breach.py", "import workbench.cli"),
    ("store", "corpus/breach.py", "from study.store import Store"),
    ("store", "reports/breach.py", "from study.folder import open_study"),
    ("sql", "synthesis/breach.py", "import sqlalchemy"),
    ("sql", "workbench/actions/breach.py", "from sqlalchemy.orm import Session"),
    ("sql", "coding/breach.py", "import alembic"),
    ("sql", "corpus/readers/breach.py", "import psycopg"),
    *(("doors", "workbench/actions/breach.py", f"def late() -> None:\n    import {name}") for name in sorted(HEAVY)),
    ("doors", "synthesis/topic_methods/breach.py", "import bertopic"),
    ("doors", "corpus/breach.py", "from spacy.tokens import Doc"),
    ("doors", "study/breach.py", "import dask.dataframe"),
    ("siblings", "corpus/breach.py", "import corpus.breach_other"),
]


def lint_imports(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-logo", "--no-cache", *options],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def copied_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python files of the rooms, and the contracts, in a folder that may be spoiled."""
    folder = tmp_path_factory.mktemp("tree")
    for file in (*python_files(*ROOMS), Path("pyproject.toml")):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, folder / file)
    return folder


@pytest.fixture
def spoiled_tree(copied_tree: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The copied tree with one file more, which is gone again after the test."""
    name, line = request.param
    file = copied_tree / name
    file.write_text(f"{line}\n", encoding="utf-8")
    other = copied_tree / "corpus" / "breach_other.py"
    other.write_text("import corpus.breach\n", encoding="utf-8")
    yield copied_tree
    file.unlink()
    other.unlink()


def test_every_contract_is_kept() -> None:
    finished = lint_imports(ROOT)
    assert finished.returncode == 0, finished.stdout
    assert f"{len(CONTRACTS)} kept, 0 broken" in finished.stdout


@pytest.mark.parametrize(
    ("contract", "spoiled_tree"),
    [(contract, (name, line)) for contract, name, line in BREACHES],
    ids=[f"{contract}: {line.split('import')[-1].strip()} in {name}" for contract, name, line in BREACHES],
    indirect=["spoiled_tree"],
)
def test_a_breach_breaks_its_contract(contract: str, spoiled_tree: Path) -> None:
    finished = lint_imports(spoiled_tree, "--contract", contract)
    assert finished.returncode == 1, finished.stdout
    assert f"{CONTRACTS[contract]['name']} BROKEN" in finished.stdout


def test_there_is_a_breach_for_every_contract() -> None:
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)


def loaded_by_name(module: ast.Module) -> set[str]:
    """The libraries that code loads by their name: `require("x", …)`, `import_module("x")`, `__import__("x")`."""
    names = set()
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id=verb) | ast.Attribute(attr=verb), args=[ast.Constant(value=str(name)), *_]):
                if verb in {"require", "import_module", "__import__", "find_spec"}:
                    names.add(name.split(".")[0])
    return names


def test_heavy_libraries_are_loaded_by_name_in_their_doors_only() -> None:
    strays = [
        f"{file}: {name}"
        for file in python_files(*ROOMS)
        for name in loaded_by_name(tree(file)) & HEAVY
        if not is_door(".".join(file.with_suffix("").parts).removesuffix(".__init__"), name)
        and file != Path("workbench/doctor.py")  # the doctor asks what is installed, and loads nothing
    ]
    assert strays == []


def is_door(module: str, library: str) -> bool:
    return (module, library) in DOORS or (f"{module.rpartition('.')[0]}.*", library) in DOORS


def test_loading_by_name_is_seen() -> None:
    code = "x = require('torch', extra='transformers')\nimportlib.import_module('spacy.tokens')\nrequire(name)"
    assert loaded_by_name(ast.parse(code)) == {"torch", "spacy"}
    assert is_door("corpus.language", "spacy")
    assert is_door("coding.label_studio.tasks", "label_studio_sdk")
    assert not is_door("corpus.readers.docx", "spacy")
