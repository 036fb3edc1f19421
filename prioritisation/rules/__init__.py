"""Counting rules: one family a file, each from counts to an outcome; ties are returned, never broken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from prioritisation.counts import Counts
from prioritisation.errors import UnknownRule
from prioritisation.places import Outcome
from prioritisation.rules.borda import borda
from prioritisation.rules.copeland import copeland
from prioritisation.rules.schulze import schulze
from study.messages import N_

Rule = Callable[[Counts, str], Outcome]
"""From counts, and the treatment of unranked options ("below" or "abstain"), to an outcome."""


def _borda_rule(counts: Counts, unranked: str, *, variant: str) -> Outcome:
    """Borda by variant: the variant itself says what unranked options get."""
    del unranked
    return borda(counts, variant=variant)


RULES: Mapping[str, Rule] = {
    "borda": partial(_borda_rule, variant="avg"),
    "borda-pess": partial(_borda_rule, variant="pess"),
    "borda-opt": partial(_borda_rule, variant="opt"),
    "borda-mbc": partial(_borda_rule, variant="mbc"),
    "copeland": copeland,
    "schulze": schulze,
}

TITLES: Mapping[str, str] = {
    "borda": N_("Borda"),
    "borda-pess": N_("Borda, nothing for unranked points"),
    "borda-opt": N_("Borda, the most for unranked points"),
    "borda-mbc": N_("Borda, short ballots weigh less"),
    "copeland": N_("Copeland"),
    "schulze": N_("Schulze"),
}


def rule_named(name: str) -> Rule:
    """The rule of this name; raises `UnknownRule` with the names there are."""
    if name not in RULES:
        raise UnknownRule(rule=name, known=", ".join(RULES))
    return RULES[name]
