from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.documents import Document, DocumentKind
from corpus.errors import CorpusError
from corpus.instruments import Instrument, InstrumentKind
from corpus.loss_reports import LossReport
from corpus.participants import Participant
from corpus.reading import LossKind
from corpus.segments import Role, Segment, Unit
from study.errors import UnknownPerspective, VaultKeyWrong
from study.folder import Study
from study.ids import digest_of
from study.messages import speaking
from tests.workbench.material import REGISTER, TURNS, put, vtt
from workbench.actions.importing import Choices, find_files, import_file, import_files, preview_files
from workbench.actions.intake import Intake
from workbench.actions.register import import_register
from workbench.errors import NameTaken, NoFiles, UnknownGuide, UnknownInstrument, Unsure

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


def test_every_document_has_its_loss_report(either_study: Study, tmp_path: Path) -> None:
    (result,) = import_file(either_study, put(tmp_path, "gesprek.vtt", vtt()), WERKGEVER, by="ans")
    with either_study.reading() as store:
        (report,) = store.find(LossReport, document_id=result.document_id)
        document = store.get(Document, str(result.document_id))
    assert result.summary is not None
    assert (report.characters, report.lost) == (result.summary.characters, result.summary.lost)
    assert report.characters == sum(not each.isspace() for each in document.text)
    assert report.format == "vtt"


def test_the_original_lies_in_the_vault_and_not_in_the_study(study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "gesprek.vtt", vtt())
    import_file(study, file, WERKGEVER, by="ans")
    (name,) = study.vault().names("originals/")
    assert name == f"originals/{digest_of(file.read_bytes())}"
    assert study.vault().get(name) == file.read_bytes()
    assert not any(file.read_bytes() in each.read_bytes() for each in study.folder.rglob("*") if each.is_file())


def test_no_original_is_kept_when_that_is_chosen_or_nothing_was_stored(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), replace(WERKGEVER, keep_original=False), by="ans")
    import_files(study, [put(tmp_path / "twee", "gesprek.vtt", vtt(TURNS[:2]))], WERKGEVER, by="ans")
    preview_files(study, [put(tmp_path, "ander.vtt", vtt(TURNS[:3]))], WERKGEVER)
    assert study.vault().names("originals/") == ()


def test_a_vault_that_cannot_be_opened_stops_before_anything_is_read(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path, "gesprek.vtt", vtt())
    study.vault()
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTEL", "een andere sleutel")
    with pytest.raises(VaultKeyWrong):
        import_files(study, [file], WERKGEVER, by="ans")
    assert counts(study) == (0, 0, 0, 0)
    import_files(study, [file], replace(WERKGEVER, keep_original=False), by="ans")
    assert counts(study)[0] == 1


def test_a_preview_shows_who_speaks_what_is_left_out_and_the_first_turns(study: Study, tmp_path: Path) -> None:
    (found,) = preview_files(study, [put(tmp_path, "gesprek.vtt", vtt())], WERKGEVER)
    preview = found.preview
    assert preview is not None
    voices = [(each.label, each.turns, each.role) for each in preview.voices]
    assert voices == [
        ("Interviewer", 2, Role.INTERVIEWER),
        ("Ans de Wit", 2, Role.RESPONDENT),
        ("Bram Vos", 1, Role.RESPONDENT),
    ]
    assert [(each.speaker, each.starts_at) for each in preview.first[:2]] == [
        ("Interviewer", 0.0),
        ("Ans de Wit", 10.0),
    ]
    times = next(each for each in preview.omissions if each.left_out.kind is LossKind.TIME)
    assert (times.left_out.pieces, times.first[0].text) == (5, "00:00:00.000 --> 00:00:09.000")


def test_an_uncertain_reading_is_refused_until_a_person_says_how_it_is(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = put(tmp_path, "gesprek.vtt", vtt())
    monkeypatch.setattr("workbench.actions.intake.SURE_ENOUGH", 1.1)
    with speaking("en"), pytest.raises(Unsure, match=r"certainty 1\.00.*--transcript, --prose"):
        import_file(study, file, WERKGEVER, by="ans")
    (seen,) = preview_files(study, [file], WERKGEVER)
    assert (seen.status, type(seen.problem)) == ("preview", Unsure)
    assert counts(study) == (0, 0, 0, 0)
    (result,) = import_file(study, file, replace(WERKGEVER, seen=True), by="ans")
    assert result.status == "imported"


def test_people_of_an_earlier_file_are_known_in_the_next_of_the_same_run(either_study: Study, tmp_path: Path) -> None:
    later = (*TURNS[:4], ("Nina Smit", "Bij ons ging het weer anders dan bij hem."))
    files = [put(tmp_path, "een.vtt", vtt()), put(tmp_path, "twee.vtt", vtt(later))]
    results = import_files(either_study, files, WERKGEVER, by="ans")
    assert [each.new_participants for each in results] == [("W01", "W02"), ("W03",)]
    assert counts(either_study) == (2, 10, 3, 1)


def test_people_that_somebody_else_added_in_between_are_known_too(either_study: Study, tmp_path: Path) -> None:
    intake = Intake(either_study, by="ans")
    intake.bring_in(put(tmp_path, "een.vtt", vtt(TURNS[:2])), WERKGEVER)
    with either_study.store(by="joris") as store:
        store.add(Participant("p", "W02", "werkgever", labels=("Bram Vos",)))
    (result,) = intake.bring_in(put(tmp_path, "twee.vtt", vtt()), WERKGEVER)
    assert (result.status, result.new_participants) == ("imported", ())


def test_what_was_imported_is_not_read_again(study: Study, tmp_path: Path) -> None:
    file = put(tmp_path, "gesprek.vtt", vtt())
    import_file(study, file, WERKGEVER, by="ans")
    (again,) = import_files(study, [file], WERKGEVER, by="ans")
    assert (again.status, again.summary) == ("already", None)


def test_the_key_of_the_vault_is_asked_for_once(study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret, asked = os.environ["DRAAD_KLUIS_SLEUTEL"], []
    study.vault()
    monkeypatch.delenv("DRAAD_KLUIS_SLEUTEL")
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTELBESTAND", str(tmp_path / "geen.sleutel"))
    files = [put(tmp_path, f"{number}.vtt", vtt(TURNS[:number])) for number in (2, 3)]

    def ask() -> str:
        asked.append(1)
        return secret

    import_files(study, files, WERKGEVER, by="ans", ask=ask)
    assert (len(asked), counts(study)[0]) == (1, 2)
