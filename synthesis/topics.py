"""Topics: a reading aid beside coding, in one shape whatever the method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of segments that use the same words; `words` run from most to least telling."""

    number: int
    words: tuple[str, ...]
    weights: tuple[float, ...]
    size: int
    respondents: int
    medoid: str | None = None


@dataclass(frozen=True, slots=True)
class TopicMember:
    """Where a segment landed: its topic number (None: not assigned) and its similarity to the topic's centre."""

    segment_id: str
    topic: int | None
    similarity: float


@dataclass(frozen=True, slots=True)
class TopicFit:
    """One fitted topic model with everything needed to make it again: method, settings, seed, corpus hash, versions."""

    id: str
    method: str
    policy: str
    seed: int
    settings: Mapping[str, str]
    corpus_hash: str
    topics: tuple[Topic, ...]
    members: tuple[TopicMember, ...]
