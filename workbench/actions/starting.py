"""A new study: a folder with settings that work at once and are explained where they stand."""

from __future__ import annotations

import json
from pathlib import Path

from study.folder import DATABASE, SETTINGS, Study, new_study

TEMPLATE = Path(__file__).parent.parent / "new_study.toml"


def start_study(folder: Path, *, title: str | None = None, settings: str | None = None) -> Study:
    """A new study in the folder, with its database made; raises `StudyExists` when there is one.

    `settings` is the text of a `study.toml` ({id} and {title} are filled in); the default explains every setting.
    When the database cannot be made, no half study stays behind.
    """
    text = settings if settings is not None else TEMPLATE.read_text(encoding="utf-8")
    before = set(folder.glob(f"{DATABASE}*"))
    study = new_study(folder, text.replace("{title}", _quotable(title or folder.resolve().name)))
    try:
        study.prepare()
    except BaseException:
        for file in set(folder.glob(f"{DATABASE}*")) - before:
            file.unlink(missing_ok=True)
        (folder / SETTINGS).unlink(missing_ok=True)
        raise
    return study


def _quotable(title: str) -> str:
    """The title as it may stand between the quotation marks of a TOML string."""
    plain = "".join(sign for sign in title if sign.isprintable() and sign not in "{}")
    return json.dumps(plain, ensure_ascii=False)[1:-1]
