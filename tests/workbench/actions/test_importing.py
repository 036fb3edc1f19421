from __future__ import annotations

from pathlib import Path

import pytest

from corpus.documents import Document, DocumentKind
from corpus.errors import CorpusError
from corpus.instruments import Instrument, InstrumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from study.errors import UnknownPerspective
from study.folder import Study
from tests.workbench.material import REGISTER, TURNS, put, vtt
from workbench.actions.importing import Choices, find_files, import_file, import_files, preview_files
from workbench.actions.register import import_register
from workbench.errors import NameTaken, NoFiles, UnknownGuide, UnknownInstrument

WERKGEVER = Choices(perspective="werkgever")


def counts(study: Study) -> tuple[int, ...]:
    with study.reading() as store:
        return tuple(store.count(kind) for kind in (Document, Segment, Participant, Instrument))


def test_a_transcript_brings_its_turns_its_people_and_an_instrument(either_study: Study, tmp_path: Path) -> None:
    (result,) = import_file(either_study, put(tmp_path, "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    assert (result.status, result.new_participants) == ("imported", ("W01", "W02"))
    with either_study.reading() as store:
        segments, people, instruments = store.records(Segment, Participant, Instrument)
    roles = [each.role.value for each in segments]
    assert roles == ["interviewer", "respondent", "interviewer", "respondent", "respondent"]
    assert [each.labels for each in people] == [("Ans de Wit",), ("Bram Vos",)]
    assert [(each.kind, each.perspective) for each in instruments] == [(InstrumentKind.INTERVIEW, "werkgever")]


def test_the_same_file_twice_is_recognised_also_under_another_name(either_study: Study, tmp_path: Path) -> None:
    import_file(either_study, put(tmp_path, "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    before = counts(either_study)
    (again,) = import_file(either_study, put(tmp_path, "kopie.vtt", vtt()), WERKGEVER, by="ans")
    assert again.status == "already"
    assert counts(either_study) == before


def test_another_text_under_a_known_name_is_refused(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path / "een", "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    before = counts(study)
    with pytest.raises(NameTaken, match=r"gesprek\.vtt"):
        import_file(study, put(tmp_path / "twee", "gesprek.vtt", vtt(TURNS[:2])), WERKGEVER, by="ans")
    assert counts(study) == before


def test_one_bad_file_does_not_stop_the_others(study: Study, tmp_path: Path) -> None:
    files = [put(tmp_path, "leeg.vtt", ""), put(tmp_path, "gesprek.vtt", vtt()), tmp_path / "weg.vtt"]
    results = import_files(study, files, WERKGEVER, by="ans")
    assert [each.status for each in results] == ["refused", "imported", "refused"]
    assert [each.exit_code for each in results] == [CorpusError.exit_code, 0, CorpusError.exit_code]
    assert all(each.sentence and each.file in each.sentence for each in results if each.status == "refused")


def test_wrong_choices_stop_before_anything_is_read(study: Study, tmp_path: Path) -> None:
    files = [put(tmp_path, "gesprek.vtt", vtt())]
    with pytest.raises(UnknownPerspective, match="buurman"):
        import_files(study, files, Choices(perspective="buurman"), by="ans")
    with pytest.raises(UnknownInstrument, match="geen"):
        import_files(study, files, Choices(instrument="geen"), by="ans")
    with pytest.raises(UnknownGuide, match="geen"):
        import_files(study, files, Choices(guide="geen"), by="ans")
    assert counts(study) == (0, 0, 0, 0)


def test_a_preview_stores_nothing_and_knows_what_is_there(study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "gesprek.vtt", vtt())
    assert [each.status for each in preview_files(study, [file], WERKGEVER)] == ["preview"]
    assert counts(study) == (0, 0, 0, 0)
    import_file(study, file, WERKGEVER, by="ans")
    assert [each.status for each in preview_files(study, [file], WERKGEVER)] == ["already"]


def test_a_guide_brings_its_instrument_and_links_questions(study: Study, tmp_path: Path) -> None:
    import_register(study, put(tmp_path, "register.toml", REGISTER), by="ans")
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever", guide="lijst"), by="ans")
    with study.reading() as store:
        segments, people, instruments, documents = store.records(Segment, Participant, Instrument, Document)
    assert [each.key for each in instruments] == ["interviews"]
    assert documents[0].instrument_id == instruments[0].id
    assert [each.question_id is not None for each in segments[:2]] == [True, True]
    assert [each.code for each in people] == ["W01", "W02"]


def test_files_are_found_by_name_pattern_and_folder(tmp_path: Path) -> None:
    for name in ("b.vtt", "a.vtt", "c.csv", ".verborgen"):
        put(tmp_path, name, "x")
    (tmp_path / "leeg").mkdir()
    found = find_files([str(tmp_path / "*.vtt"), str(tmp_path), str(tmp_path / "a.vtt")])
    assert [each.name for each in found] == ["a.vtt", "b.vtt", "c.csv"]
    for nothing in ("*.docx", "leeg"):
        with pytest.raises(NoFiles, match=nothing.replace("*", r"\*")):
            find_files([str(tmp_path / nothing)])


def test_a_report_of_an_interview_counts_for_the_one_whose_talk_it_renders(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    report = put(tmp_path, "verslag.md", "# Verslag\n\nZij vertelde over het einde.\n\nDaarna werd het stil.\n")
    kind = DocumentKind.REPORT_OF_INTERVIEW
    import_file(study, report, Choices(perspective="werkgever", kind=kind, told_by=("W02",)), by="ans")
    with study.reading() as store:
        (document,) = store.find(Document, source="verslag.md")
        segments = store.find(Segment, document_id=document.id)
        (person,) = store.find(Participant, code="W02")
    assert document.kind == kind
    assert {(each.role, each.unit, each.participant_id) for each in segments} == {
        (Role.RESPONDENT, Unit.PARAGRAPH, person.id)
    }


def test_a_report_of_an_interview_that_names_nobody_is_nobodys(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    report = put(tmp_path, "verslag.md", "Zij vertelde over het einde.\n")
    import_file(study, report, Choices(kind=DocumentKind.REPORT_OF_INTERVIEW), by="ans")
    with study.reading() as store:
        (document,) = store.find(Document, source="verslag.md")
        assert {each.role for each in store.find(Segment, document_id=document.id)} == {Role.NONE}


def test_a_label_of_several_people_is_a_group_voice_and_makes_no_participant(study: Study, tmp_path: Path) -> None:
    talk = (*TURNS, ("Ans en Bram", "Zo was het."))
    choices = Choices(perspective="werkgever", groups=("Ans en Bram",))
    (result,) = import_file(study, put(tmp_path, "groep.vtt", vtt(talk)), choices, by="ans")
    assert result.new_participants == ("W01", "W02")
    with study.reading() as store:
        (segment,) = store.find(Segment, speaker="Ans en Bram")
    assert (segment.role, segment.participant_id) == (Role.GROUP, None)
