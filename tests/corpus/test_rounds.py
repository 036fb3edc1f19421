from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import ReadingOptions
from corpus.rounds import RoundChoice, find_choice, format_of, join_list, options_of, settings_of, split_list

WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=12)
OPTIONS = st.builds(
    ReadingOptions,
    format=st.none() | WORDS,
    encoding=st.none() | WORDS,
    delimiter=st.none() | st.sampled_from((";", ",", "\t", "|")),
    sheet=st.none() | WORDS,
    columns=st.dictionaries(st.sampled_from(("text", "author", "date")), WORDS),
    speakers=st.none() | st.booleans(),
    join_speakers=st.booleans(),
    only_sound=st.booleans(),
    names=st.lists(WORDS, unique=True).map(tuple),
    no_names=st.lists(WORDS, unique=True).map(tuple),
    per=st.none() | st.sampled_from(("person", "question")),
)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def choice(instrument: str | None, format: str, minutes: int = 0) -> RoundChoice:
    return RoundChoice(f"{instrument}{format}{minutes}", instrument, format, NOON + timedelta(minutes=minutes), "ans")


@given(OPTIONS)
def test_options_come_back_from_their_settings(options: ReadingOptions) -> None:
    assert options_of(settings_of(options)) == options


def test_what_is_left_to_detection_is_not_kept() -> None:
    assert settings_of(ReadingOptions()) == {}


@given(st.lists(WORDS, unique=True))
def test_a_list_of_labels_comes_back(labels: list[str]) -> None:
    assert list(split_list(join_list(labels))) == labels


def test_labels_may_hold_commas() -> None:
    assert split_list("Vries, Anna de\n\nBos,  Jan") == ("Vries, Anna de", "Bos, Jan")


def test_the_newest_choice_for_the_format_in_one_of_the_rounds_holds() -> None:
    choices = [choice("a", "csv"), choice("b", "csv", 5), choice("a", "vtt", 9), choice(None, "csv", 10)]
    found = find_choice(choices, format="csv", instruments=("a", "b"))
    assert found == choices[1]
    assert find_choice(choices, format="csv", instruments=(None,)) == choices[3]
    assert find_choice(choices, format="srt", instruments=("a",)) is None


def test_a_format_is_a_suffix_whatever_its_capitals() -> None:
    assert [format_of(each) for each in ("a.VTT", "b.tar.gz", "c")] == ["vtt", "gz", ""]
