"""Laws of the table of passages, over generated codings of two interviews by two coders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from coding import CodeGroup, Coding, Valence, passages
from corpus.documents import Document
from corpus.segments import Segment
from tests.coding.material import a_code, a_coding, a_document, a_participant, an_interview

CODES = [a_code("contact"), a_code("begeleiding"), a_code("coach", group="actor")]
GROUPS = [
    CodeGroup("1", "knelpunt", "Knelpunt", 1),
    CodeGroup("2", "actor", "Actor", 2, substantive=False),
]

codings_of_two = st.lists(
    st.builds(
        lambda start, length, source, coder, code, phase, valence: a_coding(
            (start, start + length), source=source, coder=coder, code=code, phase=phase, valence=valence
        ),
        st.integers(0, 90),
        st.integers(1, 30),
        st.sampled_from(["w01.vtt", "w02.vtt"]),
        st.sampled_from(["marit", "joost"]),
        st.sampled_from([None, None, "contact", "begeleiding"]),
        st.sampled_from([None, "0", "1"]),
        st.sampled_from([None, *Valence]),
    ),
    max_size=14,
)


def of_two(
    codings: Sequence[Coding], documents: Sequence[Document], segments: Sequence[Segment], codes: Sequence[Any] = CODES
) -> pd.DataFrame:
    participants = [a_participant("WG01"), a_participant("WG02")]
    return passages(documents, participants, segments, codes, codings, groups=GROUPS)


TWO = [a_document("w01.vtt"), a_document("w02.vtt")]
TWO_SEGMENTS = [*an_interview("w01.vtt"), *an_interview("w02.vtt", participant="WG02")]


@settings(deadline=None, max_examples=60)
@given(codings_of_two, st.randoms(use_true_random=False))
def test_the_order_in_which_records_come_changes_nothing(codings: list[Coding], chance: Any) -> None:
    codings = [replace(each, id=str(place)) for place, each in enumerate([*codings, *codings[:2]])]
    mixed = [chance.sample(each, len(each)) for each in (codings, TWO, TWO_SEGMENTS, CODES)]
    pd.testing.assert_frame_equal(of_two(*mixed), of_two(codings, TWO, TWO_SEGMENTS))


@settings(deadline=None, max_examples=60)
@given(codings_of_two, st.randoms(use_true_random=False))
def test_other_ids_change_nothing_but_ids(codings: list[Coding], chance: Any) -> None:
    names = chance.sample(range(1000), 1000)

    def renamed(each: str) -> str:
        return f"{names[sum(map(ord, each)) % 1000]}-{each}"

    ours = of_two(codings, TWO, TWO_SEGMENTS)
    others = of_two(
        [replace(each, id=renamed(each.id), document_id=renamed(each.document_id)) for each in codings],
        [replace(each, id=renamed(each.id)) for each in TWO],
        [replace(each, id=renamed(each.id), document_id=renamed(each.document_id)) for each in TWO_SEGMENTS],
    )
    ids = ["coding_id", "document_id", "segment_id"]
    pd.testing.assert_frame_equal(others.drop(columns=ids), ours.drop(columns=ids))


@settings(deadline=None, max_examples=60)
@given(codings_of_two)
def test_every_substantive_coding_has_a_row_and_no_facet_coding_is_lost(codings: list[Coding]) -> None:
    codings = [replace(each, id=str(place)) for place, each in enumerate(codings)]
    frame = of_two(codings, TWO, TWO_SEGMENTS)
    assert set(frame.loc[frame["code"].notna(), "coding_id"]) == {each.id for each in codings if each.code}
    shown = set(frame["coding_id"])
    for hidden in (each for each in codings if each.id not in shown):
        values = {hidden.phase, hidden.valence} - {None}
        taken = frame[(frame["document_id"] == hidden.document_id) & (frame["coder"] == hidden.coder)]
        assert values & {*taken["phase"], *taken["valence"]}
