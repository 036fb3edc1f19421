from __future__ import annotations

import logging
import time
from threading import Event

import pytest

from study.messages import speaking
from workbench.errors import NothingCoded
from workbench.progress import Progress
from workbench.web.errors import StillWorking
from workbench.web.work import Status, Work, WorkState


def settled(work: Work) -> Status:
    """The status when the work is over."""
    for _ in range(500):
        if work.status.state is not WorkState.BUSY:
            return work.status
        time.sleep(0.01)
    raise AssertionError("the work does not end")


def test_progress_can_be_seen_while_it_goes_on() -> None:
    work, told, go_on = Work(), Event(), Event()

    def do(progress: Progress) -> None:
        progress("lezen", total=3, done=1)
        told.set()
        go_on.wait(5)

    work.start("rapport", do)
    told.wait(5)
    assert work.status == Status("rapport", WorkState.BUSY, "lezen", 3, 1)
    assert work.about("onderwerpen").state is WorkState.IDLE
    with pytest.raises(StillWorking):
        work.start("onderwerpen", lambda progress: None)
    go_on.set()
    assert settled(work).state is WorkState.DONE


def test_what_cannot_be_done_is_said_in_the_language_of_who_asked() -> None:
    def do(progress: Progress) -> None:
        raise NothingCoded

    for language, words in (("nl", "nog niets gecodeerd"), ("en", "Nothing is coded yet")):
        work = Work()
        with speaking(language):
            work.start("rapport", do)
        status = settled(work)
        assert status.state is WorkState.FAILED
        assert words in status.sentence


def test_a_fault_of_ours_leaves_no_words_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    def do(progress: Progress) -> None:
        raise ValueError("mijn zus heet Annelies")

    work = Work()
    with caplog.at_level(logging.DEBUG):
        work.start("rapport", do)
        status = settled(work)
    assert status.state is WorkState.FAILED
    assert "Annelies" not in caplog.text + status.sentence
    assert "ValueError" in caplog.text
