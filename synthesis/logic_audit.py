"""The audit of a logic model: two conclusions, never one (synthesis.md, 4.11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.messages import N_, translate_count
from study.messages import translate as _
from synthesis.errors import UnknownElement
from synthesis.logic import Layer, LinkStatus, LogicElement, LogicLink

_MET = frozenset({LinkStatus.MET, LinkStatus.MET_WITH_CONCERN})
_CARRIED_OUT = _MET | {LinkStatus.DONE}


class Contribution(StrEnum):
    """Whether what was done plausibly contributes (bijdrage)."""

    PLAUSIBLE = "aannemelijk"
    NOT_PLAUSIBLE = "niet_aannemelijk"
    UNKNOWN = "onbekend"

    @property
    def words(self) -> str:
        """What is printed for the conclusion."""
        return _(_CONTRIBUTIONS[self])


class Effect(StrEnum):
    """Whether it works (effect)."""

    ESTABLISHED = "vastgesteld"
    NOT_PLAUSIBLE = "niet_aannemelijk"
    NOT_YET = "nog_niet_vast_te_stellen"

    @property
    def words(self) -> str:
        """What is printed for the conclusion."""
        return _(_EFFECTS[self])


_CONTRIBUTIONS: Mapping[Contribution, str] = {
    Contribution.PLAUSIBLE: N_("likely"),
    Contribution.NOT_PLAUSIBLE: N_("not likely"),
    Contribution.UNKNOWN: N_("unknown"),
}
_EFFECTS: Mapping[Effect, str] = {
    Effect.ESTABLISHED: N_("established"),
    Effect.NOT_PLAUSIBLE: N_("not likely"),
    Effect.NOT_YET: N_("cannot be established yet"),
}


@dataclass(frozen=True, slots=True)
class LogicAudit:
    """The two conclusions, each with the links that decide it: those that stand in the way, else all that count."""

    contribution: Contribution
    effect: Effect
    contribution_links: tuple[LogicLink, ...] = ()
    effect_links: tuple[LogicLink, ...] = ()

    @property
    def contribution_reason(self) -> str:
        """Which links decide the contribution, by their numbers."""
        if self.contribution is Contribution.PLAUSIBLE:
            return _("every link up to output was carried out or met")
        return _reason(self.contribution_links, _CARRIED_OUT) or _("no link leads to an output")

    @property
    def effect_reason(self) -> str:
        """Which links decide the effect, by their numbers."""
        if self.effect is Effect.ESTABLISHED:
            return _("every link up to outcome is met")
        return _reason(self.effect_links, _MET) or _("no link leads to an outcome")


def audit_logic(elements: Iterable[LogicElement], links: Iterable[LogicLink]) -> LogicAudit:
    """Contribution and effect by the printed rules; the order of elements and links changes nothing.

    Contribution looks at the links up to output: not plausible with one not met, plausible when every one was carried
    out or met, else unknown. Effect looks at all links up to outcome: not plausible with one not met, established when
    every one is met, else it cannot be established yet. A point of concern counts as met, links to impact are left
    out, and a chain without any link to an output (an outcome) shows nothing. Raises `UnknownElement`.
    """
    layers = {each.key: each.layer for each in elements}
    ordered = sorted(links, key=lambda each: (each.ordinal, each.source, each.target))
    for link in ordered:
        if not {link.source, link.target} <= layers.keys():
            raise UnknownElement(source=link.source, target=link.target)
    upto = {link: max(layers[link.source].place, layers[link.target].place) for link in ordered}
    first = [each for each in ordered if upto[each] <= Layer.OUTPUT.place]
    whole = [each for each in ordered if upto[each] <= Layer.OUTCOME.place]
    does = _holds(first, _CARRIED_OUT, reaches=any(layers[each.target] is Layer.OUTPUT for each in first))
    works = _holds(whole, _MET, reaches=any(layers[each.target] is Layer.OUTCOME for each in whole))
    return LogicAudit(
        {True: Contribution.PLAUSIBLE, False: Contribution.NOT_PLAUSIBLE, None: Contribution.UNKNOWN}[does],
        {True: Effect.ESTABLISHED, False: Effect.NOT_PLAUSIBLE, None: Effect.NOT_YET}[works],
        _deciding(first, _CARRIED_OUT),
        _deciding(whole, _MET),
    )


def _holds(links: Iterable[LogicLink], enough: frozenset[LinkStatus], *, reaches: bool) -> bool | None:
    """Whether the links hold; None when that is not known."""
    statuses = {each.status for each in links}
    if LinkStatus.NOT_MET in statuses:
        return False
    return True if reaches and statuses <= enough else None


def _deciding(links: list[LogicLink], enough: frozenset[LinkStatus]) -> tuple[LogicLink, ...]:
    """The links that are not met; else those of which too little is known; else all of them."""
    failed = [each for each in links if each.status is LinkStatus.NOT_MET]
    return tuple(failed or [each for each in links if each.status not in enough] or links)


def _reason(links: tuple[LogicLink, ...], enough: frozenset[LinkStatus]) -> str:
    """What is wrong with these links; nothing when they are all good enough."""
    if all(each.status in enough for each in links):
        return ""
    numbers = ", ".join(str(each.ordinal) for each in links)
    if links[0].status is LinkStatus.NOT_MET:
        return translate_count("link {links} is not met", "links {links} are not met", len(links), links=numbers)
    return translate_count(
        "too little is known about link {links}", "too little is known about links {links}", len(links), links=numbers
    )
