from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest

from coding import CodeGroup, Coding, Valence, passages
from coding.codings import Origin, StatementKind
from coding.passages import PASSAGE_COLUMNS
from corpus.documents import DocumentKind
from corpus.segments import Role, Segment
from tests.coding.material import (
    ANSWERED,
    ANSWERED_ON,
    ASKED,
    a_code,
    a_coding,
    a_document,
    a_participant,
    a_question,
    a_turn,
    an_instrument,
    an_interview,
)

CODES = [a_code("contact"), a_code("begeleiding"), a_code("coach", group="actor")]
GROUPS = [
    CodeGroup("1", "knelpunt", "Knelpunt", 1),
    CodeGroup("2", "actor", "Actor", 2, substantive=False),
]
WHOLE = (ASKED[0], ANSWERED_ON[1])


FULL_ROW = {
    "coding_id": "cod-antwoord",
    "document_id": "doc-w01.vtt",
    "document": "w01.vtt",
    "instrument_id": "ins-interviews",
    "instrument": "interviews",
    "segment_id": "seg-w01.vtt-1",
    "participant_id": "par-WG01",
    "participant": "WG01",
    "perspective": "werkgever",
    "role": "respondent",
    "speaker": "Respondent",
    "phase": "1",
    "phase_via": "omvattend",
    "actor": "uwv",
    "actor_via": "vraag",
    "valence": "pijnpunt",
    "valence_via": "eigen",
    "kind": "ervaring",
    "kind_via": "eigen",
    "intensity": 2,
    "group": "knelpunt",
    "code": "contact",
    "code_name": "Contact",
    "coder": "marit",
    "origin": "human",
    "start": 35,
    "end": 63,
    "text": "Niemand. Ik heb zelf gebeld.",
    "question_id": "que-q1",
    "prompted": True,
    "held_on": date(2026, 3, 2),
    "meerduidig": False,
    "verbatim": True,
}


def table(*codings: Coding, segments: Sequence[Segment] | None = None, **more: Any) -> pd.DataFrame:
    """The passages of the small interview."""
    turns = an_interview() if segments is None else segments
    more = {"groups": GROUPS, **more}
    return passages([a_document()], [a_participant()], turns, CODES, codings, **more)


def first(frame: pd.DataFrame, *names: str) -> list[Any]:
    return [frame[name].iloc[0] for name in names]


def facets(frame: pd.DataFrame) -> list[tuple[str | None, ...]]:
    return [tuple(row) for row in frame[["code", "phase", "phase_via", "actor", "actor_via"]].to_numpy()]


def test_a_row_says_who_where_what_and_how() -> None:
    document = replace(a_document(instrument="ins-interviews"), held_on=date(2026, 3, 2))
    said: dict[str, Any] = {"valence": Valence.PAIN, "kind": StatementKind.EXPERIENCE, "intensity": 2}
    coding = a_coding(ANSWERED, id="cod-antwoord", code="contact", **said)
    frame = passages(
        [document],
        [a_participant()],
        an_interview(question="que-q1"),
        CODES,
        [coding, a_coding(WHOLE, phase="1")],
        questions=[a_question(actor="uwv")],
        instruments=[an_instrument()],
        groups=GROUPS,
    )
    assert frame.to_dict("records") == [FULL_ROW]


def test_the_columns_have_their_order_and_types_also_without_codings() -> None:
    for frame in (table(), table(a_coding(ANSWERED, code="contact"))):
        assert tuple(frame.columns) == PASSAGE_COLUMNS
        types = {name: str(kind) for name, kind in frame.dtypes.items() if str(kind) != "object"}
        assert types == {"start": "int64", "end": "int64", "meerduidig": "bool", "verbatim": "bool"}


def test_what_is_missing_is_none() -> None:
    row = table(a_coding(ANSWERED, code="contact"), segments=[]).iloc[0]
    empty = {name for name in PASSAGE_COLUMNS if row[name] is None}
    assert empty == {
        *("instrument_id", "instrument", "segment_id", "participant_id", "participant", "perspective", "role"),
        *("speaker", "phase", "phase_via", "actor", "actor_via", "valence", "valence_via", "kind", "kind_via"),
        *("intensity", "question_id", "prompted", "held_on"),
    }


def test_in_a_report_of_an_interview_only_what_stands_between_quotation_marks_is_verbatim() -> None:
    text = "Zij belde nooit. ‘Ik durfde niet’, zei zij."
    report = replace(a_document(), text=text, kind=DocumentKind.REPORT_OF_INTERVIEW)
    said = text.index("Ik durfde niet")
    codings = [a_coding((0, 16), id="a", code="contact"), a_coding((said, said + 14), id="b", code="contact")]
    frame = passages([report], [], [], CODES, codings, groups=GROUPS)
    assert frame["text"].tolist() == ["Zij belde nooit.", "Ik durfde niet"]
    assert frame["verbatim"].tolist() == [False, True]


def test_a_facet_coding_that_lent_gives_no_row() -> None:
    frame = table(a_coding(WHOLE, phase="1"), a_coding(ANSWERED, code="contact"))
    assert facets(frame) == [("contact", "1", "omvattend", None, None)]


def test_a_facet_coding_that_did_not_lend_gives_a_row_with_an_empty_code() -> None:
    frame = table(a_coding(WHOLE, coder="joost", phase="1"), a_coding(ANSWERED, code="contact"))
    assert facets(frame) == [(None, "1", "eigen", None, None), ("contact", None, None, None, None)]
    assert first(frame, "group", "code_name") == [None, None]


