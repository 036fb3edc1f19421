"""`draad code find` and `draad code crosstab`: passages by a question, and codes by an attribute."""

from __future__ import annotations

import argparse
from pathlib import Path

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import study_of
from workbench.cli.screen import Screen


def add_verbs(verbs: SubVerbs) -> None:
    """The words after `draad code` that ask something."""
    find = verbs.add("find", _("find passages by a question"))
    find.add_argument("question", metavar=_("QUESTION"), help=_("for example: contact near:2 nazorg and phase:1"))
    find.add_argument("-o", "--output", type=Path, metavar=_("FILE"), help=_("a CSV or XLSX file (else on screen)"))
    cross = verbs.add("crosstab", _("codes by an attribute, respondents and passages apart"))
    cross.add_argument(
        "attribute",
        metavar=_("ATTRIBUTE"),
        help=_("what codes are set against: perspective, phase, valence, coder, or a trait (kenmerk.…)"),
    )
    cross.add_argument("--question", default="", metavar=_("QUESTION"), help=_("only passages that this finds"))


def find(arguments: argparse.Namespace, screen: Screen) -> None:
    """The passages on screen, or in a file with the full path of their codes, their source and place."""
    from workbench.actions.material import load_material
    from workbench.actions.retrieving import FOUND_FIELDS, find_passages, found_rows
    from workbench.sheets import write_sheet

    study = study_of(arguments)
    material = load_material(study)
    found = find_passages(study, arguments.question, material=material)
    rows = found_rows(found, material)
    if arguments.output:
        write_sheet(arguments.output, rows, FOUND_FIELDS)
        screen.remark(_("Written: {file}", file=arguments.output))
        screen.answer({"file": str(arguments.output), "rows": len(rows)})
        return
    for row in rows:
        screen.entry(
            " · ".join(str(row[name]) for name in ("document", "speaker", "code_path") if row[name]), row["text"]
        )
    screen.remark(
        translate_count("{number} passage", "{number} passages", found.passages)
        + " · "
        + translate_count("{number} respondent", "{number} respondents", found.respondents)
    )
    screen.answer(rows)


def crosstab(arguments: argparse.Namespace, screen: Screen) -> None:
    """A row per code, with respondents and passages for each value of the attribute."""
    from workbench.actions.material import load_material
    from workbench.actions.retrieving import crosstab_of

    table = crosstab_of(load_material(study_of(arguments)), arguments.attribute, question=arguments.question)
    rows = [
        (
            code,
            *(
                f"{table.respondents[line, place]} / {table.mentions[line, place]}"
                for place in range(len(table.values))
            ),
        )
        for line, code in enumerate(table.codes)
    ]
    screen.table((_("code"), *table.values), rows, wide={0})
    screen.remark(_("In each cell: respondents / passages."))
    screen.answer(
        [
            {"code": code}
            | {
                value: {
                    "respondents": int(table.respondents[line, place]),
                    "passages": int(table.mentions[line, place]),
                }
                for place, value in enumerate(table.values)
            }
            for line, code in enumerate(table.codes)
        ]
    )
