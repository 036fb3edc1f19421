"""`draad code`: add a coding, bring codings in, list them, show agreement."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

VALENCES = ("pijnpunt", "goed", "gemengd", "geen")
KINDS = ("ervaring", "perceptie", "feit")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which codings."""
    verbs = parser.add_subparsers(dest="what", metavar=_("WHAT"))
    verbs.add_parser("list", help=_("list the passages (default)"))
    _add_adding(verbs.add_parser("add", help=_("put a code on a passage")))
    bring = verbs.add_parser("import", help=_("bring in codings (CSV or JSON Lines, as “draad export passages” gives)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    agree = verbs.add_parser("agreement", help=_("how far two coders agree, code by code"))
    agree.add_argument("--coders", nargs="*", default=[], metavar=_("NAME"), help=_("whom (else everybody who coded)"))


def _add_adding(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar=_("DOCUMENT"), help=_("the name of the document"))
    parser.add_argument("code", metavar=_("CODE"), help=_("the key of the code"))
    parser.add_argument("--text", help=_("the words, when they stand there once"))
    parser.add_argument("--start", type=int, help=_("the first character, from 0"))
    parser.add_argument("--end", type=int, help=_("one past the last character"))
    parser.add_argument("--phase", metavar=_("KEY"), help=_("the phase (x is across phases)"))
    parser.add_argument("--actor", metavar=_("KEY"), help=_("the actor it is about"))
    parser.add_argument("--valence", choices=VALENCES, help=_("how the speaker judges"))
    parser.add_argument("--kind", choices=KINDS, help=_("experience, perception or fact"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, list."""
    {"add": _add, "import": _import, "agreement": _agreement}.get(arguments.what, _list)(arguments, screen)


def _add(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codings import Place, add_coding

    coding = add_coding(
        study_of(arguments),
        Place(arguments.document, arguments.start, arguments.end, arguments.text),
        by=person(arguments),
        code=arguments.code,
        phase=arguments.phase,
        actor=arguments.actor,
        valence=arguments.valence,
        kind=arguments.kind,
    )
    where = {"start": coding.start, "end": coding.end, "document": arguments.document}
    screen.say(_("Coded: characters {start} to {end} of {document}.", **where))
    screen.answer({"id": coding.id, "start": coding.start, "end": coding.end, "code": coding.code})


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codings import import_codings

    number = import_codings(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(translate_count("{number} coding stored.", "{number} codings stored.", number))
    screen.answer({"stored": number})


def _list(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.exporting import export_rows

    rows = export_rows(study_of(arguments), "passages")
    if not rows:
        screen.say(_("Nothing is coded yet."))
    heads = (_("document"), _("person"), _("phase"), _("code"), _("valence"), _("text"))
    names = ("document", "participant", "phase", "code", "valence", "text")
    screen.table(heads, ([row[name] for name in names] for row in rows))
    screen.answer(rows)


def _agreement(arguments: argparse.Namespace, screen: Screen) -> None:
    from coding.agreement import AgreementLabel
    from workbench.actions.agreement import agreement_of

    table = agreement_of(study_of(arguments), coders=arguments.coders)
    heads = (_("code"), _("both"), _("one only"), _("alpha"), _("interval"), _("reading"))
    screen.table(heads, (_agreement_row(row) for row in table))
    for label in sorted({row["label"] for row in table}):
        screen.remark(f"{label}: {AgreementLabel(label).words}")
    screen.remark(_("Units are turns: {number} in documents that all of them coded.", number=table[0]["n_units"]))
    screen.answer(table)


def _agreement_row(row: dict[str, Any]) -> tuple[object, ...]:
    interval = None if row["low"] is None else f"{row['low']:.2f}-{row['high']:.2f}"
    alpha = None if row["alpha"] is None else f"{row['alpha']:.2f}"
    return row["code"], row["both"], f"{row['only_a']} / {row['only_b']}", alpha, interval, row["label"]
