"""What only one person said is found wherever it is quoted, and nothing else is."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from corpus.sayings import MARK, Sayings, gather_sayings, merge

SAID = "Mijn papegaai kende het wachtmuziekje van de lijn eerder uit het hoofd dan ik."


def test_five_words_in_a_row_are_a_quotation_whatever_signs_and_capitals_stand_around_them() -> None:
    sayings = gather_sayings([SAID])
    assert (
        sayings.strike("Zei: “MIJN PAPEGAAI kende, het wachtmuziekje” – zo gaat dat.")
        == f"Zei: “{MARK}” – zo gaat dat."
    )


def test_four_words_of_a_longer_turn_are_no_quotation() -> None:
    assert gather_sayings([SAID]).count("mijn papegaai kende het") == 0


def test_a_short_turn_is_a_quotation_as_a_whole_and_one_of_two_words_is_none() -> None:
    sayings = gather_sayings(["Loketjes zijn paarden.", "Ja hoor."])
    assert sayings.strike("Ze zei loketjes zijn paarden, ja hoor.") == f"Ze zei {MARK}, ja hoor."


def test_what_others_say_too_is_nobodys_quotation() -> None:
    sayings = gather_sayings(["Dat herken ik van mijn eigen werk."], others=["Ja, dat herken ik van mijn eigen werk."])
    assert not sayings


def test_names_are_found_with_their_capitals_only() -> None:
    sayings = gather_sayings([], names=["Wit", "ans@voorbeeld.nl", "0612345678", "aa"])
    assert sayings.strike("Wit belde; de witte wit muur.") == f"{MARK} belde; de witte wit muur."
    assert sayings.strike("Mail ans@voorbeeld.nl of bel 0612345678.") == f"Mail {MARK} of bel {MARK}."
    assert sayings.count("aa") == 0


def seal(text: str) -> str:
    return hashlib.blake2b(text.encode(), key=b"sleutel", digest_size=12).hexdigest()


WORDS = ["aap", "noot", "mies", "wim", "zus", "jet", "teun", "vuur", "gijs", "lam"]
words = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@given(st.lists(words, max_size=4), words)
def test_sealed_sayings_find_what_the_words_themselves_find(own: list[str], text: str) -> None:
    sayings = gather_sayings(own, names=["Gijs Lam"])
    assert sayings.sealed(seal).places(text) == sayings.places(text)


@given(st.lists(words, min_size=1, max_size=4))
def test_a_turn_of_three_words_or_more_is_found_in_itself(own: list[str]) -> None:
    sayings = gather_sayings(own)
    for each in own:
        if len(each.split()) >= 3:
            assert sayings.strike(each) == MARK


@given(st.lists(words, max_size=4), words)
def test_nothing_is_left_to_find_after_striking(own: list[str], text: str) -> None:
    sayings = gather_sayings(own)
    assert sayings.count(sayings.strike(text)) == 0


@given(st.lists(words, max_size=4), st.lists(words, max_size=3))
def test_no_word_of_others_is_ever_struck(own: list[str], others: list[str]) -> None:
    sayings = gather_sayings(own, others=others)
    assert [sayings.strike(each) for each in others] == others


def test_places_that_touch_are_one() -> None:
    assert merge([(0, 3), (3, 5), (7, 8)]) == [(0, 5), (7, 8)]
    assert not Sayings()
