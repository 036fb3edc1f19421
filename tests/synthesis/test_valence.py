from __future__ import annotations

from synthesis.valence import is_minority, opposes


def test_only_praise_and_complaint_oppose_each_other() -> None:
    assert opposes("goed", "pijnpunt")
    assert opposes("pijnpunt", "goed")
    assert not opposes("goed", "goed")
    assert not opposes("goed", "gemengd")
    assert not opposes("goed", None)


def test_a_fifth_is_still_a_minority() -> None:
    assert is_minority(2, 10, against_the_cell=True, intensity=None)
    assert not is_minority(3, 14, against_the_cell=True, intensity=None)
    assert not is_minority(0, 10, against_the_cell=True, intensity=3)


def test_in_a_small_group_every_voice_is_shown_and_none_is_a_minority() -> None:
    assert not is_minority(1, 6, against_the_cell=True, intensity=3, fewest=8)
