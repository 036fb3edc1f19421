"""What the disk complains about, in a sentence: full, not ours to write, or something else in the way."""

from __future__ import annotations

import errno
import os

from study.errors import DiskFull, ReadOnly, StudyError
from study.messages import N_
from study.messages import translate as _
from workbench.errors import PlaceUnusable

FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS}
REASONS = {
    errno.ENOENT: N_("it does not exist"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.ENOTDIR: N_("a file stands where a folder is needed"),
    errno.EEXIST: N_("a file stands where a folder is needed"),
    errno.EACCES: N_("you have no right to read it"),
    errno.EPERM: N_("you have no right to read it"),
    errno.EINVAL: N_("its name is not possible on this disk"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EIO: N_("the disk fails"),
}


def sentence_for(problem: OSError) -> StudyError | None:
    """The complaint as a sentence; None when it is no complaint about a place on a disk."""
    if problem.errno in FULL:
        return DiskFull(place=_place(problem))
    if problem.errno in NOT_OURS:
        return ReadOnly(place=_place(problem))
    if problem.errno in REASONS and problem.filename:
        return PlaceUnusable(place=_place(problem), reason=reason_for(problem))
    return None


def reason_for(problem: OSError) -> str:
    """Why a file cannot be used, as half a sentence."""
    return _(REASONS[problem.errno]) if problem.errno in REASONS else os.strerror(problem.errno or 0)


def _place(problem: OSError) -> str:
    return os.fsdecode(problem.filename2 or problem.filename or "?")
