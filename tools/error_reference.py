"""The reference page of errors, written from the errors themselves: `python -m tools.error_reference`."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path

from study.errors import StudyError

ROOT = Path(__file__).parents[1]
ROOMS = ("study", "corpus", "coding", "synthesis", "prioritisation", "reports", "workbench")
PAGE = Path("docs/reference/errors.md")
HEAD = """# Errors

Everything `draad` says when something is wrong, by room, with its exit code. The sentence names the thing, what
was expected and what to do next; words in braces are filled in. Exit code 0 is success, 2 a wrong use of the
command, 130 an interruption; a Python traceback is a fault of ours: please report it.

This page is written by `make reference`.
"""


def errors_of(room: str) -> list[type[StudyError]]:
    """The errors that a room defines, in the order of its `errors.py`."""
    if not (ROOT / room / "errors.py").exists():
        return []
    module = import_module(f"{room}.errors")
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, StudyError)]
    return [kind for kind in kinds if kind.__module__ == module.__name__]


def row(error: type[StudyError]) -> str:
    """The line of one error: its name, its exit code, its sentence."""
    sentence = error.message if "message" in vars(error) else f"*{(inspect.getdoc(error) or '').splitlines()[0]}*"
    words = sentence.replace("|", "\\|").replace("\n", " ")
    return f"| `{error.__name__}` | {error.exit_code} | {words} |"


def table(room: str) -> str:
    """The errors of a room under a heading of their own."""
    rows = "\n".join(map(row, errors_of(room)))
    return f"\n## {room}\n\n| error | exit code | what it says |\n|---|---|---|\n{rows}\n" if rows else ""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(map(table, ROOMS))


def is_fresh() -> bool:
    """Whether the page says what the errors say now."""
    return (ROOT / PAGE).exists() and (ROOT / PAGE).read_text(encoding="utf-8") == page()


def main() -> None:
    """Write the page."""
    (ROOT / PAGE).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / PAGE).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
