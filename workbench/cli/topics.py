"""`draad topics`: fit topics and lay them beside the codes."""

from __future__ import annotations

import argparse

from study.messages import translate as _
from workbench.cli.people import add_by, person, study_of
from workbench.cli.screen import Screen

LARGEST_SEED = 2**32 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The method and the seed."""
    parser.add_argument(
        "--method", choices=("builtin", "bertopic"), default="builtin", help=_("the built-in method, or BERTopic")
    )
    parser.add_argument(
        "--seed", type=_seed, default=42, metavar=_("NUMBER"), help=_("the seed (kept with the result)")
    )
    add_by(parser)


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Fit, keep, show."""
    from workbench.actions.topics import fit_study_topics

    with screen.progress() as progress:
        (fit,) = fit_study_topics(
            study_of(arguments), (arguments.method,), by=person(arguments), seed=arguments.seed, progress=progress
        )
    if not fit.topics:
        screen.say(_("Too few passages of text for topics; use the codes and search instead."))
    rows = ((each.number, ", ".join(each.words[:8]), each.size, each.respondents) for each in fit.topics)
    screen.table((_("topic"), _("words"), _("segments"), _("respondents")), rows, wide={1})
    lost = sum(member.topic is None for member in fit.members)
    if fit.topics:
        screen.say(_("Not assigned: {lost} of {all} segments.", lost=lost, all=len(fit.members)))
        screen.remark(_("A topic is a reading aid, not a finding: read its segments before you use it."))
    topics = [{"number": each.number, "words": list(each.words), "size": each.size} for each in fit.topics]
    screen.answer(
        {"method": fit.method, "policy": fit.policy, "seed": fit.seed, "topics": topics, "not_assigned": lost}
    )


def _seed(text: str) -> int:
    """A seed as every method takes it."""
    if not text.isdecimal() or int(text) > LARGEST_SEED:
        reason = _("“{text}” is no whole number from 0 to {most}", text=text, most=LARGEST_SEED)
        raise argparse.ArgumentTypeError(reason)
    return int(text)
