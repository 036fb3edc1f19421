from __future__ import annotations

from corpus.stopwords import STOP_WORDS, content_words


def test_words_of_the_subject_stay_and_filler_goes() -> None:
    text = "Eh ja, weet je, ik had zeg maar een jobcoach, hè, zo’n IPS-traject van het UWV in 2024. Op zich prima."
    assert content_words(text) == ["jobcoach", "ips-traject", "uwv", "prima"]


def test_filler_inside_a_word_is_left_alone() -> None:
    assert content_words("Ofzo? De ofzonding") == ["ofzonding"]


def test_stop_words_are_written_as_texts_are_compared() -> None:
    assert all(word == word.lower() and "’" not in word for word in STOP_WORDS)
