"""Privacy in the workbench's own tables, and the registers of all rooms together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import coding.privacy
import corpus.privacy
import prioritisation.privacy
import synthesis.privacy
from corpus.privacy import ID, RESEARCHER, SETTING
from study.changes import Changes, changed
from study.holdings import Holds, Register
from workbench.outbox import Export

HOLDS: Register = {
    Export: Holds(
        words=("file",), rests_on=("quotes",), nobody={"id": ID, "what": SETTING, "by": RESEARCHER, "digest": SETTING}
    )
}
"""What the fields of each record of the workbench may hold."""

REGISTER: Register = {
    **corpus.privacy.HOLDS,
    **coding.privacy.HOLDS,
    **synthesis.privacy.HOLDS,
    **prioritisation.privacy.HOLDS,
    **HOLDS,
}
"""What the fields of every record of the house may hold."""


def forget_passages(gone: Collection[str], exports: Iterable[Export]) -> Changes:
    """What was sent, without saying any more which quote of it was one of these passages (ids of codings)."""
    return changed((each, replace(each, quotes=_stay(each.quotes, gone))) for each in exports)


def _stay(quotes: Mapping[str, str], gone: Collection[str]) -> dict[str, str]:
    return {number: passage for number, passage in quotes.items() if passage not in gone}
