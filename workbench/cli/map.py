"""`draad map`: the experience map and the quadrants."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from study.config import Perspective, Settings
    from synthesis.experience import Cell


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where findings come from and where figures go."""
    parser.add_argument("--findings", type=Path, metavar=_("FILE"), help=_("bring in worded findings (TOML) first"))
    parser.add_argument(
        "--propose",
        action="store_true",
        help=_("propose findings from the codings where a cell has none, and keep them"),
    )
    parser.add_argument("-o", "--output", type=Path, metavar=_("FOLDER"), help=_("write the figures to this folder"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Show the map; write figures when a folder is given."""
    from workbench.actions.maps import build_map

    study = study_of(arguments)
    _bring_in(arguments, screen)
    journey = build_map(study)[1]
    for perspective in journey.perspectives:
        cells = [cell for cell in journey.cells if cell.perspective == perspective.key]
        _show(perspective, cells, study.settings, screen, guides_known=journey.guides_known)
    if arguments.output:
        from workbench.actions.reporting import write_map_figures

        for file in write_map_figures(study, arguments.output):
            screen.remark(_("Written: {file}", file=file))
    screen.answer([_json(cell) for cell in journey.cells])


def _bring_in(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.findings import import_findings
    from workbench.actions.maps import propose

    study, by = study_of(arguments), person(arguments)
    if arguments.findings:
        found = import_findings(study, arguments.findings, by=by)
        screen.say(translate_count("{number} finding stored.", "{number} findings stored.", len(found)))
    if arguments.propose:
        fresh = propose(study, by=by)
        screen.say(translate_count("{number} finding proposed.", "{number} findings proposed.", len(fresh)))
    if arguments.findings or arguments.propose:
        screen.say()


def _show(
    perspective: Perspective, cells: Sequence[Cell], settings: Settings, screen: Screen, *, guides_known: bool
) -> None:
    """A perspective: under each phase its statements, or why there are none."""
    from reports.words import passages_words, share_words, state_words, valence_word

    screen.head(perspective.label)
    states = {state_words(cell.state, guides_known=guides_known) for cell in cells if not cell.statements}
    if len(states) == 1 and not any(cell.statements for cell in cells):
        screen.say(f"  – {states.pop()}")
        screen.say()
        return
    for cell in cells:
        screen.say(settings.phase(cell.phase).label_for(cell.perspective))
        if not cell.statements:
            screen.say(f"  – {state_words(cell.state, guides_known=guides_known)}")
        for each in cell.statements:
            about = (share_words(each), valence_word(each.valence), passages_words(each.m))
            screen.entry(each.finding.wording, " · ".join(filter(None, about)), depth=1)
    screen.say()


def _json(cell: Cell) -> dict[str, object]:
    return {
        "perspective": cell.perspective,
        "phase": cell.phase,
        "state": cell.state.value,
        "asked": cell.eligible,
        "statements": [
            {"finding": each.finding.key, "respondents": each.r, "asked": each.eligible, "mentions": each.m}
            for each in cell.statements
        ],
    }
