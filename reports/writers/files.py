"""Files as they are put down: whole or not at all, with a sentence when the disk refuses."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from study.errors import DiskFull, ReadOnly

REFUSALS = (PermissionError, NotADirectoryError, FileExistsError, IsADirectoryError)
"""A place that may not be written, or where something else stands."""


def put(data: bytes, path: Path) -> Path:
    """The path, holding the data; a file that was there is replaced in one step, so nobody meets half a file.

    Folders are made as needed. Raises `ReadOnly` or `DiskFull`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _replace(data, path)
    except OSError as problem:
        name = errno.errorcode.get(problem.errno or 0, "")
        if name in {"ENOSPC", "EDQUOT"}:
            raise DiskFull(place=path) from problem
        if isinstance(problem, REFUSALS) or name == "EROFS":
            raise ReadOnly(place=path) from problem
        raise


def _replace(data: bytes, path: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    waiting = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        waiting.chmod(0o644)
        return waiting.replace(path)
    finally:
        waiting.unlink(missing_ok=True)
