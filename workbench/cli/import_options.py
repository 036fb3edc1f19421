"""The options of `draad import`: what is known of the files, and what a reader would detect otherwise."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _

if TYPE_CHECKING:
    from corpus.reading import ReadingOptions
    from workbench.actions.choices import Choices

KINDS = ("transcript", "community", "survey", "policy", "literature", "verslag", "report", "fieldnotes")
ROLES = ("text", "author", "thread", "key", "parent", "date", "prompt", "likes", "case", "answer", "trait")
TAB = "tab"
"""How a tab is written as a delimiter: the sign itself is hard to type."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is known of the files; how they are read; what is kept of them."""
    _add_about(parser)
    _add_speakers(parser)
    _add_reading(parser)
    parser.add_argument(
        "--as-detected", action="store_true", help=_("leave aside what was chosen for the last file of the round")
    )
    parser.add_argument("--no-original", action="store_true", help=_("keep no copy of the file in the vault"))


def _add_about(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-p", "--perspective", metavar=_("KEY"), help=_("who speaks in these files (see study.toml)"))
    parser.add_argument("--kind", choices=KINDS, help=_("what the files are (else detected)"))
    parser.add_argument("--instrument", metavar=_("KEY"), help=_("the instrument of the register they belong to"))
    parser.add_argument("--guide", metavar=_("KEY"), help=_("the topic list that was used"))
    parser.add_argument(
        "--held-on", type=_day, metavar=_("DATE"), help=_("the day of the interview, such as 2026-03-04")
    )
    parser.add_argument("--title", metavar=_("TITLE"), help=_("the title of the document (for one file)"))


def _add_speakers(parser: argparse.ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--transcript", action="store_true", help=_("the text is a talk, with speakers before the turns"))
    form.add_argument("--prose", action="store_true", help=_("the text is prose, without speakers"))
    for option, metavar, about in (
        ("--name", _("LABEL"), _("this label is a speaker")),
        ("--no-name", _("LABEL"), _("this label is no speaker, but belongs to the text")),
        ("--interviewer", _("NAME"), _("a speaker who asks and does not count")),
        ("--group", _("LABEL"), _("a label of several people at once")),
        ("--told-by", _("CODE"), _("the participant whose talk a report of an interview renders")),
    ):
        parser.add_argument(option, action="append", default=[], metavar=metavar, help=about)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", metavar=_("NAME"), help=_("the reader, such as vtt, text, sheet or survey (else detected)")
    )
    parser.add_argument("--encoding", metavar=_("NAME"), help=_("the encoding, when the detected one is wrong"))
    parser.add_argument("--delimiter", metavar=_("SIGN"), help=_("the sign between the cells of a csv, or “tab”"))
    parser.add_argument("--sheet", metavar=_("NAME"), help=_("the sheet of a workbook"))
    parser.add_argument(
        "--column",
        action="append",
        type=_column,
        default=[],
        metavar=_("ROLE=HEAD"),
        help=_("the column for a role, such as text=bericht; answer and trait of a survey may be given more often"),
    )
    parser.add_argument(
        "--per", choices=("person", "question"), help=_("cut the answers of a survey into a document for each of these")
    )
    parser.add_argument(
        "--only-sound", action="store_true", help=_("leave out what cannot be read instead of refusing")
    )


def choices_of(arguments: argparse.Namespace, files: Sequence[Path]) -> Choices:
    """What was said about the files; raises `ForOneFile` when a title is given to more than one."""
    from corpus.documents import DocumentKind
    from workbench.actions.choices import Choices, RoundUse
    from workbench.errors import ForOneFile

    if arguments.title and len(files) > 1:
        raise ForOneFile(option="--title", number=len(files))
    return Choices(
        perspective=arguments.perspective,
        kind=DocumentKind(arguments.kind) if arguments.kind else None,
        instrument=arguments.instrument,
        guide=arguments.guide,
        held_on=arguments.held_on,
        title=arguments.title,
        interviewers=tuple(arguments.interviewer),
        groups=tuple(arguments.group),
        told_by=tuple(arguments.told_by),
        reading=_reading(arguments),
        keep_original=not arguments.no_original,
        round_use=RoundUse.ANEW if arguments.as_detected else RoundUse.FOLLOW,
    )


def _reading(arguments: argparse.Namespace) -> ReadingOptions:
    from corpus.reading import ReadingOptions

    return ReadingOptions(
        format=arguments.format,
        encoding=arguments.encoding,
        delimiter="\t" if arguments.delimiter == TAB else arguments.delimiter,
        sheet=arguments.sheet,
        columns=_columns(arguments.column),
        speakers=True if arguments.transcript else False if arguments.prose else None,
        only_sound=arguments.only_sound,
        names=tuple(arguments.name),
        no_names=tuple(arguments.no_name),
        per=arguments.per,
    )


def _columns(said: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The column for each role; of a survey a role may have several, in one text."""
    from corpus.readers.answers import BETWEEN

    return {role: BETWEEN.join(head for each, head in said if each == role) for role, _head in said}


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
