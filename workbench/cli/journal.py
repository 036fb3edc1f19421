"""`draad journal`: who did what when, and what can be taken back."""

from __future__ import annotations

import argparse

from study.messages import translate as _
from workbench.cli.people import study_of
from workbench.cli.screen import Screen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose steps, on what."""
    parser.add_argument("--who", metavar=_("NAME"), help=_("only what this person did"))
    parser.add_argument("--kind", metavar=_("KIND"), help=_("only steps on this kind of record (Coding, Code, Memo …)"))


def run(arguments: argparse.Namespace, screen: Screen) -> None:
    """Show the last steps, the newest first."""
    from workbench.actions.journal import read_journal
    from workbench.actions.step_words import counted_words, step_words

    page = read_journal(study_of(arguments), by=arguments.who, kind=arguments.kind)
    if not page.steps:
        screen.say(_("Nothing was done yet."))
    heads = (_("step"), _("when"), _("by"), _("what"), _("what it changed"))
    rows = [
        (each.id[:8], f"{each.made_at:%Y-%m-%d %H:%M}", each.by, step_words(each.what), counted_words(each.counts))
        for each in page.steps
    ]
    screen.table(heads, rows, wide={4})
    screen.answer(
        [
            {
                "step": each.id,
                "made_at": each.made_at.isoformat(),
                "by": each.by,
                "what": each.what,
                "undone_by": each.undone_by,
                "counts": [list(one) for one in each.counts],
            }
            for each in page.steps
        ]
    )
