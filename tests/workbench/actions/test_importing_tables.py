"""Tables as a team brings them in: surveys and exports that become several documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.documents import Document, DocumentKind
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.readers import sheet
from corpus.reading import ReadingOptions
from corpus.segments import Role, Segment
from study.folder import Study
from tests.workbench.material import put
from workbench.actions.importing import Choices, import_file, import_files, preview_files

SURVEY = """Respondentnummer;Sector;Wat gaat er goed?;Wat kan er beter?
P01;zorg;De jobcoach belde elke week met ons.;Duidelijker brieven, graag
P02;bouw;Eigenlijk helemaal niets, het duurde te lang.;
P03;zorg;;
"""
THREADS = 6
WERKGEVER = Choices(perspective="werkgever")


def an_export(threads: int) -> str:
    """So many threads of three posts each, the second and third a reply to the first."""
    rows = ["draad;id;reactie_op;gebruiker;bericht"]
    for thread in range(threads):
        rows += [
            f"D{thread};{thread}-{place};{f'{thread}-0' if place else ''};lid{place};Zeg {place}" for place in range(3)
        ]
    return "\n".join(rows)


def test_a_survey_becomes_a_document_a_person_whose_ticks_are_traits(either_study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "enquete.csv", SURVEY)
    results = import_file(either_study, file, WERKGEVER, by="ans")
    assert [(each.file, each.status) for each in results] == [
        ("enquete.csv#P01", "imported"),
        ("enquete.csv#P02", "imported"),
    ]
    assert [each.status for each in import_file(either_study, file, WERKGEVER, by="ans")] == ["already", "already"]
    with either_study.reading() as store:
        documents, people, (instrument,) = store.records(Document, Participant, Instrument)
    assert {each.kind for each in documents} == {DocumentKind.SURVEY}
    assert [(each.code, each.traits) for each in people] == [("P01", {"Sector": "zorg"}), ("P02", {"Sector": "bouw"})]
    assert instrument.kind is InstrumentKind.SURVEY


def test_a_survey_tells_more_of_people_who_are_known(either_study: Study, tmp_path: Path) -> None:
    with either_study.store(by="ans") as store:
        store.add(Participant("p1", "P01", "werkgever", traits={"Regio": "noord"}))
    import_file(either_study, put(tmp_path, "enquete.csv", SURVEY), WERKGEVER, by="ans")
    with either_study.reading() as store:
        assert store.get(Participant, "p1").traits == {"Regio": "noord", "Sector": "zorg"}
        assert [each.code for each in store.records(Participant)[0]] == ["P01", "P02"]


def test_a_survey_becomes_a_document_a_question_when_that_is_asked(study: Study, tmp_path: Path) -> None:
    choices = replace(WERKGEVER, reading=ReadingOptions(per="question"))
    results = import_file(study, put(tmp_path, "enquete.csv", SURVEY), choices, by="ans")
    assert [each.file for each in results] == ["enquete.csv#1", "enquete.csv#2"]
    with study.reading() as store:
        segments = store.records(Segment)[0]
    assert {each.role for each in segments} == {Role.RESPONDENT}
    assert len({each.participant_id for each in segments}) == 2


def test_a_large_export_comes_in_parts_whose_replies_are_whole(
    either_study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_POSTS", 7)
    file = put(tmp_path, "forum.csv", an_export(THREADS))
    assert {each.status for each in preview_files(either_study, [file], WERKGEVER)} == {"preview"}
    results = import_file(either_study, file, WERKGEVER, by="ans")
    assert [each.file for each in results] == ["forum.csv#1", "forum.csv#2", "forum.csv#3"]
    with either_study.reading() as store:
        segments = store.records(Segment)[0]
    assert len(segments) == 3 * THREADS
    home = {each.id: each.document_id for each in segments}
    replies = [each for each in segments if each.reply_to]
    assert len(replies) == 2 * THREADS
    assert all(home[str(each.reply_to)] == each.document_id for each in replies)
    assert {each.status for each in import_file(either_study, file, WERKGEVER, by="ans")} == {"already"}


def test_a_row_far_down_that_cannot_be_read_keeps_the_whole_export_out_unless_asked(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MOST_POSTS", 7)
    file = put(tmp_path, "forum.csv", an_export(THREADS) + "\nD9;9-0;;lid1;Zeg;te;veel")
    assert [each.status for each in import_files(study, [file], WERKGEVER, by="ans")] == ["refused"]
    with study.reading() as store:
        assert store.count(Document) == 0
    choices = replace(WERKGEVER, reading=ReadingOptions(only_sound=True))
    assert [each.status for each in import_file(study, file, choices, by="ans")] == ["imported"] * 3
