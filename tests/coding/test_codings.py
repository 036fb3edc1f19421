from __future__ import annotations

import pytest

from coding.codings import Coding, StatementKind, Valence, Vocabulary, check_coding, code_span
from coding.errors import (
    BadIntensity,
    CodingError,
    EmptySpan,
    NoCoder,
    NothingCoded,
    SpanOutside,
    UnknownActor,
    UnknownCode,
    UnknownKind,
    UnknownValence,
)
from study.errors import StudyError, UnknownPhase
from study.messages import speaking
from tests.coding.material import ANSWERED, TEXT, a_coding, a_document

WORDS = Vocabulary(frozenset({"contact", "begeleiding"}), frozenset({"0", "1"}), frozenset({"coach", "uwv"}))
DOCUMENT = a_document()


def test_a_coding_keeps_what_the_coder_said() -> None:
    coding = code_span(
        DOCUMENT, *ANSWERED, coder="marit", vocabulary=WORDS, code="contact", valence="goed", kind="feit", phase="x"
    )
    assert (coding.document_id, coding.start, coding.end, coding.coder) == (DOCUMENT.id, *ANSWERED, "marit")
    assert (coding.code, coding.valence, coding.kind, coding.phase) == (
        "contact",
        Valence.GOOD,
        StatementKind.FACT,
        "x",
    )


def test_each_coding_has_an_identity_of_its_own() -> None:
    made = [code_span(DOCUMENT, *ANSWERED, coder="marit", vocabulary=WORDS, code="contact") for _ in range(2)]
    assert made[0].id != made[1].id


def test_the_last_word_of_a_document_can_be_coded() -> None:
    coding = code_span(DOCUMENT, len(TEXT) - 6, len(TEXT), coder="marit", vocabulary=WORDS, actor="coach")
    assert coding.code is None


@pytest.mark.parametrize(
    ("coding", "error"),
    [
        (a_coding((-1, 5), code="contact"), SpanOutside),
        (a_coding((0, len(TEXT) + 1), code="contact"), SpanOutside),
        (a_coding((5, 5), code="contact"), EmptySpan),
        (a_coding((9, 5), code="contact"), EmptySpan),
        (a_coding((33, 35), code="contact"), EmptySpan),
        (a_coding(ANSWERED), NothingCoded),
        (a_coding(ANSWERED, intensity=2), NothingCoded),
        (a_coding(ANSWERED, coder=" ", code="contact"), NoCoder),
        (a_coding(ANSWERED, code="contakt"), UnknownCode),
        (a_coding(ANSWERED, phase="7"), UnknownPhase),
        (a_coding(ANSWERED, actor="gemeente"), UnknownActor),
        (a_coding(ANSWERED, code="contact", intensity=4), BadIntensity),
    ],
)
def test_a_coding_that_does_not_fit_is_refused(coding: Coding, error: type[StudyError]) -> None:
    with pytest.raises(error):
        check_coding(coding, DOCUMENT, vocabulary=WORDS)


def test_a_facet_outside_its_list_is_refused() -> None:
    with pytest.raises(UnknownValence):
        code_span(DOCUMENT, *ANSWERED, coder="marit", vocabulary=WORDS, valence="slecht")
    with pytest.raises(UnknownKind):
        code_span(DOCUMENT, *ANSWERED, coder="marit", vocabulary=WORDS, kind="mening")


def test_a_study_that_fixes_no_phases_or_actors_takes_any() -> None:
    free = Vocabulary(frozenset())
    assert code_span(DOCUMENT, *ANSWERED, coder="marit", vocabulary=free, phase="9", actor="wie").actor == "wie"


def test_the_sentence_names_the_nearest_code() -> None:
    with speaking("en"), pytest.raises(UnknownCode) as caught:
        check_coding(a_coding(ANSWERED, code="contakt"), DOCUMENT, vocabulary=WORDS)
    with speaking("en"):
        assert str(caught.value) == "The code “contakt” is not in the codebook. Nearest: contact."


def test_a_sentence_never_holds_what_was_said() -> None:
    for span in ((0, 999), (33, 35), (35, 40)):
        with pytest.raises(CodingError) as caught:
            code_span(DOCUMENT, *span, coder="marit", vocabulary=WORDS)
        assert "Niemand" not in str(caught.value)
