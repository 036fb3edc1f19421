"""Quiet places: addresses on the web and titles of laws, where capitals belong to nobody."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_PUBLIC = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)*(?:wetten|overheid|rijksoverheid|officielebekendmakingen|europa|uwv|cbs|szw)\.",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:Wet|Besluit|Regeling|Verordening|Richtlijn|Beleidsregels?) (?:[a-z]+ ){0,4}[A-Z][\w-]*")


def quiet_places(text: str) -> list[tuple[int, int, bool]]:
    """Spans where no rule looks; the third value says that what the study knows is not looked for there either."""
    found = [(each.start(), each.end(), _PUBLIC.match(each[0]) is not None) for each in _ADDRESS.finditer(text)]
    return [*found, *((each.start(), each.end(), True) for each in _LAW.finditer(text))]
