from __future__ import annotations

import errno

import pytest

from study.errors import DiskFull, ReadOnly
from workbench.disk import REASONS, reason_for, sentence_for
from workbench.errors import PlaceUnusable


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.EISDIR, PlaceUnusable),
        (errno.ENOTDIR, PlaceUnusable),
        (errno.ENOENT, PlaceUnusable),
    ],
)
def test_each_complaint_of_a_disk_has_its_sentence_with_the_place(number: int, kind: type[Exception]) -> None:
    sentence = sentence_for(OSError(number, "x", "map/rapport.docx"))
    assert isinstance(sentence, kind)
    assert "map/rapport.docx" in str(sentence)


def test_what_is_no_complaint_about_a_place_stays_what_it_is() -> None:
    assert sentence_for(OSError(errno.ECONNREFUSED, "x")) is None
    assert sentence_for(OSError(errno.ENOENT, "x")) is None


def test_every_reason_is_half_a_sentence() -> None:
    for number in REASONS:
        reason = reason_for(OSError(number, "x"))
        assert reason
        assert not reason.endswith(".")
