"""Memos: a researcher's note on anything in the study."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Memo:
    """A note on a record: `about_kind` names the record type ("Document", "Coding", …), `about_id` its id.

    `label` is a word of the author's own to find memos of one sort by ("methode", "idee").
    """

    id: str
    about_kind: str
    about_id: str
    text: str
    author: str
    made_at: datetime
    label: str = ""
    changed_at: datetime | None = None
