"""Quotes of what rests on passages: the ones to print for each, chosen from the table of passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from synthesis.logic import LogicLink
from synthesis.quotes import Passages, Quote, choose_quotes

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class QuotedLink:
    """A link of the logic model with the quotes behind its status."""

    link: LogicLink
    quotes: tuple[Quote, ...] = ()


class Quoting:
    """The passages of a study, to be quoted by the ids of their codings."""

    def __init__(self, passages: pd.DataFrame) -> None:
        table = passages.drop_duplicates("coding_id").reset_index(drop=True)
        self._rows = {key: row for row, key in enumerate(table["coding_id"])}
        self._passages = Passages(table)

    def passages(self, codings: Iterable[str]) -> tuple[Quote, ...]:
        """The passages of these codings, whole, each once, in their order; those that are gone are left out."""
        return tuple(self._passages.quote(self._rows[each]) for each in dict.fromkeys(codings) if each in self._rows)

    def quotes(self, codings: Iterable[str], *, limit: int = 2) -> tuple[Quote, ...]:
        """The quotes to print for what rests on these codings, no two of one respondent."""
        return choose_quotes(self.passages(codings), limit=limit)


def quote_links(passages: pd.DataFrame, links: Iterable[LogicLink]) -> tuple[QuotedLink, ...]:
    """The links with their quotes, in the order of their numbers; `passages` is the table of `coding.passages`."""
    quoting = Quoting(passages)
    ordered = sorted(links, key=lambda each: (each.ordinal, each.source, each.target))
    return tuple(QuotedLink(each, quoting.quotes(each.passages)) for each in ordered)
