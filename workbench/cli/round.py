"""`draad round`: open a round of double coding, look how far it is, close it, and see what came of it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from study.messages import translate as _
from study.messages import translate_count
from workbench.cli.grammar import SubVerbs
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

if TYPE_CHECKING:
    from workbench.actions.coding_rounds import RoundWork

UNITS = ("turn", "sentence", "character")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with which round."""
    verbs = SubVerbs(parser)
    verbs.add("list", _("list the rounds (default)"))
    _add_opening(verbs.add("open", _("draw units by chance and open a round")))
    close = verbs.add("close", _("close a round, so that its coders see each other’s work"))
    close.add_argument("name", metavar=_("ROUND"), help=_("the name of the round"))
    close.add_argument("--unfinished", action="store_true", help=_("also when somebody coded nothing in it"))
    add_by(close)
    agree = verbs.add("agreement", _("how far the coders of a closed round agree, before discussion"))
    agree.add_argument("name", metavar=_("ROUND"), help=_("the name of the round"))
    differ = verbs.add("differences", _("the differences of a closed round, with what was decided"))
    differ.add_argument("name", metavar=_("ROUND"), help=_("the name of the round"))


def _add_opening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=_("ROUND"), help=_("the name of the round"))
    parser.add_argument("--coders", nargs="+", required=True, metavar=_("NAME"), help=_("who code in it"))
    parser.add_argument("--unit", choices=UNITS, default="turn", help=_("what is judged: turn, sentence or character"))
    parser.add_argument("--codes", nargs="+", default=[], metavar=_("CODE"), help=_("with which codes (else all)"))
    parser.add_argument("--percent", type=int, default=10, help=_("how many percent of all units (10)"))
    parser.add_argument("--per-code", type=int, default=None, help=_("or: so many units with and without each code"))
    parser.add_argument("--seed", type=int, default=1, help=_("the seed of the draw (1)"))
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Do one of these; without a word, list."""
    doing = {"open": _open, "close": _close, "agreement": _agreement, "differences": _differences}
    doing.get(arguments.what, _list)(arguments, screen)


def _list(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.coding_rounds import list_rounds

    rounds = list_rounds(study_of(arguments))
    if not rounds:
        screen.say(_("There is no round yet. Open one with “draad round open NAME --coders A B”."))
    heads = (_("round"), _("state"), _("coders"), _("units"))
    screen.table(heads, [_row(each) for each in rounds], wide={0})
    screen.answer([_plain(each) for each in rounds])


def _row(work: RoundWork) -> tuple[object, ...]:
    state = _("open") if work.is_open else _("closed")
    done = ", ".join(f"{coder} {number}" for coder, number in work.done)
    return work.round.title, state, done, len(work.units)


def _plain(work: RoundWork) -> dict[str, Any]:
    return {
        "title": work.round.title,
        "open": work.is_open,
        "coders": list(work.round.coders),
        "units": len(work.units),
        "done": dict(work.done),
        "seed": work.round.seed,
    }


def _open(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.coding_rounds import RoundPlan, open_round

    per_code = arguments.per_code
    plan = RoundPlan(
        arguments.name,
        tuple(arguments.coders),
        unit=arguments.unit,
        codes=tuple(arguments.codes),
        share=None if per_code else min(max(arguments.percent, 1), 100) / 100,
        per_code=per_code,
        seed=arguments.seed,
    )
    opened, sample = open_round(study_of(arguments), plan, by=person(arguments))
    screen.say(translate_count("{number} unit drawn.", "{number} units drawn.", len(sample.units)))
    for code, number in sample.short.items():
        screen.remark(_("“{code}” is in {number} units only; all of them were taken.", code=code, number=number))
    screen.answer({"id": opened.id, "units": len(sample.units), "short": dict(sample.short)})


def _close(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.coding_rounds import close_round

    closed = close_round(study_of(arguments), arguments.name, by=person(arguments), unfinished=arguments.unfinished)
    screen.say(_("The round “{title}” is closed.", title=closed.title))
    screen.answer({"title": closed.title, "open": False})


def _agreement(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.round_results import round_results
    from workbench.cli.code import agreement_row

    results = round_results(study_of(arguments), arguments.name)
    screen.head(_("Agreement of {coders}", coders=", ".join(results.coders)))
    heads = (_("code"), _("together"), _("one only"), _("alpha"), _("reading"))
    screen.table(heads, (agreement_row(row) for row in results.rows), wide={4})
    for name, value in (("MASI", results.summary.masi), (_("u-alpha"), results.summary.unitizing)):
        screen.remark(f"{name}: {'–' if value is None else f'{value:.2f}'}")
    screen.answer(list(results.rows))


def _differences(arguments: argparse.Namespace, screen: Screen) -> None:
    from workbench.actions.round_results import round_results

    results = round_results(study_of(arguments), arguments.name)
    rows = []
    for each in results.differences:
        who = [name for name, put in each.found.by.items() if put]
        decision = each.decision
        screen.entry(f"{each.title} · {each.found.start} · {each.found.code} · {', '.join(who)}", each.text)
        rows.append(
            {
                "document": each.title,
                "start": each.found.start,
                "end": each.found.end,
                "code": each.found.code,
                "put_by": who,
                "present": decision.is_present if decision else None,
                "reason": decision.reason if decision else None,
            }
        )
    if not rows:
        screen.say(_("There are no differences in this round."))
    screen.answer(rows)
