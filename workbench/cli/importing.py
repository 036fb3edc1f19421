"""`draad import FILE …`: transcripts, communities, documents, and the register."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import WRONG_USE
from workbench.cli.imported import show_results
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from study.folder import Study
    from workbench.actions.importing import Choices, Imported

KINDS = ("transcript", "community", "policy", "literature", "verslag", "report", "fieldnotes")
ROLES = ("text", "author", "thread", "key", "parent", "date", "prompt", "likes")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files and what is known about them."""
    parser.add_argument("files", nargs="*", metavar=_("FILE"), help=_("files, patterns such as map/*.vtt, or folders"))
    parser.add_argument("-p", "--perspective", metavar=_("KEY"), help=_("who speaks in these files (see study.toml)"))
    parser.add_argument("--kind", choices=KINDS, help=_("what the files are (else detected)"))
    parser.add_argument("--instrument", metavar=_("KEY"), help=_("the instrument of the register they belong to"))
    parser.add_argument("--guide", metavar=_("KEY"), help=_("the topic list that was used"))
    parser.add_argument(
        "--held-on", type=_day, metavar=_("DATE"), help=_("the day of the interview, such as 2026-03-04")
    )
    parser.add_argument(
        "--interviewer", action="append", default=[], metavar=_("NAME"), help=_("a speaker who asks and does not count")
    )
    _add_reading(parser)
    parser.add_argument("--register", type=Path, metavar=_("FILE"), help=_("instruments, topic lists and participants"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be read; store nothing"))
    add_by(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--encoding", metavar=_("NAME"), help=_("the encoding, when the detected one is wrong"))
    parser.add_argument(
        "--column",
        action="append",
        type=_column,
        default=[],
        metavar=_("ROLE=HEAD"),
        help=_("the column for a role, such as text=bericht"),
    )
    parser.add_argument(
        "--only-sound", action="store_true", help=_("leave out what cannot be read instead of refusing")
    )


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Bring in the register, then the files; the exit code is that of the first refused file."""
    study = study_of(arguments)
    if not arguments.files and not arguments.register:
        screen.warn(_("Nothing to import: name files, a folder, or --register FILE."))
        return WRONG_USE
    register = _bring_in_register(study, arguments, screen) if arguments.register else None
    results = _bring_in_files(study, arguments, screen) if arguments.files else ()
    files = show_results(results, screen)
    if not arguments.perspective and any(each.status == "imported" for each in results) and not arguments.instrument:
        screen.warn(_("Without --perspective the speakers are kept by name, but nobody is counted as a respondent."))
    screen.answer(files if register is None else {"register": register, "files": files})
    return next((each.exit_code for each in results if each.exit_code), 0)


def _bring_in_register(study: Study, arguments: argparse.Namespace, screen: Screen) -> dict[str, int]:
    from workbench.actions.register import import_register, read_register

    if arguments.dry_run:
        register = read_register(arguments.register, study.settings)
    else:
        register = import_register(study, arguments.register, by=person(arguments))
    instruments, participants = len(register.instruments), len(register.participants)
    screen.say(translate_count("{number} instrument", "{number} instruments", instruments))
    screen.say(translate_count("{number} participant", "{number} participants", participants))
    return {"instruments": instruments, "participants": participants}


def _bring_in_files(study: Study, arguments: argparse.Namespace, screen: Screen) -> Sequence[Imported]:
    from workbench.actions.importing import find_files, import_files

    files, choices = find_files(arguments.files), _choices(arguments)
    with screen.progress() as progress:
        return import_files(study, files, choices, by=person(arguments), dry_run=arguments.dry_run, progress=progress)


def _choices(arguments: argparse.Namespace) -> Choices:
    from corpus.documents import DocumentKind
    from corpus.reading import ReadingOptions
    from workbench.actions.importing import Choices

    return Choices(
        perspective=arguments.perspective,
        kind=DocumentKind(arguments.kind) if arguments.kind else None,
        instrument=arguments.instrument,
        guide=arguments.guide,
        held_on=arguments.held_on,
        interviewers=tuple(arguments.interviewer),
        reading=ReadingOptions(
            encoding=arguments.encoding, columns=dict(arguments.column), only_sound=arguments.only_sound
        ),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is no date such as 2026-03-04", text=text)) from None


def _column(text: str) -> tuple[str, str]:
    role, sign, head = text.partition("=")
    if not sign or not head or role not in ROLES:
        reason = _("“{text}” is not ROLE=HEAD, with one of the roles {roles}", text=text, roles=", ".join(ROLES))
        raise argparse.ArgumentTypeError(reason)
    return role, head
