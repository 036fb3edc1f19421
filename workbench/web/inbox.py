"""The inbox: files that a browser sent and that are not brought in yet, in a folder that only the server can read.

Nothing of them stays behind: a file goes when it is stored or thrown away, and the folder when the server ends; after
one that was killed, the next one clears up.
"""

from __future__ import annotations

import os
import secrets
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from threading import Lock

from starlette.datastructures import UploadFile

from study.folder import Study
from study.messages import translate as _
from workbench.actions.choices import Choices
from workbench.actions.intake import Intake
from workbench.actions.summaries import Imported
from workbench.progress import Progress
from workbench.web.errors import NothingUploaded, UploadGone
from workbench.web.uploads import put_in

PREFIX = "draad-opname-"
"""How the folder of an inbox begins, before the number of its process."""


@dataclass(slots=True)
class Waiting:
    """A file that waits: its own choices where a person made any, and whether its preview was looked at."""

    number: int
    name: str
    path: Path
    choices: Choices | None = None
    seen: bool = False


@dataclass(slots=True)
class Upload:
    """What was sent in one go: the files that wait and what became of the others, by their number."""

    id: str
    folder: Path
    by: str
    choices: Choices = field(default_factory=Choices)
    waiting: dict[int, Waiting] = field(default_factory=dict)
    results: dict[int, tuple[Imported, ...]] = field(default_factory=dict)
    stopped: bool = False

    def file(self, number: int) -> Waiting:
        """The file with this number; raises `UploadGone` when it does not wait any more."""
        if number not in self.waiting:
            raise UploadGone
        return self.waiting[number]

    def settle(self, file: Waiting, results: tuple[Imported, ...]) -> None:
        """Write down what became of a file; what was refused waits for another try, the others go."""
        self.results[file.number] = results
        if all(each.status != "refused" for each in results):
            self.throw_away(file)

    def throw_away(self, file: Waiting) -> None:
        """Remove the file."""
        self.waiting.pop(file.number, None)
        rmtree(file.path.parent, ignore_errors=True)

    @property
    def outcomes(self) -> tuple[Imported, ...]:
        """What became of every document so far, in the order of the files."""
        return tuple(each for number in sorted(self.results) for each in self.results[number])


class Inbox:
    """The uploads of one server."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._uploads: dict[str, Upload] = {}
        self._place: Path | None = None
        clear_left_behind()

    def take_in(self, files: Sequence[UploadFile], *, by: str) -> Upload:
        """A new upload with these files; raises `NothingUploaded` without any."""
        named = [each for each in files if each.filename]
        if not named:
            raise NothingUploaded
        key = secrets.token_urlsafe(9)
        upload = Upload(key, self._folder() / key, by)
        upload.folder.mkdir(mode=0o700)
        for number, each in enumerate(named, start=1):
            path = put_in(each, upload.folder / str(number))
            upload.waiting[number] = Waiting(number, path.name, path)
        with self._lock:
            self._uploads[key] = upload
        return upload

    def find(self, key: str) -> Upload:
        """The upload with this key; raises `UploadGone`."""
        with self._lock:
            if key not in self._uploads:
                raise UploadGone
            return self._uploads[key]

    def waiting(self) -> tuple[Upload, ...]:
        """The uploads in which files wait, the newest first."""
        with self._lock:
            return tuple(each for each in reversed(self._uploads.values()) if each.waiting)

    def throw_away(self, upload: Upload) -> None:
        """Remove the upload with every file that waits in it."""
        with self._lock:
            self._uploads.pop(upload.id, None)
        upload.stopped = True
        rmtree(upload.folder, ignore_errors=True)

    def _folder(self) -> Path:
        """The folder of the inbox: made when first needed, readable by nobody else, gone with the server."""
        with self._lock:
            if self._place is None:
                self._place = Path(mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
                weakref.finalize(self, rmtree, self._place, ignore_errors=True)
            return self._place


def clear_left_behind() -> None:
    """Remove the folders of servers of ours that were killed, and could not do it themselves."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        number = folder.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    """Whether a process with this number runs; where that cannot be asked without harm, it is taken to."""
    if not hasattr(os, "getpgid"):
        return True
    try:
        os.getpgid(process)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def bring_in(study: Study, upload: Upload, progress: Progress) -> None:
    """Bring in what waits in an upload, one file after another, until all is done or somebody stops it."""
    upload.stopped = False
    intake = Intake(study, by=upload.by)
    files = tuple(upload.waiting.values())
    with intake.stay_open():
        for done, file in enumerate(files):
            if upload.stopped:
                return
            progress(_("Reading {file}", file=file.name), total=len(files), done=done)
            choices = replace(file.choices or upload.choices, seen=file.seen)
            upload.settle(file, intake.bring_in(file.path, choices))
