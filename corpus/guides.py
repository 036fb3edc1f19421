"""Guides (topiclijsten): the questions of an instrument, in versions; they decide who was *asked*."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guide:
    """One version of the topic list of an instrument; `replaces` is the key of the version before it."""

    id: str
    key: str
    instrument_id: str
    version: str
    title: str = ""
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question or community prompt: what it covers, whether it prompts, what facets its answers take by default."""

    id: str
    key: str
    guide_id: str
    ordinal: int
    text: str
    prompted: bool = False
    phases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    default_phase: str | None = None
    default_actor: str | None = None
