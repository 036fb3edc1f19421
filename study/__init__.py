"""The ground floor: a study is a folder with settings, a database and its outputs.

`open_study` and `new_study` are loaded when they are asked for, so that the rooms above can import
`study.errors` or `study.messages` without waking the database library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from study.config import Settings as Settings
    from study.folder import Study as Study
    from study.folder import new_study as new_study
    from study.folder import open_study as open_study

__all__ = ["Settings", "Study", "new_study", "open_study"]

_HOMES = {"Settings": "config", "Study": "folder", "new_study": "folder", "open_study": "folder"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"study.{_HOMES[name]}"), name)
