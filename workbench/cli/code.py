"""`draad code`: add a coding, bring codings in, list them, show agreement."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.raw import warn_raw
from workbench.cli.retrieving import add_verbs, crosstab, find
from workbench.cli.screen import Screen

VALENCES = ("pijnpunt", "goed", "gemengd", "geen")
KINDS = ("ervaring", "perceptie", "feit")
LISTED = ("document", "start", "participant", "phase", "code", "valence", "coder")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which codings."""
    verbs = SubVerbs(parser)
    verbs.add("list", _("list the passages (default)"))
    _add_adding(verbs.add("add", _("put a code on a passage")))
    bring = verbs.add("import", _("bring in codings (CSV or JSON Lines, as “draad export passages” gives)"))
    bring.add_argument("file", type=Path, metavar=_("FILE"))
    add_by(bring)
    add_verbs(verbs)
    agree = verbs.add("agreement", _("how far two coders agree, code by code"))
    agree.add_argument("--coders", nargs="+", default=[], metavar=_("NAME"), help=_("whom (else everybody who coded)"))


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
    parser.add_argument("--intensity", type=int, choices=range(4), help=_("how strong it is, from 0 to 3"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, list."""
    doing = {"add": _add, "import": _import, "agreement": _agreement, "find": find, "crosstab": crosstab}
    doing.get(arguments.what, _list)(arguments, screen)
    warn_raw(study_of(arguments), screen)


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
        intensity=arguments.intensity,
    )
    where = {"start": coding.start, "end": coding.end, "document": arguments.document}
    screen.say(_("Coded: characters {start} to {end} of {document}.", **where))
    screen.answer({"id": coding.id, "start": coding.start, "end": coding.end, "code": coding.code})


def _import(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.codings import import_codings

    stored, there = import_codings(study_of(arguments), arguments.file, by=person(arguments))
    screen.say(translate_count("{number} coding stored.", "{number} codings stored.", stored))
    if there:
        screen.say(translate_count("{number} was there already.", "{number} were there already.", there))
    screen.answer({"stored": stored, "already": there})


def _list(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.exporting import export_rows

    rows = export_rows(study_of(arguments), "passages")
    if not rows:
        screen.say(_("Nothing is coded yet."))
    for row in rows:
        screen.entry(" · ".join(str(row[name]) for name in LISTED if row[name] is not None), row["text"])
    screen.answer(rows)


def _agreement(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.agreement import agreement_of

    coders, rows = agreement_of(study_of(arguments), coders=arguments.coders)
    screen.head(_("Agreement of {coders}", coders=", ".join(coders)))
    if not rows:
        screen.say(_("There is no document that all of them coded, so there is nothing to compare."))
    heads = (_("code"), _("together"), _("one only"), _("alpha"), _("reading"))
    screen.table(heads, (agreement_row(row) for row in rows), wide={4})
    for row in rows[:1]:
        screen.remark(_("Units are turns: {number} in documents that all of them coded.", number=row["n_units"]))
    screen.answer(rows)


def agreement_row(row: dict[str, Any]) -> tuple[object, ...]:
    """A code with its counts, alpha and label, as a table on screen shows it."""
    from coding.agreement import AgreementLabel

    interval = "" if row["low"] is None else f" ({row['low']:.2f}-{row['high']:.2f})"
    alpha = None if row["alpha"] is None else f"{row['alpha']:.2f}"
    alone = None if row["only_a"] is None else f"{row['only_a']} / {row['only_b']}"
    return row["code"], row["both"], alone, alpha, AgreementLabel(row["label"]).words + interval
