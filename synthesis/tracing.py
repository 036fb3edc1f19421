"""Process tracing: how much a piece of evidence, found or looked for and absent, tells about a hypothesis."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import log, prod

HIGH_CERTAINTY = 0.90
LOW_CHANCE_ELSEWHERE = 0.10
SURE_TO_ONE_IN_A_HUNDRED = 0.01


class TestKind(StrEnum):
    """The four tests (Van Evera 1997): which would sink a hypothesis, and which would carry it."""

    __test__ = False  # pytest would collect it by its name

    DOUBLY_DECISIVE = "doorslaggevend"
    SMOKING_GUN = "rokend_pistool"
    HOOP = "hoepel"
    STRAW = "strohalm"


@dataclass(frozen=True, slots=True)
class Trace:
    """What was looked for: the chance to find it if the hypothesis holds (s) and if it does not (t), and what came.

    Traces of one `package` depend on each other; together they weigh as the strongest of them.
    """

    sensitivity: float
    type_one: float
    found: bool
    package: str = ""


def classify_test(sensitivity: float, type_one: float) -> TestKind:
    """The kind of test: certainty is high from s = .90, uniqueness is high up to t = .10 (Befani 2020).

    >>> classify_test(0.95, 0.40), classify_test(0.30, 0.02)
    (<TestKind.HOOP: 'hoepel'>, <TestKind.SMOKING_GUN: 'rokend_pistool'>)
    """
    certain, unique = sensitivity >= HIGH_CERTAINTY, type_one <= LOW_CHANCE_ELSEWHERE
    if certain and unique:
        return TestKind.DOUBLY_DECISIVE
    if unique:
        return TestKind.SMOKING_GUN
    return TestKind.HOOP if certain else TestKind.STRAW


def likelihood_ratio(trace: Trace) -> float:
    """How many times likelier what came is under the hypothesis than without it; chances are kept off 0 and 1."""
    s, t = _clip(trace.sensitivity), _clip(trace.type_one)
    return s / t if trace.found else (1 - s) / (1 - t)


def _clip(chance: float) -> float:
    return min(max(chance, SURE_TO_ONE_IN_A_HUNDRED), 1 - SURE_TO_ONE_IN_A_HUNDRED)


def update_belief(prior: float, traces: Iterable[Trace]) -> float:
    """The chance of the hypothesis after the traces, from the chance before; one ratio for each package.

    What was not looked for is no trace: it is not absent.

    >>> round(update_belief(0.5, [Trace(0.95, 0.40, found=True)]), 3)
    0.704
    """
    packages: dict[str, list[float]] = defaultdict(list)
    for number, trace in enumerate(traces):
        packages[trace.package or f" {number}"].append(likelihood_ratio(trace))
    odds = prior / (1 - prior) * prod(max(ratios, key=lambda each: abs(log(each))) for ratios in packages.values())
    return odds / (1 + odds)
