"""Which way a number of texts asks for, and how many of them a fit may look at."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from enum import StrEnum


class Policy(StrEnum):
    """The way that belongs to a size."""

    NONE = "geen_topicmodel"
    SMALL = "klein_consensus"
    MEDIUM = "middel"
    SAMPLE = "groot_sample"
    STREAM = "massaal_stream"


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the sizes begin, and how large the samples and blocks are; the numbers are distinct texts.

    The defaults are the policy of the house: nothing below 20, consensus of small fits below 200, one fit of
    everything up to 5,000, a sample up to 50,000 and a stream above.
    """

    small: int = 20
    medium: int = 200
    sample: int = 5_000
    stream: int = 50_000
    sample_size: int = 20_000
    stream_size: int = 50_000
    block: int = 10_000
    topics: int = 40

    def fit_size(self, policy: Policy) -> int:
        """How many texts a fit under this policy looks at, at most."""
        sizes = {Policy.SAMPLE: self.sample_size, Policy.STREAM: self.stream_size}
        return sizes.get(policy, self.sample)

    def as_settings(self) -> dict[str, str]:
        """The limits as they are kept with a fit."""
        return {f"limit.{each.name}": str(getattr(self, each.name)) for each in fields(self)}


def choose_policy(size: int, limits: Limits) -> Policy:
    """The policy for this many distinct texts.

    >>> [choose_policy(size, Limits()).value for size in (19, 20, 200, 5_001, 50_001)]
    ['geen_topicmodel', 'klein_consensus', 'middel', 'groot_sample', 'massaal_stream']
    """
    if size < limits.small:
        return Policy.NONE
    if size < limits.medium:
        return Policy.SMALL
    if size <= limits.sample:
        return Policy.MEDIUM
    return Policy.SAMPLE if size <= limits.stream else Policy.STREAM


def candidates(size: int, *, most: int) -> list[int]:
    """The numbers of topics worth trying: up to seven from a third of √(size / 2) to all of it, two at least.

    With more of them a topic holds too few texts to be one, with fewer it holds too many to guide the reading.

    >>> candidates(20, most=40), candidates(400, most=40)
    ([2, 3], [4, 5, 6, 7, 9, 11, 14])
    """
    highest = max(2, min(most, math.isqrt(size // 2)))
    lowest = max(2, highest // 3)
    steps = 6
    return sorted({round(lowest * (highest / lowest) ** (step / steps)) for step in range(steps + 1)})
