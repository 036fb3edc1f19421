"""`draad demo`: the example study, the whole road, and where everything is."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from study.messages import translate as _
from workbench.cli.screen import Screen

FOLDER = Path("voorbeeld")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and whether to open it."""
    parser.add_argument(
        "folder", nargs="?", type=Path, default=FOLDER, metavar=_("FOLDER"), help=_("where (else voorbeeld)")
    )
    parser.add_argument("--open", action="store_true", help=_("open the workbench in the browser afterwards"))
    parser.add_argument(
        "--no-bertopic", action="store_true", help=_("leave out BERTopic, also when it is installed (faster)")
    )


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Walk the road; the same command goes on where it was stopped."""
    from workbench.actions.demonstration import walk_the_road

    with screen.progress() as progress:
        walk = walk_the_road(arguments.folder, bertopic=not arguments.no_bertopic, progress=progress)
    for remark in walk.remarks:
        screen.remark(remark)
    screen.say(_("The example study is in {folder}, its report and figures are in:", folder=arguments.folder))
    for file in walk.outputs:
        screen.say(f"  {file}")
    command = f"{typed_program()} -s {arguments.folder} serve --open"
    screen.say(_("Open the workbench with:  {command}", command=command))
    screen.answer({"folder": str(arguments.folder), "outputs": [str(file) for file in walk.outputs]})
    if arguments.open:
        from workbench.cli.serve import open_workbench

        return open_workbench(walk.study, screen)
    return 0


def typed_program() -> str:
    """The command as this person can type it: by name where the shell finds it, else by its place."""
    placed = sys.argv[0] if Path(sys.argv[0]).stem == "draad" else "draad"
    return "draad" if shutil.which("draad") else placed
