"""`draad map`: the experience map and the quadrants."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
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
    from workbench.actions.findings import import_findings
    from workbench.actions.maps import build_map, propose

    study, by = study_of(arguments), person(arguments)
    if arguments.findings:
        found = import_findings(study, arguments.findings, by=by)
        screen.say(translate_count("{number} finding stored.", "{number} findings stored.", len(found)))
    if arguments.propose:
        fresh = propose(study, by=by)
        screen.say(translate_count("{number} finding proposed.", "{number} findings proposed.", len(fresh)))
    journey = build_map(study)[1]
    for perspective in journey.perspectives:
        rows = (
            row
            for cell in journey.cells
            if cell.perspective == perspective.key
            for row in _rows(study.settings.phase(cell.phase).label_for(perspective.key), cell)
        )
        screen.table(
            (_("phase"), _("finding"), _("said by"), _("valence"), _("mentions")), rows, title=perspective.label
        )
    if arguments.output:
        from workbench.actions.reporting import write_map_figures

        for file in write_map_figures(study, arguments.output):
            screen.remark(_("Written: {file}", file=file))
    screen.answer([_json(cell) for cell in journey.cells])


def _rows(phase: str, cell: Cell) -> list[tuple[object, ...]]:
    from reports.words import share_words, state_words, valence_word

    if not cell.statements:
        return [(phase, f"({state_words(cell.state)})", None, None, None)]
    return [
        (phase, each.finding.wording, share_words(each), valence_word(each.valence), each.m) for each in cell.statements
    ]


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
