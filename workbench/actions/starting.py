"""A new study: a folder with settings that work at once and are explained where they stand."""

from __future__ import annotations

import json
from pathlib import Path

from study.folder import Study, new_study

TEMPLATE = Path(__file__).parent.parent / "new_study.toml"


def start_study(folder: Path, *, title: str | None = None, settings: str | None = None) -> Study:
    """A new study in the folder, with its database made; raises `StudyExists` when there is one.

    `settings` is the text of a `study.toml` ({id} and {title} are filled in); the default explains every setting.
    """
    text = settings if settings is not None else TEMPLATE.read_text(encoding="utf-8")
    name = title or folder.resolve().name
    study = new_study(folder, text.replace("{title}", json.dumps(name, ensure_ascii=False)[1:-1]))
    study.prepare()
    return study
