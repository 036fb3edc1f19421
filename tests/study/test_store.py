"""The store keeps records, all or nothing, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from coding.codebook import Code
from coding.codings import Coding, Origin, StatementKind, Valence
from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.segments import Segment, Unit
from corpus.tables import segments
from prioritisation.sessions import Option, SessionForm, VotingSession
from study.errors import AlreadyThere, NotFound, StillInUse
from study.folder import Study
from study.ids import new_id
from study.records import binding_of


def a_document(text: str = "hallo wereld", digest: str = "ab") -> Document:
    return Document(
        new_id(), "T", text, DocumentKind.TRANSCRIPT, None, None, "nl", date(2026, 3, 4), f"{digest}.vtt", digest
    )


def a_coding(document: Document, **fields: Any) -> Coding:
    return replace(Coding(new_id(), document.id, 0, 5, "marit", code="steun"), **fields)


def test_what_is_added_comes_back_equal(study: Study) -> None:
    document = a_document("Ze zei: ‘ja hoor’ 👍🏽 \U0001d54f")
    coding = a_coding(
        document,
        valence=Valence.MIXED,
        kind=StatementKind.PERCEPTION,
        origin=Origin.ACCEPTED,
        made_at=datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
    )
    person = Participant(new_id(), "W01", "werknemer", ("Sanne", "Bos, Sanne"), {"regio": "oost"})
    session = VotingSession(
        new_id(), "s", "S", None, SessionForm.BALLOTS, "borda", "below", (Option("a", "p", "Bel terug"),), top_k=3
    )
    with study.store(by="marit") as store:
        store.add(document, coding, person, session)
    with study.reading() as store:
        assert store.get(Document, document.id) == document
        assert store.only(Coding, code="steun") == coding
        assert store.only(Participant, code="W01") == person
        assert store.records(VotingSession)[0] == (session,)


def test_nothing_is_kept_when_the_block_fails(study: Study) -> None:
    with pytest.raises(ZeroDivisionError), study.store(by="marit") as store:
        store.add(a_document())
        raise ZeroDivisionError
    with study.reading() as store:
        assert store.count(Document) == 0
        assert store.journal() == ()


def test_a_doubled_key_is_refused_in_a_sentence_and_changes_nothing(study: Study) -> None:
    with study.store(by="marit") as store:
        store.add(a_document(digest="ab"))
    with pytest.raises(AlreadyThere, match="Document"), study.store(by="marit") as store:
        store.add(a_document(digest="cd"), a_document(digest="ab"))
    with study.reading() as store:
        assert store.count(Document) == 1


def test_a_record_that_is_referred_to_cannot_be_removed(study: Study) -> None:
    document = a_document()
    with study.store(by="marit") as store:
        store.add(document, a_coding(document))
    with pytest.raises(StillInUse), study.store(by="marit") as store:
        store.remove(document)


def test_a_reference_to_nothing_is_refused(study: Study) -> None:
    with pytest.raises(StillInUse), study.store(by="marit") as store:
        store.add(a_coding(a_document()))


def test_what_is_not_there_is_said_to_be_absent(study: Study) -> None:
    with study.reading() as store:
        with pytest.raises(NotFound, match="zoek"):
            store.get(Code, "zoek")
        with pytest.raises(NotFound, match="zoek"):
            store.only(Code, key="zoek")


def test_records_come_in_the_order_of_their_kind(study: Study) -> None:
    document = a_document()
    turns = [Segment(new_id(), document.id, ordinal, Unit.TURN, 0, 5) for ordinal in (3, 1, 2)]
    with study.store(by="marit") as store:
        store.add(document, *turns)
        assert [each.ordinal for each in store.find(Segment, document_id=document.id)] == [1, 2, 3]


def test_the_journal_keeps_old_values_of_analytic_records_only(study: Study) -> None:
    document = a_document("geheim gesprek")
    coding = a_coding(document)
    with study.store(by="marit") as store:
        store.add(document, coding)
    with study.store(by="joris") as store:
        store.replace(replace(coding, code="tijd"), replace(document, title="Ander"))
    with study.reading() as store:
        entries = store.journal(newest=2)
    assert [(each.by, each.verb, each.kind) for each in entries] == [
        ("joris", "replace", "Coding"),
        ("joris", "replace", "Document"),
    ]
    assert entries[0].before is not None
    assert entries[0].before["code"] == "steun"
    assert entries[1].before is None
    assert "geheim" not in repr(entries)


def test_many_records_of_a_document_are_one_line_in_the_journal(study: Study) -> None:
    document = a_document()
    with study.store(by="marit") as store:
        store.add(document, *(Segment(new_id(), document.id, each, Unit.TURN, 0, 5) for each in range(1200)))
        line = store.journal(newest=1)[0]
    assert (line.verb, line.kind, line.count, line.record_id) == ("add", "Segment", 1200, None)


def test_more_records_are_removed_than_a_database_takes_in_one_statement(study: Study) -> None:
    document = a_document()
    turns = [Segment(new_id(), document.id, each, Unit.TURN, 0, 5) for each in range(1200)]
    with study.store(by="marit") as store:
        store.add(document, *turns)
        store.remove(*turns)
        assert store.count(Segment) == 0


def test_a_query_gives_a_table(study: Study) -> None:
    document = a_document()
    with study.store(by="marit") as store:
        store.add(document, Segment(new_id(), document.id, 1, Unit.TURN, 0, 5, speaker="Sanne"))
        table = store.frame(select(segments.c.ordinal, segments.c.speaker))
    assert table.to_dict("records") == [{"ordinal": 1, "speaker": "Sanne"}]


def test_the_store_is_of_no_use_outside_its_block(study: Study) -> None:
    store = study.store(by="marit")
    with pytest.raises(RuntimeError):
        store.count(Document)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_survives_a_row_and_back(text: str) -> None:
    binding = binding_of(Document)
    document = a_document(text)
    assert binding.record(binding.row(document)) == document
