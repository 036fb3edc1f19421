"""Uploads: files that a browser sends, put down by their own names for as long as they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from starlette.datastructures import UploadFile

from workbench.web.errors import NothingUploaded


@contextmanager
def put_down(files: Sequence[UploadFile]) -> Iterator[list[Path]]:
    """The files on disk inside the block; nothing of them stays behind. Raises `NothingUploaded` without any."""
    named = [each for each in files if each.filename]
    if not named:
        raise NothingUploaded
    with TemporaryDirectory(prefix="draad-") as folder:
        yield [put_in(each, Path(folder) / str(number)) for number, each in enumerate(named)]


def put_in(upload: UploadFile, folder: Path) -> Path:
    """The file in a folder of its own that nobody else can read, so that two files of one name both arrive."""
    folder.mkdir(mode=0o700)
    path = folder / plain_name(upload.filename or "")
    with path.open("wb") as stream:
        copyfileobj(upload.file, stream)
    return path


def plain_name(name: str) -> str:
    """The name of a file without any folder, as it can be written on every machine.

    >>> plain_name("..\\\\geheim\\\\interview 1.vtt"), plain_name("../../a?b.csv")
    ('interview 1.vtt', 'a_b.csv')
    """
    last = PureWindowsPath(PurePosixPath(name).name).name or PurePosixPath(name).name
    last = "".join("_" if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in last)
    return last.strip(" .") or "bestand"
