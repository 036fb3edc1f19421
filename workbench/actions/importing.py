"""Bringing files in: each is read, linked to people and stored by itself, so that a stop in between loses nothing."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Sequence
from pathlib import Path

from study.folder import Study
from study.keys import Ask
from study.messages import translate as _
from workbench.actions.choices import Choices as Choices
from workbench.actions.intake import Intake
from workbench.actions.summaries import Imported as Imported
from workbench.errors import NoFiles
from workbench.progress import Progress, silent


def import_files(
    study: Study,
    files: Sequence[Path],
    choices: Choices,
    *,
    by: str,
    progress: Progress = silent,
    ask: Ask | None = None,
) -> tuple[Imported, ...]:
    """What became of each document in these files; one that cannot be read is refused and the rest goes on.

    Raises at once when the choices themselves are wrong (an unknown perspective, instrument or guide) or when the
    vault cannot be opened; `ask` asks the person at the screen for its key.
    """
    intake = Intake(study, by=by, ask=ask)
    intake.check(choices)
    results: list[Imported] = []
    with intake.stay_open():
        for done, file in enumerate(files):
            progress(_("Reading {file}", file=file.name), total=len(files), done=done)
            results.extend(intake.bring_in(file, choices))
    progress(_("Ready"), total=len(files), done=len(files))
    return tuple(results)


def import_file(study: Study, file: Path, choices: Choices, *, by: str) -> tuple[Imported, ...]:
    """What became of each document in one file, stored with its turns and new people: all of it or nothing.

    Raises what the reader raises, and `NameTaken` when another document came from a file of this name.
    """
    results = import_files(study, [file], choices, by=by)
    for each in results:
        if each.problem is not None:
            raise each.problem
    return results


def preview_files(
    study: Study, files: Sequence[Path], choices: Choices, *, progress: Progress = silent
) -> tuple[Imported, ...]:
    """What would become of each document in these files; nothing is stored. Raises when the choices are wrong."""
    intake = Intake(study, by="")
    intake.check_choices(choices)
    results: list[Imported] = []
    for done, file in enumerate(files):
        progress(_("Reading {file}", file=file.name), total=len(files), done=done)
        results.extend(intake.preview(file, choices))
    return tuple(results)


def find_files(names: Iterable[str]) -> tuple[Path, ...]:
    """The files that are meant: names, patterns (also where the shell does not fill them in) and whole folders.

    Raises `NoFiles` when a pattern or folder gives nothing.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            matches = sorted(each for each in path.iterdir() if each.is_file() and not each.name.startswith("."))
        elif any(sign in name for sign in "*?[") and not path.exists():
            matches = sorted(Path(each) for each in glob.glob(name, recursive=True))  # noqa: PTH207 - takes any pattern
        else:
            matches = [path]
        if not matches:
            raise NoFiles(names=name)
        found.extend(matches)
    return tuple(dict.fromkeys(found))
