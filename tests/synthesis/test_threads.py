from __future__ import annotations

from synthesis.threads import Claim, claims_to_break, source_threads, sources_to_break


def test_steps_of_different_sources_are_never_chained() -> None:
    assert source_threads([Claim("r1", "a", "b"), Claim("r2", "b", "c")], ["a", "b", "c"]) == ()


def test_one_source_may_carry_many_claims() -> None:
    claims = [Claim("r1", "a", "b"), Claim("r1", "a", "c"), Claim("r1", "b", "d"), Claim("r1", "c", "d")]
    assert claims_to_break(claims, "a", "d") == 2
    assert sources_to_break(claims, "a", "d") == 1


def test_what_is_not_connected_takes_nothing_to_break() -> None:
    assert claims_to_break([Claim("r1", "a", "b")], "a", "z") == 0
    assert sources_to_break([Claim("r1", "a", "b")], "a", "z") == 0
    assert sources_to_break([], "a", "z") == 0


def test_the_same_claim_twice_is_one_claim() -> None:
    assert claims_to_break([Claim("r1", "a", "b"), Claim("r1", "a", "b")], "a", "b") == 1
