"""One speaker, one voice: the cap on a talkative respondent, fit samples and subsamples of people."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.topic_methods.material import Material, gather
from synthesis.topic_methods.speakers import cap, draw, largest_share, subsamples, weigh


def material(counts: list[int]) -> Material:
    """So many different texts by each of these speakers."""
    rows = [
        (f"{who}-{what}", who, f"zaak{chr(97 + who % 26)} {'fiets ' * what}")
        for who, n in enumerate(counts)
        for what in range(n)
    ]
    names, people, texts = zip(*rows, strict=True)
    table = {"segment_id": names, "document_id": people, "participant_id": people, "text": texts}
    return gather(pd.DataFrame(table))


def everything(found: Material) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.ones(len(found.mention_texts), dtype=np.bool_)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=40))
def test_nobody_weighs_more_than_the_largest_share(counts: list[int]) -> None:
    weights = np.minimum(counts, cap(np.array(counts)))
    assert weights.max() <= largest_share(len(counts)) * weights.sum() * (1 + 1e-9)


@given(st.lists(st.integers(1, 9), min_size=11, max_size=26))
def test_a_respondent_has_at_most_a_tenth_of_a_fit(counts: list[int]) -> None:
    found = material(counts)
    weights = weigh(found, everything(found))
    own = np.bincount(found.mention_speakers, weights=weights[found.mention_texts])
    assert own.max() <= 0.1 * weights.sum() * (1 + 1e-9)


def test_people_who_talk_equally_much_all_weigh_fully() -> None:
    found = material([4] * 12)
    assert weigh(found, everything(found)).tolist() == [1.0] * 48


def test_a_sample_takes_as_equal_a_number_of_each_speaker_as_can_be() -> None:
    found = material([9, 9, 2, 1])
    chosen = draw(found, 9, seed=1)
    counts = np.bincount(found.mention_speakers[chosen], minlength=4)
    assert sorted(counts.tolist()) == [1, 2, 3, 3]
    assert (chosen == draw(found, 9, seed=1)).all()
    assert not (chosen == draw(found, 9, seed=2)).all()


@pytest.mark.parametrize(("people", "kept"), [(10, 8), (5, 4)])
def test_a_subsample_leaves_out_whole_people(people: int, kept: int) -> None:
    found = material([3] * people)
    for mentions in subsamples(found, everything(found), runs=3, seed=1):
        counts = np.bincount(found.mention_speakers[mentions], minlength=people)
        assert sorted(counts.tolist()) == [0] * (people - kept) + [3] * kept


def test_with_fewer_than_five_people_a_subsample_leaves_out_texts() -> None:
    found = material([10, 10])
    for mentions in subsamples(found, everything(found), runs=3, seed=1):
        assert mentions.sum() == 16
