"""The writing of the shipped study: enough of it, nothing twice, everybody from the cast, a vocabulary that grows."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest

from tests.workbench.example.shared_material import SHARED, sentences_of_shared_material
from tools.example_check import Example, find_faults, read_example
from tools.example_names import names_in
from tools.example_repeats import LONG_ENOUGH, words_of
from workbench.example import FOLDER
from workbench.example.sources import Source

SPOKEN = ("transcript", "community")
ALL = (*SPOKEN, "verslag", "policy", "literature")
NINE_DIGITS = re.compile(r"\b(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})\b")


@cache
def _example() -> Example:
    return read_example(FOLDER)


def _of_kind(*kinds: str) -> list[Source]:
    return [each for each in _example().sources.values() if each.about["kind"] in kinds]


def _texts(*kinds: str) -> Iterator[str]:
    for source in _of_kind(*kinds):
        yield from (turn.text for turn in source.turns)


def test_the_checking_script_finds_no_fault() -> None:
    """Form, speakers, questions, codes, references, repeats, names outside the cast: `tools.example_check`."""
    assert [str(each) for each in find_faults(_example())] == []


def test_it_is_a_study_of_thirty_six_documents_in_every_form_teams_have() -> None:
    sources = _example().sources.values()
    perspectives = Counter((each.about["kind"], each.about["instrument"]) for each in sources)
    assert perspectives == {
        ("transcript", "interviews-werknemers"): 12,
        ("transcript", "interviews-werkgevers"): 8,
        ("community", "community-jobcoaches"): 1,
        ("community", "community-arbeidsdeskundigen"): 1,
        ("transcript", "groep-arbeidsdeskundigen"): 1,
        ("transcript", "groep-gemengd"): 1,
        ("transcript", "advocaat-van-de-duivel"): 1,
        ("verslag", "interviews-werknemers"): 1,
        ("verslag", "interviews-werkgevers"): 1,
        ("policy", "bureauonderzoek"): 3,
        ("literature", "bureauonderzoek"): 6,
    }
    assert {each.form for each in sources} == {
        "docx-handmade",
        "docx-teams",
        "docx-text",
        "vtt-teams",
        "vtt-zoom",
        "csv",
        "xlsx",
        "md",
        "pdf-text",
    }


def test_it_holds_forty_five_thousand_words_in_fifteen_hundred_turns_and_posts() -> None:
    assert sum(len(text.split()) for text in _texts(*ALL)) > 45_000
    assert sum(len(source.turns) for source in _of_kind(*SPOKEN)) > 1_500


def test_eighteen_job_coaches_and_fourteen_labour_experts_write_in_their_communities() -> None:
    people = {
        source.about["instrument"]: {turn.speaker for turn in source.turns} - {"Moderator"}
        for source in _of_kind("community")
    }
    assert {key: len(each) for key, each in people.items()} == {
        "community-jobcoaches": 18,
        "community-arbeidsdeskundigen": 14,
    }


def test_posts_answer_posts_and_are_agreed_with() -> None:
    for source in _of_kind("community"):
        answers = [turn for turn in source.turns if "op" in turn.more]
        of = {turn.more["id"]: turn for turn in source.turns}
        deep = [turn for turn in answers if "op" in of[turn.more["op"]].more]
        assert len(answers) > 0.6 * len(source.turns)
        assert len(deep) > 0.2 * len(source.turns), "replies to replies"
        assert sum(int(turn.more.get("eens", "0")) > 0 for turn in source.turns) > 0.3 * len(source.turns)


def test_the_vocabulary_grows_as_in_speech() -> None:
    """Heaps' law: V = K·n^β. Dutch speech and chat lie near β = 0.6 to 0.8; copied or templated text flattens.

    Each further tenth of the words still brings new ones, in whatever order the documents come.
    """
    words = [word for text in _texts(*SPOKEN) for word in words_of(text)]
    sizes = [len(words) * tenth // 10 for tenth in range(1, 11)]
    vocabulary = [len(set(words[:size])) for size in sizes]
    slope = _slope([math.log(size) for size in sizes], [math.log(each) for each in vocabulary])
    assert 0.55 <= slope <= 0.85
    new = [later - sooner for sooner, later in pairwise(vocabulary)]
    assert min(new) > 0.03 * len(words) / 10, new


def _slope(x: list[float], y: list[float]) -> float:
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    products = sum((one - middle_x) * (other - middle_y) for one, other in zip(x, y, strict=True))
    return products / sum((one - middle_x) ** 2 for one in x)


def test_people_talk_in_their_own_words() -> None:
    """Of the words that mark a speaker, few are shared: each interview has words that no other document has."""
    interviews = {source.key: set(_words(source)) for source in _of_kind("transcript")}
    everywhere = Counter(word for words in interviews.values() for word in words)
    for key, words in interviews.items():
        own = [word for word in words if everywhere[word] == 1]
        assert len(own) > 0.12 * len(words), key


def _words(source: Source) -> Iterator[str]:
    for turn in source.turns:
        yield from words_of(turn.text)


def test_turns_are_short_and_long_as_in_talk() -> None:
    lengths = sorted(len(turn.text.split()) for source in _of_kind("transcript") for turn in source.turns)
    short = sum(each <= 5 for each in lengths) / len(lengths)
    assert short > 0.12
    assert lengths[int(0.95 * len(lengths))] > 60
    assert lengths[len(lengths) // 2] < 30


def test_personal_data_stand_in_it_to_be_taken_out_a_bsn_that_passes_the_test_and_one_that_does_not() -> None:
    text = " ".join(_texts("transcript", "community", "verslag"))
    numbers = {re.sub(r"\D", "", each) for each in NINE_DIGITS.findall(text)}
    assert sorted(_passes_eleven(each) for each in numbers) == [False, True]
    assert re.search(r"[\w.-]+@[\w.-]+\.(nl|com|org)", text)
    assert re.search(r"\b06[- ]?\d", text)
    assert re.search(r"\b\d{4} ?[A-Z]{2}\b", text)
    assert re.search(r"\bNL\d{2}[ ]?[A-Z]{4}", text)


def _passes_eleven(number: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, number, strict=True)) % 11 == 0


def test_names_are_found_at_all() -> None:
    """Guards the check on names: it would be empty if the rule found none."""
    assert sum(len(list(names_in(text))) for text in _texts(*SPOKEN)) > 500


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared material is not beside the checkout")
def test_no_sentence_comes_from_the_shared_material() -> None:
    theirs = sentences_of_shared_material()
    assert len(theirs) > 200
    ours = {
        " ".join(words_of(sentence))
        for text in _texts(*ALL)
        for sentence in re.split(r"(?<=[.!?…])\s+", text)
        if len(words_of(sentence)) >= LONG_ENOUGH
    }
    assert ours & theirs == set()


def test_the_codebook_has_a_tree_of_about_forty_bottlenecks_and_all_of_it_is_used() -> None:
    codes = _example().data.tables["codebook"]["code"]
    tree = [each for each in codes if each["group"] == "knelpunt"]
    assert 38 <= len(tree) <= 46
    used = {mark.code for source in _example().sources.values() for turn in source.turns for mark in turn.marks}
    parents = {each.get("parent") for each in codes}
    assert {each["key"] for each in codes if each["group"] != "actor"} - used - parents == set()
