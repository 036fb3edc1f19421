"""`draad import FILE …`: transcripts, communities, documents, and the register."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.importing import Choices, Imported

KINDS = ("transcript", "community", "policy", "literature", "verslag", "report", "fieldnotes")
NAMES_SHOWN = 3


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
    parser.add_argument("--encoding", help=_("the encoding, when the detected one is wrong"))
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="ROLE=HEAD",
        help=_("the column for a role, such as text=bericht"),
    )
    parser.add_argument(
        "--only-sound", action="store_true", help=_("leave out what cannot be read instead of refusing")
    )
    parser.add_argument("--register", type=Path, metavar=_("FILE"), help=_("instruments, topic lists and participants"))
    parser.add_argument("--dry-run", action="store_true", help=_("show what would be read; store nothing"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Bring in the register, then the files; the exit code is that of the first refused file."""
    from workbench.actions.importing import find_files, import_files
    from workbench.actions.register import import_register

    study, by = study_of(arguments), person(arguments)
    if arguments.register:
        register = import_register(study, arguments.register, by=by)
        screen.say(translate_count("{number} instrument", "{number} instruments", len(register.instruments)))
        screen.say(translate_count("{number} participant", "{number} participants", len(register.participants)))
    if not arguments.files:
        if not arguments.register:
            screen.warn(_("Nothing to import: name files, a folder, or --register FILE."))
        return 0 if arguments.register else 2
    with screen.progress() as progress:
        choices = _choices(arguments)
        results = import_files(
            study, find_files(arguments.files), choices, by=by, dry_run=arguments.dry_run, progress=progress
        )
    _show(results, screen)
    if not arguments.perspective and any(result.status == "imported" for result in results):
        screen.warn(_("Without --perspective the speakers are kept by name, but nobody is counted as a respondent."))
    return next((result.exit_code for result in results if result.exit_code), 0)


def _choices(arguments: argparse.Namespace) -> Choices:
    from corpus.documents import DocumentKind
    from corpus.reading import ReadingOptions
    from workbench.actions.importing import Choices

    columns = dict(pair.split("=", 1) for pair in arguments.column if "=" in pair)
    return Choices(
        perspective=arguments.perspective,
        kind=DocumentKind(arguments.kind) if arguments.kind else None,
        instrument=arguments.instrument,
        guide=arguments.guide,
        held_on=arguments.held_on,
        interviewers=tuple(arguments.interviewer),
        reading=ReadingOptions(encoding=arguments.encoding, columns=columns, only_sound=arguments.only_sound),
    )


def _show(results: Iterable[Imported], screen: Screen) -> None:
    results = tuple(results)
    heads = (_("file"), _("result"), _("turns"), _("speakers"), _("characters"), _("left out"))
    screen.table(heads, (_row(each) for each in results))
    for each in results:
        for note in each.reading.notes if each.reading and each.status == "preview" else ():
            screen.remark(f"{each.file}: {note}")
        if each.sentence:
            screen.warn(each.sentence)
    stored = [each for each in results if each.status == "imported"]
    screen.say(_("{stored} of {all} files stored.", stored=len(stored), all=len(results)))
    screen.answer([_json(each) for each in results])


def _row(result: Imported) -> tuple[object, ...]:
    words = {
        "imported": _("stored"),
        "already": _("was there already"),
        "preview": _("would be stored"),
        "refused": _("refused"),
    }
    reading = result.reading
    if reading is None:
        return result.file, words[result.status], None, None, None, None
    names = reading.speakers()
    speakers = ", ".join(names[:NAMES_SHOWN]) + (" …" if len(names) > NAMES_SHOWN else "")
    lost = ", ".join(f"{kind.value} {count}" for kind, count in reading.lost().items())
    return (
        result.file,
        words[result.status],
        len(reading.turns),
        f"{len(names)}: {speakers}" if names else None,
        len(reading.text),
        lost,
    )


def _json(result: Imported) -> dict[str, object]:
    reading = result.reading
    about = {"file": result.file, "status": result.status, "sentence": result.sentence}
    if reading is None:
        return about
    lost = {kind.value: count for kind, count in reading.lost().items()}
    return about | {
        "format": reading.format,
        "encoding": reading.encoding,
        "kind": reading.kind.value,
        "turns": len(reading.turns),
        "characters": len(reading.text),
        "left_out": lost,
        "speakers": list(reading.speakers()),
        "participants": list(result.new_participants),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is no date such as 2026-03-04", text=text)) from None
