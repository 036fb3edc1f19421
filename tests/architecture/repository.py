"""The repository as these tests see it: its files, its rooms, its code as trees."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("study", "corpus", "coding", "synthesis", "prioritisation", "reports", "workbench")


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file that git keeps or would keep, from the root of the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return tuple(sorted(Path(name) for name in set(names) if name and (ROOT / name).is_file()))


def python_files(*folders: str) -> list[Path]:
    """The Python files in these folders, or everywhere."""
    return [file for file in kept_files() if file.suffix == ".py" and (not folders or file.parts[0] in folders)]


def read(file: Path) -> str:
    """The text of a file of the repository."""
    return (ROOT / file).read_text(encoding="utf-8")


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a Python file of the repository."""
    return ast.parse(read(file), filename=str(file))
