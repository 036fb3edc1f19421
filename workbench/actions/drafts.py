"""Drafts: files are made out of sight and put in place together, so that a full disk leaves the old ones whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from study.files import make_folder
from workbench.disk import sentence_for


@contextmanager
def drafting(folder: Path) -> Iterator[Path]:
    """A folder to make files in; at the end of the block they move into `folder`, over what was there.

    When the block fails nothing is moved. Raises what the disk says as a sentence (`DiskFull`, `ReadOnly`).
    """
    make_folder(folder)
    try:
        draft = Path(mkdtemp(prefix=".concept-", dir=folder))
        try:
            yield draft
            _move(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as problem:
        sentence = sentence_for(problem)
        if sentence is None:
            raise
        raise sentence from problem


def _move(draft: Path, folder: Path) -> None:
    for file in sorted(each for each in draft.rglob("*") if each.is_file()):
        place = folder / file.relative_to(draft)
        make_folder(place.parent)
        file.replace(place)
