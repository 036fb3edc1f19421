from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.quotes import LONGEST, is_verbatim_in, literal_spans
from tests.corpus.material import a_document


def _quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in literal_spans(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Zij zei: ‘Ik stop ermee.’ Daarna ging zij.", ["Ik stop ermee."]),
        ("Zij zei: “Ik stop ermee.” Daarna ging zij.", ["Ik stop ermee."]),
        ("Zij zei: „Ik stop ermee.” En: „Ik ga.“", ["Ik stop ermee.", "Ik ga."]),
        ('Zij zei: "Ik stop ermee." En: "Ik ga."', ["Ik stop ermee.", "Ik ga."]),
        ("De AD’en noemen het ‘zo’n regel die AD’en kennen’ en gaan door.", ["zo’n regel die AD’en kennen"]),
        ("Hij vond ‘Hans’ auto te groot’ en ‘te duur’.", ["Hans’ auto te groot", "te duur"]),
        ("Vrijwilligers zeiden ‘alles’ en niets.", ["alles"]),
        ("‘t Was laat en ‘s ochtends zei zij ‘nooit meer’.", ["nooit meer"]),
        ("Over ‘hij zei “nee” en ging weg’ was zij boos.", ["hij zei “nee” en ging weg"]),
        ("Zij zei: ‘Ik stop\n\nen dat was het.’", []),
        ("Zij zei: ‘Ik stop\nermee’ en ging.", ["Ik stop\nermee"]),
        ('Een maat van 5" breed en 6" hoog.', []),
        ("Niets letterlijk, alleen zo’n zin en foto’s.", []),
        ("Leeg: ‘’ en “ ”.", []),
    ],
)
def test_only_what_stands_between_quotation_marks_is_literal(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_a_mark_that_nothing_closes_for_long_opened_no_quote() -> None:
    assert _quoted(f"Zij zei ‘{'ja ' * LONGEST}’ en ‘nee’.") == ["nee"]


@given(st.text(alphabet='as ‘’“”„"«»\n.', max_size=60))
def test_literal_spans_lie_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for span in literal_spans(text):
        assert end <= span[0] < span[1] <= len(text)
        assert text[slice(*span)].strip()
        end = span[1]


def test_of_another_kind_than_a_report_of_an_interview_every_word_is_literal() -> None:
    assert is_verbatim_in(a_document("d", instrument=None), 0, 3)
    assert not is_verbatim_in(a_document("d", instrument=None, kind=DocumentKind.REPORT_OF_INTERVIEW), 0, 3)
