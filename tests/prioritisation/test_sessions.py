from __future__ import annotations

from typing import Any

import pytest

from prioritisation.errors import (
    BadChoice,
    DoubledOption,
    PrioritisationError,
    SessionNotOpen,
    SessionNotPrepared,
    TooFewOptions,
    UnknownRule,
    UnknownTreatment,
)
from prioritisation.sessions import SessionForm, SessionStatus, check_session, close_session, open_session
from tests.prioritisation.making import make_session


def test_a_session_goes_from_prepared_to_open_to_closed() -> None:
    opened = open_session(make_session(status=SessionStatus.PREPARED))
    assert opened.status is SessionStatus.OPEN
    closed = close_session(opened)
    assert closed == make_session(status=SessionStatus.CLOSED)
    assert close_session(closed) == closed


@pytest.mark.parametrize("status", [SessionStatus.OPEN, SessionStatus.CLOSED])
def test_a_session_opens_only_once(status: SessionStatus) -> None:
    with pytest.raises(SessionNotPrepared):
        open_session(make_session(status=status))


def test_a_session_that_never_opened_cannot_close() -> None:
    with pytest.raises(SessionNotOpen):
        close_session(make_session(status=SessionStatus.PREPARED))


@pytest.mark.parametrize(
    ("keys", "changes", "error"),
    [
        ("a", {}, TooFewOptions),
        ("aba", {}, DoubledOption),
        ("abc", {"rule": "meeste stemmen"}, UnknownRule),
        ("abc", {"unranked": "onderaan"}, UnknownTreatment),
        ("abc", {"top_k": 0}, BadChoice),
        ("abc", {"top_k": 4}, BadChoice),
    ],
)
def test_a_session_that_cannot_be_held_does_not_open(
    keys: str, changes: dict[str, Any], error: type[PrioritisationError]
) -> None:
    with pytest.raises(error) as caught:
        open_session(make_session(keys, status=SessionStatus.PREPARED, **changes))
    assert caught.value.exit_code == 14


def test_a_consultation_needs_no_rule() -> None:
    check_session(make_session(form=SessionForm.CONSULTATION, rule=""))
