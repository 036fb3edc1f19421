from __future__ import annotations

import pytest

from corpus.documents import Document, DocumentKind
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from study.errors import NotFound
from study.folder import Study
from tests.workbench.actions.searched import put_turns
from workbench.actions.searching import Narrowed, Results, search_turns


def found(results: Results) -> list[tuple[str, int]]:
    return [(each.document.id, hit.ordinal) for each in results.shown for hit in each.hits]


def test_hits_come_by_document_and_place_with_the_words_around(either_study: Study) -> None:
    put_turns(either_study, "b", ["De coach belde.", "Niemand.", "En de coach van 👍 Éva?"])
    put_turns(either_study, "a", ["Geen.", "Mijn coach ook."])
    results = search_turns(either_study, "coach eva OF coach")
    assert found(results) == [("a", 1), ("b", 0), ("b", 2)]
    assert [(each.title, number) for each, number in results.documents] == [("a", 1), ("b", 2)]
    hit = results.shown[1].hits[1]
    with either_study.reading() as store:
        text = store.get(Document, "b").text
    assert text[hit.context.start : hit.context.end] == "coach"
    assert hit.context.line == "En de coach van 👍 Éva?"


def test_a_text_with_very_many_words_is_found_by_phrase_and_distance_too(either_study: Study) -> None:
    many = "de " * 400
    put_turns(either_study, "a", [many + "coach belde laat", many + "belde coach " + many])
    assert found(search_turns(either_study, '"de coach belde"')) == [("a", 0)]
    assert found(search_turns(either_study, 'coach -"de coach"')) == [("a", 1)]
    assert found(search_turns(either_study, "laat ~1 coach")) == [("a", 0)]
    assert found(search_turns(either_study, "laat ~0 coach OF bel*")) == [("a", 0), ("a", 1)]


def test_a_phrase_near_a_word_is_found_at_that_distance_only(either_study: Study) -> None:
    put_turns(either_study, "a", ["De coach van het loket belde.", "De coach van het grote loket belde."])
    assert found(search_turns(either_study, '"de coach" ~2 loketten')) == [("a", 0)]


def test_pages_hold_so_many_turns_and_the_totals_of_all(either_study: Study) -> None:
    put_turns(either_study, "a", ["coach"] * 3)
    put_turns(either_study, "b", ["coach"] * 4)
    results = search_turns(either_study, "coach", size=2, page=2)
    assert found(results) == [("a", 2), ("b", 0)]
    assert (results.total, results.pages) == (7, 4)
    assert [each.total for each in results.shown] == [3, 4]
    assert search_turns(either_study, "coach", size=2, page=99).page == 4


def test_a_search_is_kept_to_voices_instruments_kinds_and_documents(either_study: Study) -> None:
    words = "coach\ncoach\ncoach"
    with either_study.store(by="m") as store:
        store.add(Instrument("i", "ronde1", "Ronde 1", InstrumentKind.INTERVIEW, "werkgever", 1))
        store.add(Participant("p", "W01", "werkgever"), Participant("q", "J01", "jobcoach"))
        for number, kind in enumerate((DocumentKind.TRANSCRIPT, DocumentKind.POLICY)):
            key = f"d{number}"
            store.add(Document(key, key, words, kind, None if number else "i", None, "nl", None, key, key))
            store.add(
                Segment(f"{key}0", key, 0, Unit.TURN, 0, 5, participant_id="p", role=Role.RESPONDENT),
                Segment(f"{key}1", key, 1, Unit.TURN, 6, 11, role=Role.GROUP),
                Segment(f"{key}2", key, 2, Unit.TURN, 12, 17, participant_id="q", role=Role.INTERVIEWER),
            )
    ask = {
        "respondents": Narrowed(respondents=True),
        "perspective": Narrowed(perspective="werkgever"),
        "instrument": Narrowed(instrument="ronde1"),
        "kind": Narrowed(kind=DocumentKind.POLICY),
        "document": Narrowed(document="d0", respondents=True),
    }
    places = {name: found(search_turns(either_study, "coaches coach OF coach", each)) for name, each in ask.items()}
    assert places == {
        "respondents": [("d0", 0), ("d1", 0)],
        "perspective": [("d0", 0), ("d0", 1), ("d1", 0)],
        "instrument": [("d0", 0), ("d0", 1), ("d0", 2)],
        "kind": [("d1", 0), ("d1", 1), ("d1", 2)],
        "document": [("d0", 0)],
    }
    with pytest.raises(NotFound):
        search_turns(either_study, "coach", Narrowed(instrument="ronde2"))


def test_codes_and_phases_keep_a_search_to_coded_turns(coded: Study) -> None:
    def ordinals(narrowed: Narrowed) -> list[int]:
        return [ordinal for _document, ordinal in found(search_turns(coded, "mij OF iemand OF coach", narrowed))]

    assert ordinals(Narrowed()) == [1, 3, 4]
    assert ordinals(Narrowed(code="contact")) == [1, 3, 4]
    assert ordinals(Narrowed(code="nazorg")) == [3, 4]
    assert ordinals(Narrowed(phase="2")) == [4]
    with pytest.raises(NotFound):
        ordinals(Narrowed(code="geen"))
