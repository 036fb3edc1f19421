"""`draad import FILE …`: transcripts, communities, documents, and the register."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import WRONG_USE
from workbench.cli.import_options import add_options, choices_of
from workbench.cli.imported import show_results
from workbench.cli.people import add_by, ask_key, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from study.folder import Study
    from workbench.actions.importing import Imported

IN_SETTINGS = Path()
"""The register that stands in study.toml itself."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files and what is known about them."""
    parser.add_argument("files", nargs="*", metavar=_("FILE"), help=_("files, patterns such as map/*.vtt, or folders"))
    add_options(parser)
    parser.add_argument(
        "--register",
        type=Path,
        nargs="?",
        const=IN_SETTINGS,
        metavar=_("FILE"),
        help=_("instruments, topic lists and participants (without a file: those in study.toml)"),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be read; store nothing"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Bring in the register, then the files; the exit code is that of the first refused file."""
    study = study_of(arguments)
    if not arguments.files and not arguments.register:
        screen.warn(_("Nothing to import: name files, a folder, or --register FILE."))
        return WRONG_USE
    register = _bring_in_register(study, arguments, screen) if arguments.register else None
    results = _bring_in_files(study, arguments, screen) if arguments.files else ()
    answer = show_results(results, screen)
    if any(each.status == "imported" and not each.counts for each in results):
        screen.warn(_("Without --perspective the speakers are kept by name, but nobody is counted as a respondent."))
    screen.answer(answer if register is None else {"register": register, **answer})
    return next((each.exit_code for each in results if each.exit_code), 0)


def _bring_in_register(study: Study, arguments: argparse.Namespace, screen: Screen) -> dict[str, int]:
    from study.folder import SETTINGS
    from workbench.actions.register import import_register, read_register

    file = study.folder / SETTINGS if arguments.register == IN_SETTINGS else arguments.register
    if arguments.dry_run:
        register = read_register(file, study.settings)
    else:
        register = import_register(study, file, by=person(arguments))
    instruments, participants = len(register.instruments), len(register.participants)
    screen.say(translate_count("{number} instrument", "{number} instruments", instruments))
    screen.say(translate_count("{number} participant", "{number} participants", participants))
    return {"instruments": instruments, "participants": participants}


def _bring_in_files(study: Study, arguments: argparse.Namespace, screen: Screen) -> Sequence[Imported]:
    from workbench.actions.importing import find_files, import_files, preview_files

    files = find_files(arguments.files)
    choices = choices_of(arguments, files)
    with screen.progress() as progress:
        if arguments.dry_run:
            return preview_files(study, files, choices, progress=progress)
        return import_files(study, files, choices, by=person(arguments), progress=progress, ask=ask_key())
