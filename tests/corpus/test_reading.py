from __future__ import annotations

from datetime import date

from corpus.documents import DocumentKind
from corpus.reading import LOSS_LABELS, Loss, LossKind, make_document
from study.messages import speaking
from tests.corpus.material import STUDY, a_guide, a_talk, an_instrument


def test_the_document_of_a_reading_is_the_same_each_time_it_is_made() -> None:
    reading = a_talk(("I", "Hoe?"), ("R", "Goed."))
    first = make_document(reading, study_id=STUDY, instrument=an_instrument("a"), guide=a_guide("g", instrument="a"))
    assert first == make_document(
        reading, study_id=STUDY, instrument=an_instrument("a"), guide=a_guide("g", instrument="a")
    )
    assert (first.text, first.instrument_id, first.guide_id) == ("Hoe?\n\nGoed.", "ins-a", "gui-g")


def test_a_person_decides_what_kind_of_document_it_is() -> None:
    reading = a_talk((None, "Een alinea."))
    document = make_document(reading, study_id=STUDY, kind=DocumentKind.LITERATURE, held_on=date(2026, 3, 1))
    assert (document.kind, document.held_on) == (DocumentKind.LITERATURE, date(2026, 3, 1))
    assert make_document(reading, study_id=STUDY).kind == DocumentKind.TRANSCRIPT


def test_every_kind_of_loss_has_a_name_in_both_languages() -> None:
    assert set(LOSS_LABELS) == set(LossKind)
    for kind in LossKind:
        loss = Loss(kind, "x")
        with speaking("en"):
            english = loss.label
        assert loss.label != english
