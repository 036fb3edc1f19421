from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.reading import ReadingOptions
from corpus.rounds import RoundChoice
from corpus.segments import Role, Segment
from study.folder import Study
from study.messages import speaking
from tests.workbench.material import REGISTER, TURNS, put, vtt
from workbench.actions.choices import Choices, RoundUse, following, kept_settings, with_settings
from workbench.actions.importing import import_file, import_files, preview_files
from workbench.actions.register import import_register
from workbench.errors import MisfitWithRound

COLUMNS = ReadingOptions(columns={"text": "wat", "author": "wie"})


def csv(words: str, *, head: str = "wie;wat") -> str:
    return f"{head}\nAns;{words} en dat viel mij op.\nBram;Ik wachtte drie weken op een brief.\n"


def choices_in(study: Study) -> tuple[RoundChoice, ...]:
    with study.reading() as store:
        found: tuple[RoundChoice, ...] = store.records(RoundChoice)[0]
    return found


def test_the_next_file_of_the_round_needs_no_questions(either_study: Study, tmp_path: Path) -> None:
    first, second = put(tmp_path, "een.csv", csv("Zo")), put(tmp_path, "twee.csv", csv("Anders"))
    import_file(either_study, first, Choices(perspective="werkgever", reading=COLUMNS), by="ans")
    (result,) = import_file(either_study, second, Choices(perspective="werkgever"), by="ans")
    assert result.status == "imported"
    assert result.recalled == {"column.text": "wat", "column.author": "wie"}
    (choice,) = choices_in(either_study)
    assert (choice.format, choice.by) == ("csv", "ans")


def test_what_is_said_now_goes_before_what_was_chosen(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "een.csv", csv("Zo")), Choices(perspective="werkgever", reading=COLUMNS), by="ans")
    other = put(tmp_path, "twee.csv", csv("Anders", head="wie;tekst"))
    with speaking("en"), pytest.raises(MisfitWithRound, match=r"no column “wat”.*--as-detected"):
        import_file(study, other, Choices(perspective="werkgever"), by="ans")
    said = Choices(perspective="werkgever", reading=ReadingOptions(columns={"text": "tekst"}))
    import_file(study, other, said, by="ans")
    (choice,) = choices_in(study)
    assert choice.settings["column.text"] == "tekst"
    assert choice.settings["column.author"] == "wie"


def test_a_choice_can_be_dropped_and_is_gone_then(study: Study, tmp_path: Path) -> None:
    talk = Choices(perspective="werkgever", interviewers=("Bram Vos",))
    import_file(study, put(tmp_path, "een.vtt", vtt()), talk, by="ans")
    anew = Choices(instrument="interview-werkgever", round_use=RoundUse.ANEW)
    (result,) = import_file(study, put(tmp_path, "twee.vtt", vtt(TURNS[:2])), anew, by="ans")
    assert result.recalled == {}
    assert choices_in(study) == ()


def test_files_that_stand_apart_neither_follow_nor_leave_anything(study: Study, tmp_path: Path) -> None:
    apart = Choices(perspective="werkgever", interviewers=("Bram Vos",), round_use=RoundUse.APART)
    import_file(study, put(tmp_path, "een.vtt", vtt()), apart, by="ans")
    assert choices_in(study) == ()


def test_perspective_interviewers_and_groups_are_remembered_for_the_instrument(study: Study, tmp_path: Path) -> None:
    import_register(study, put(tmp_path, "register.toml", REGISTER), by="ans")
    talk = (*TURNS[1:], ("Ans en Bram", "Zo was het."))
    labels = Choices(interviewers=("Bram Vos",), groups=("Ans en Bram",))
    first = replace(labels, instrument="interviews", perspective="werkgever")
    import_file(study, put(tmp_path, "een.vtt", vtt(talk)), first, by="ans")
    later = vtt((*talk, ("Nina Smit", "Ik kwam er later bij.")))
    import_file(study, put(tmp_path, "twee.vtt", later), Choices(instrument="interviews"), by="ans")
    with study.reading() as store:
        (document,) = store.find(Document, source="twee.vtt")
        roles = {each.speaker: each.role for each in store.find(Segment, document_id=document.id)}
        people = store.records(Participant)[0]
    assert (roles["Bram Vos"], roles["Ans en Bram"]) == (Role.INTERVIEWER, Role.GROUP)
    assert [each.labels for each in people] == [("Ans de Wit",), ("Nina Smit",)]


def test_a_choice_for_policy_texts_does_not_reach_transcripts(study: Study, tmp_path: Path) -> None:
    policy = Choices(kind=DocumentKind.POLICY, reading=ReadingOptions(speakers=False))
    import_file(study, put(tmp_path, "beleid.txt", "De regeling geldt voor iedereen die werkt.\n"), policy, by="ans")
    talk = "Interviewer: Hoe ging het?\n\nR1: Niemand belde mij.\n\nInterviewer: En toen?\n\nR1: Toen kwam de brief.\n"
    (plain,) = preview_files(study, [put(tmp_path, "gesprek.txt", talk)], Choices())
    assert plain.recalled == {}
    (also,) = preview_files(study, [put(tmp_path, "ook.txt", talk)], Choices(kind=DocumentKind.POLICY))
    assert also.recalled == {"speakers": "no"}


def test_only_the_choice_of_the_last_file_is_kept(study: Study, tmp_path: Path) -> None:
    files = [put(tmp_path, f"{number}.csv", csv(f"Zo {number}")) for number in range(3)]
    import_files(study, files, Choices(perspective="werkgever", reading=COLUMNS), by="ans")
    assert len(choices_in(study)) == 1


LABELS = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8), unique=True).map(tuple)
CHOICES = st.builds(
    Choices,
    perspective=st.none() | st.sampled_from(("werkgever", "jobcoach")),
    kind=st.none() | st.sampled_from(DocumentKind),
    guide=st.none() | st.just("lijst"),
    language=st.sampled_from(("nl", "en")),
    interviewers=LABELS,
    groups=LABELS,
    reading=st.builds(ReadingOptions, encoding=st.none() | st.just("cp1252"), names=LABELS),
    keep_original=st.booleans(),
)


@given(CHOICES)
def test_kept_settings_give_the_choices_back(choices: Choices) -> None:
    assert with_settings(Choices(), kept_settings(choices)) == choices


@given(CHOICES, CHOICES)
def test_what_is_recalled_never_changes_what_was_said(said: Choices, earlier: Choices) -> None:
    both = kept_settings(following(said, kept_settings(earlier)))
    assert both == {**kept_settings(earlier), **kept_settings(said)}
