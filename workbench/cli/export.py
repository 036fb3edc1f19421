"""`draad export turns|passages|codes|findings|ranking|process|logic|goals`: rows for other tools."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.raw import warn_raw
from workbench.cli.screen import Screen

WHAT = ("turns", "passages", "codes", "findings", "ranking", "process", "logic", "goals")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to export, in which form, to where."""
    about = _("what to write: {what}", what=", ".join(WHAT))
    parser.add_argument("what", choices=WHAT, metavar=_("WHAT"), help=about)
    parser.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help=_("JSON Lines (default) or CSV"))
    parser.add_argument("-o", "--output", type=Path, metavar=_("FILE"), help=_("the file (else standard output)"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Write the rows to standard output, or to a file; with --json the rows are one JSON value."""
    from workbench.actions.exporting import as_text, export_rows, write_export

    study, what, file = study_of(arguments), arguments.what, arguments.output
    if file is not None:
        number = write_export(study, what, file, form=arguments.format)
        screen.remark(_("Written: {file}", file=file))
        screen.answer({"file": str(file), "rows": number})
        warn_raw(study, screen)
        return
    rows = export_rows(study, what)
    if not rows:
        screen.remark(_("There is nothing of this kind in the study yet."))
    if screen.json:
        screen.answer(rows)
    else:
        screen.hand_over(as_text(rows, what, form=arguments.format))
    warn_raw(study, screen)
