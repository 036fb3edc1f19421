"""A new study: a folder with settings that work at once and are explained where they stand."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

from study.folder import DATABASE, SETTINGS, Study, new_study

TEMPLATE = Path(__file__).parent.parent / "new_study.toml"


def start_study(folder: Path, *, title: str | None = None, settings: str | None = None) -> Study:
    """A new study in the folder, with its database made; raises `StudyExists` when there is one.

    `settings` is the text of a `study.toml` ({id} and {title} are filled in); the default explains every setting.
    When the database cannot be made, no half study stays behind.
    """
    text = settings if settings is not None else TEMPLATE.read_text(encoding="utf-8")
    text = text.replace("{title}", _quotable(title or folder.resolve().name))
    before = _files(folder)
    with ExitStack() as undo:
        undo.callback(_take_away, folder, before)
        study = new_study(folder, text)
        study.prepare()
        undo.pop_all()
    return study


def _files(folder: Path) -> frozenset[Path] | None:
    """The files of a study that stand in the folder; None when there is no such folder."""
    if not folder.is_dir():
        return None
    return frozenset({*folder.glob(f"{DATABASE}*"), *folder.glob(SETTINGS)})


def _take_away(folder: Path, before: frozenset[Path] | None) -> None:
    """Remove what was made of a study that could not be finished, the folder too when it is new."""
    for file in (_files(folder) or frozenset()) - (before or frozenset()):
        file.unlink(missing_ok=True)
    if before is None and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _quotable(title: str) -> str:
    """The title as it may stand between the quotation marks of a TOML string."""
    plain = "".join(sign for sign in title if sign.isprintable() and sign not in "{}")
    return json.dumps(plain, ensure_ascii=False)[1:-1]
