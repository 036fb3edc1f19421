from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.material import TURNS, put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.material import load_material
from workbench.actions.topics import fit_study_topics, segment_texts, topic_fits
from workbench.errors import NothingImported, NothingSaid


def test_three_turns_are_too_few_for_topics_and_that_is_kept(either_coded: Study) -> None:
    (fit,) = fit_study_topics(either_coded, by="ans")
    assert fit.topics == ()
    assert topic_fits(either_coded) == (fit,)


def test_the_same_corpus_gives_the_same_topics_and_one_record(own_example: Study) -> None:
    first = fit_study_topics(own_example, by="ans")
    assert fit_study_topics(own_example, by="bo") == first
    assert topic_fits(own_example) == first
    assert first[0].topics


def test_another_seed_replaces_the_topics(own_example: Study) -> None:
    fit_study_topics(own_example, by="ans")
    again = fit_study_topics(own_example, by="ans", seed=7)
    assert topic_fits(own_example) == again


def test_only_what_respondents_say_is_read(coded: Study) -> None:
    texts = list(segment_texts(load_material(coded))["text"])
    assert texts == [words for speaker, words in TURNS if speaker != "Interviewer"]


def test_without_speech_there_is_nothing_to_group(study: Study, tmp_path: Path) -> None:
    with pytest.raises(NothingImported):
        fit_study_topics(study, by="ans")
    import_file(study, put(tmp_path, "vraag.vtt", vtt(TURNS[:1])), Choices(perspective="werkgever"), by="ans")
    with pytest.raises(NothingSaid):
        fit_study_topics(study, by="ans")
