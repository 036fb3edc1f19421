"""Small groups: what of a list may leave the room, by the number of valid ballots."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from prioritisation.consultations import ConsultedLine, ConsultedList
from prioritisation.places import write_range
from prioritisation.ranking import Line, Ranking, Turnout
from study.messages import N_, translate

TOTALS_FROM = 5
DISTRIBUTIONS_FROM = 10
SMALLEST_CELL = 3
NEW_BALLOTS_TO_REPUBLISH = 3
_NUMBER = re.compile(
    r"\d|^(een|a|an)\b|\b([eé]én|twee|drie|vier|beide|helft|one|two|three|four|both|half)\b", re.IGNORECASE
)

_NOTE_NONE = N_("No valid ballots: there is no list.")
_NOTE_ORDER = N_("Fewer than {least} valid ballots: only the order is shown, so that no ballot can be worked out.")
_NOTE_TOTALS = N_("Fewer than {least} valid ballots: totals are shown, but not how the ballots were spread.")
_DISSENT = N_("Not everyone saw it this way.")
_DISSENT_WORDS = N_("Not everyone saw it this way: {words}")
_NOTE_ALL = N_("Numbers of fewer than {least} people are put together.")


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be published about `valid` ballots: the order always, the rest when true.

    `totals` are scores; `ranges` what a place hangs on; `distributions` numbers per place, tables of pairs and
    anything made of them, with cells under `SMALLEST_CELL` put together.
    """

    valid: int
    totals: bool
    ranges: bool
    distributions: bool

    @property
    def note(self) -> str:
        """The sentence under the list that says what is not shown, and why."""
        if self.valid == 0:
            return translate(_NOTE_NONE)
        if not self.totals:
            return translate(_NOTE_ORDER, least=TOTALS_FROM)
        if not self.distributions:
            return translate(_NOTE_TOTALS, least=DISTRIBUTIONS_FROM)
        return translate(_NOTE_ALL, least=SMALLEST_CELL)


@dataclass(frozen=True, slots=True)
class PublishedLine:
    """A row as others may see it; what may not be shown is None."""

    rank: int
    place: str
    key: str
    title: str
    explanation: str
    score: Fraction | None
    ranks: str | None
    copeland: Fraction | None
    depends: str | None
    in_first_three: tuple[int, int] | None
    """Between how many and how many people have it among their first three: a range where one number is too small."""


@dataclass(frozen=True, slots=True)
class PublishedList:
    """A list as others may see it, with the note that goes under it."""

    title: str
    perspective: str | None
    rule: str
    turnout: Turnout
    lines: tuple[PublishedLine, ...]
    note: str


def disclosure(valid: int) -> Disclosure:
    """What may be published about this many valid ballots: below 5 the order only, from 5 totals, from 10 the spread.

    Measured on all sets of full rankings of four options: a table of ranks fixes every ballot of 30 % of the sets of
    four voters, and of 7 % at six; Borda totals of 0.2 % at five.

    >>> disclosure(4).totals, disclosure(5).totals, disclosure(9).distributions
    (False, True, False)
    """
    return Disclosure(
        valid=valid,
        totals=valid >= TOTALS_FROM,
        ranges=valid >= TOTALS_FROM,
        distributions=valid >= DISTRIBUTIONS_FROM,
    )


def may_republish(published: int, now: int) -> bool:
    """Whether a list over `now` valid ballots may replace one over `published`: the difference must not show a person.

    >>> may_republish(12, 13), may_republish(12, 15), may_republish(12, 12)
    (False, True, True)
    """
    return now == published or abs(now - published) >= NEW_BALLOTS_TO_REPUBLISH


def publish(ranking: Ranking) -> PublishedList:
    """The ranking as others may see it: the order with its ties, and numbers only for a group that is large enough."""
    allowed = disclosure(ranking.turnout.valid)
    return PublishedList(
        title=ranking.title,
        perspective=ranking.perspective,
        rule=ranking.rule,
        turnout=ranking.turnout,
        lines=tuple(_publish_line(line, allowed, ranking.breadth[line.key]) for line in ranking.lines),
        note=allowed.note,
    )


def merge_small(number: int, of: int) -> tuple[int, int]:
    """The number of people out of so many as a range; a cell under three is put together, and so is what it leaves.

    >>> merge_small(12, 34), merge_small(1, 34), merge_small(33, 34)
    ((12, 12), (0, 2), (32, 34))
    """
    if number < SMALLEST_CELL:
        return 0, SMALLEST_CELL - 1
    return (of - SMALLEST_CELL + 1, of) if of - number < SMALLEST_CELL else (number, number)


def _publish_line(line: Line, allowed: Disclosure, breadth: int) -> PublishedLine:
    ranks = line.depends.ranks
    return PublishedLine(
        rank=line.rank,
        place=line.place,
        key=line.key,
        title=line.title,
        explanation=line.explanation,
        score=line.score if allowed.totals else None,
        ranks=write_range(*ranks) if ranks and allowed.ranges else None,
        copeland=line.copeland if allowed.distributions else None,
        depends=line.depends.say(least=SMALLEST_CELL if allowed.distributions else 0) if allowed.ranges else None,
        in_first_three=merge_small(breadth, allowed.valid) if allowed.distributions else None,
    )


def publish_consultation(agreed: ConsultedList) -> ConsultedList:
    """The list as others may see it: with fewer than five present nobody can tell how many, or who, saw it otherwise.

    The words before a colon ("2 organisaties zagen dit anders: …") make way there for "not everyone saw it this way";
    a dissent that names a number and has no colon is not printed at all, only that there was one.
    """
    if agreed.present >= TOTALS_FROM:
        return agreed
    return replace(agreed, lines=tuple(replace(line, dissent=_publish_dissent(line)) for line in agreed.lines))


def _publish_dissent(line: ConsultedLine) -> str:
    head, colon, words = line.dissent.partition(":")
    if colon and words.strip():
        return translate(_DISSENT_WORDS, words=words.strip())
    return translate(_DISSENT) if _NUMBER.search(head) else line.dissent
