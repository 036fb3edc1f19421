"""Files: folders that are made and files that are written whole, with what the disk complains about as a sentence."""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from study.errors import DiskFull, ReadOnly


def make_folder(folder: Path) -> None:
    """The folder, made with those above it; raises `ReadOnly` or `DiskFull` in a sentence."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _sentence_for_file(problem, folder) from problem


def write_whole(file: Path, data: bytes) -> None:
    """The file with these bytes, whole or not at all: written beside its place and then put there."""
    make_folder(file.parent)
    beside = file.with_name(f".{file.name}.{uuid.uuid4().hex[:8]}")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise _sentence_for_file(problem, file) from problem


def _sentence_for_file(problem: OSError, place: Path) -> Exception:
    full = problem.errno in {28, 122, 27}
    return (DiskFull if full else ReadOnly)(place=place)
