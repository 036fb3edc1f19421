from __future__ import annotations

import gc
import io
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

import pytest
from starlette.datastructures import UploadFile

from workbench.actions.summaries import Imported
from workbench.errors import NameTaken
from workbench.web.errors import NothingUploaded, UploadGone
from workbench.web.inbox import PREFIX, Inbox


def sent(*names: str) -> list[UploadFile]:
    return [UploadFile(io.BytesIO(name.encode()), filename=name) for name in names]


def test_two_files_of_one_name_both_arrive_where_nobody_else_can_read() -> None:
    inbox = Inbox()
    upload = inbox.take_in(sent("a.vtt", "a.vtt", "../../b.vtt"), by="ans")
    assert [each.name for each in upload.waiting.values()] == ["a.vtt", "a.vtt", "b.vtt"]
    assert len({each.path for each in upload.waiting.values()}) == 3
    folders = [upload.folder.parent, upload.folder, *(each.path.parent for each in upload.waiting.values())]
    assert {each.stat().st_mode & 0o777 for each in folders} == {0o700}


def test_a_file_that_is_stored_goes_and_one_that_was_refused_waits() -> None:
    inbox = Inbox()
    upload = inbox.take_in(sent("a.vtt", "b.vtt"), by="ans")
    first, second = upload.waiting.values()
    upload.settle(first, (Imported("a.vtt", "imported"),))
    upload.settle(second, (Imported("b.vtt", "refused", problem=NameTaken(file="b.vtt")),))
    assert (first.path.exists(), second.path.exists()) == (False, True)
    assert list(upload.waiting) == [2]
    assert [each.status for each in upload.outcomes] == ["imported", "refused"]
    with pytest.raises(UploadGone):
        upload.file(1)


def test_what_is_thrown_away_is_gone_from_the_disk() -> None:
    inbox = Inbox()
    upload = inbox.take_in(sent("a.vtt"), by="ans")
    inbox.throw_away(upload)
    assert not upload.folder.exists()
    assert inbox.waiting() == ()
    with pytest.raises(UploadGone):
        inbox.find(upload.id)


def test_nothing_stays_behind_when_the_server_ends() -> None:
    inbox = Inbox()
    place: Path = inbox.take_in(sent("a.vtt"), by="ans").folder.parent
    del inbox
    gc.collect()
    assert not place.exists()


def test_what_a_killed_server_left_is_cleared_by_the_next_one() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = Path(mkdtemp(prefix=f"{PREFIX}{gone.pid}-"))
    (left / "gesprek.vtt").write_text("Niemand belde mij.", encoding="utf-8")
    first = Inbox()
    kept = first.take_in(sent("a.vtt"), by="ans").folder
    Inbox()
    assert (left.exists(), kept.exists()) == (False, True)


def test_sending_no_file_is_said() -> None:
    with pytest.raises(NothingUploaded):
        Inbox().take_in(sent(""), by="ans")
