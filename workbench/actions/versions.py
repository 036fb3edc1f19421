"""Versions of the codebook: kept at each change, and looked up for every coding that is made."""

from __future__ import annotations

from datetime import UTC, datetime

from coding.tables import newest_version
from coding.versions import CodebookVersion
from study.ids import new_id
from study.store import Store

FIRST = 1
"""The version of a codebook that was never changed."""


def current_version(store: Store) -> int:
    """The number of the version of the codebook as it is now."""
    return max(FIRST, int(store.rows(newest_version())[0]))


def keep_version(store: Store, what: str) -> CodebookVersion:
    """Write down that the codebook changes in the open step: its next version. `what` names the change (a key)."""
    version = CodebookVersion(new_id(), current_version(store) + 1, datetime.now(UTC), store.by, store.doing.step, what)
    store.add(version)
    return version