def test_a_row_with_an_empty_code_takes_the_default_of_its_question_but_borrows_nothing() -> None:
    lonely = a_coding(ANSWERED, valence=Valence.GOOD)
    around = a_coding(WHOLE, phase="1")
    question = a_question(phase="2", actor="uwv")
    frame = table(lonely, around, segments=an_interview(question="que-q1"), questions=[question])
    assert facets(frame) == [(None, "1", "eigen", "uwv", "vraag"), (None, "2", "vraag", "uwv", "vraag")]


def test_the_default_of_the_question_comes_last() -> None:
    question = a_question(phase="2", actor="uwv")
    codings = [a_coding(WHOLE, phase="1"), a_coding(ANSWERED, code="contact")]
    frame = table(*codings, segments=an_interview(question="que-q1"), questions=[question])
    assert facets(frame) == [("contact", "1", "omvattend", "uwv", "vraag")]


def test_a_coding_with_a_code_lends_nothing() -> None:
    frame = table(a_coding(WHOLE, code="begeleiding", phase="1"), a_coding(ANSWERED, code="contact"))
    assert facets(frame)[1] == ("contact", None, None, None, None)


def test_intensity_is_never_lent() -> None:
    frame = table(a_coding(WHOLE, phase="1", intensity=3), a_coding(ANSWERED, code="contact"))
    assert frame["intensity"].tolist() == [None]


def test_values_that_are_left_over_give_a_row_for_each_combination() -> None:
    frame = table(
        a_coding(ANSWERED, phase="1", actor="coach"),
        a_coding(ANSWERED, phase="2"),
        a_coding(ANSWERED, actor="uwv"),
        a_coding(ANSWERED, code="contact"),
        a_coding(ANSWERED_ON, code="begeleiding"),
    )
    assert facets(frame) == [
        ("contact", "1", "zelfde_span", "coach", "zelfde_span"),
        ("contact", "1", "zelfde_span", "uwv", "zelfde_span"),
        ("contact", "2", "zelfde_span", "coach", "zelfde_span"),
        ("contact", "2", "zelfde_span", "uwv", "zelfde_span"),
        ("begeleiding", None, None, None, None),
    ]
    assert frame["meerduidig"].tolist() == [True, True, True, True, False]
    assert frame["coding_id"].nunique() == 2


def test_a_code_of_a_framing_group_makes_no_passage_and_is_not_lent_to() -> None:
    frame = table(a_coding(ANSWERED, code="coach"), a_coding(WHOLE, phase="1"))
    assert facets(frame) == [(None, "1", "eigen", None, None)]


def test_a_code_that_is_gone_from_the_codebook_still_shows_its_passage() -> None:
    row = table(a_coding(ANSWERED, code="oud")).iloc[0]
    assert (row["code"], row["code_name"], row["group"]) == ("oud", None, None)


@pytest.mark.parametrize(
    ("role", "perspective"), [(Role.GROUP, "werkgever"), (Role.RESPONDENT, "werkgever"), (Role.INTERVIEWER, None)]
)
def test_a_voice_without_a_participant_has_the_perspective_of_its_instrument(
    role: Role, perspective: str | None
) -> None:
    document = a_document(instrument="ins-interviews")
    turns = [a_turn(ANSWERED, role=role, speaker="Allen")]
    frame = passages([document], [], turns, CODES, [a_coding(ANSWERED, code="contact")], instruments=[an_instrument()])
    assert first(frame, "participant_id", "participant", "perspective", "role") == [None, None, perspective, role]


def test_codings_of_documents_that_are_not_given_are_left_out() -> None:
    assert table(a_coding(ANSWERED, source="elders.vtt", code="contact")).empty


def test_the_text_is_cut_by_code_points() -> None:
    document = a_document(text="Ik 🙂 bel.")
    frame = passages([document], [], [], CODES, [a_coding((3, 8), code="contact", origin=Origin.ACCEPTED)])
    assert first(frame, "text", "origin") == ["🙂 bel", "suggested_accepted"]


def test_rows_stand_in_the_order_of_the_documents_and_of_the_text() -> None:
    documents = [a_document("w02.vtt"), a_document("w01.vtt")]
    codings = [
        a_coding(ANSWERED_ON, source="w02.vtt", code="contact"),
        a_coding(ANSWERED, source="w02.vtt", code="contact"),
        a_coding(ANSWERED, source="w01.vtt", coder="marit", code="contact"),
        a_coding(ANSWERED, source="w01.vtt", coder="joost", code="contact"),
    ]
    frame = passages(documents, [], [], CODES, codings)
    assert [tuple(row) for row in frame[["document", "start", "coder"]].to_numpy()] == [
        ("w01.vtt", 35, "joost"),
        ("w01.vtt", 35, "marit"),
        ("w02.vtt", 35, "marit"),
        ("w02.vtt", 77, "marit"),
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_a_few_respondents_are_never_too_few(count: int) -> None:
    codings = [a_coding(ANSWERED, source=f"w{number}.vtt", code="contact") for number in range(count)]
    documents = [a_document(f"w{number}.vtt") for number in range(count)]
    assert len(passages(documents, [], [], CODES, codings)) == count
