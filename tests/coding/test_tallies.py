from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from coding import Coding
from coding.tallies import double_coded, tally
from corpus.segments import Unit
from tests.coding.material import ANSWERED, ANSWERED_ON, ASKED, TEXT, a_coding, a_document, a_turn, an_interview

DOCUMENT = a_document()
CODERS = ["marit", "joost", "fatma"]
codings = st.lists(
    st.builds(
        lambda start, length, coder, code: a_coding((start, start + length), coder=coder, code=code),
        st.integers(0, 100),
        st.integers(1, 40),
        st.sampled_from([*CODERS, "machine"]),
        st.sampled_from(["a", "b", None]),
    ),
    max_size=15,
)


def test_only_documents_that_every_coder_coded_count() -> None:
    documents = [a_document("w03.vtt"), a_document("w02.vtt"), a_document("w01.vtt")]
    made = [
        a_coding(ASKED, source="w01.vtt", coder="marit", code="a"),
        a_coding(ASKED, source="w01.vtt", coder="joost", phase="1"),
        a_coding(ASKED, source="w02.vtt", coder="marit", code="a"),
        a_coding(ASKED, source="w03.vtt", coder="marit", code="a"),
        a_coding(ASKED, source="w03.vtt", coder="joost", code="b"),
    ]
    shared = double_coded(documents, made, coders=["marit", "joost"])
    assert [document.source for document in shared] == ["w01.vtt", "w03.vtt"]


def test_a_code_is_in_every_turn_its_coding_touches() -> None:
    made = [
        a_coding((ASKED[1] - 1, ANSWERED[0] + 1), coder="marit", code="a"),
        a_coding(ANSWERED, coder="joost", code="a"),
        a_coding(ANSWERED_ON, coder="joost", code="a"),
    ]
    assert tally(DOCUMENT, an_interview(), made, coders=CODERS[:2], unit="turn") == (
        4,
        {"a": Counter({0b01: 1, 0b11: 1, 0b10: 1})},
    )


def test_a_coder_who_puts_a_code_twice_in_a_turn_counts_once() -> None:
    made = [a_coding((35, 42), code="a"), a_coding((44, 63), code="a")]
    assert tally(DOCUMENT, an_interview(), made, coders=["marit", "joost"], unit="turn")[1] == {"a": {0b01: 1}}


def test_sentences_are_units_of_their_own() -> None:
    segments = [
        *an_interview(),
        a_turn((35, 43), ordinal=4, unit=Unit.SENTENCE),
        a_turn((44, 63), ordinal=5, unit=Unit.SENTENCE),
    ]
    made = [a_coding((40, 42), code="a")]
    assert tally(DOCUMENT, segments, made, coders=["marit", "joost"], unit="sentence") == (2, {"a": {0b01: 1}})
    assert tally(DOCUMENT, segments, made, coders=["marit", "joost"], unit="turn")[0] == 4


def test_a_document_without_segments_has_characters_but_no_turns() -> None:
    made = [a_coding((0, 10), code="a")]
    assert tally(DOCUMENT, [], made, coders=["marit", "joost"], unit="turn") == (0, {})
    assert tally(DOCUMENT, [], made, coders=["marit", "joost"], unit="character") == (len(TEXT), {"a": {0b01: 10}})


@settings(deadline=None)
@given(codings)
def test_characters_are_counted_as_if_one_by_one(made: list[Coding]) -> None:
    units, patterns = tally(DOCUMENT, [], made, coders=CODERS, unit="character")
    assert units == len(TEXT)
    for code in ("a", "b"):
        one_by_one: Counter[int] = Counter()
        for place in range(len(TEXT)):
            put = {each.coder for each in made if each.code == code and each.start <= place < each.end}
            one_by_one[sum(1 << bit for bit, coder in enumerate(CODERS) if coder in put)] += 1
        del one_by_one[0]
        assert patterns.get(code, Counter()) == one_by_one
