"""Participants: the people who speak, under a code, seen from one perspective."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Participant:
    """A respondent: `code` is what the study calls the person ("W01"), `labels` the names that transcripts use."""

    id: str
    code: str
    perspective: str
    labels: tuple[str, ...] = ()
    traits: Mapping[str, str] = field(default_factory=dict)
