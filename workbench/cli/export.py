"""`draad export turns|passages|codes|findings|ranking`: rows for other tools."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen

WHAT = ("turns", "passages", "codes", "findings", "ranking")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to export, in which form, to where."""
    parser.add_argument("what", choices=WHAT, help=_("what to write"))
    parser.add_argument("--format", choices=("jsonl", "csv"), default="jsonl", help=_("JSON Lines (default) or CSV"))
    parser.add_argument("-o", "--output", type=Path, metavar=_("FILE"), help=_("the file (else standard output)"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Write the rows to standard output, or to a file."""
    from workbench.actions.exporting import write_export

    text = write_export(study_of(arguments), arguments.what, arguments.output, form=arguments.format)
    if arguments.output is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr] - a text stream when it is no pipe of ours
        sys.stdout.write(text)
    else:
        screen.remark(_("Written: {file}", file=arguments.output))
