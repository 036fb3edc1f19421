from __future__ import annotations

import pytest

from corpus.published import Setting, find_parts, is_whole_quote
from corpus.segments import Part

PLAIN, BOXED, LISTED = Setting(), Setting(boxed=True), Setting(listed=True)


@pytest.mark.parametrize(
    ("text", "is_quote"),
    [
        ("‘Niemand belde mij terug.’", True),
        ("“Niemand belde mij terug.”", True),
        ('"Niemand belde mij terug."', True),
        ("‘Niemand belde mij terug.’ (werknemer, 45 jaar)", True),
        ("‘Niemand belde mij terug’ – een werkgever", True),
        ("‘Niemand belde mij terug.’ Dat zeiden er meer.", False),
        ("‘Passend werk’ is een begrip uit de wet.", False),
        ("‘Passend werk’", False),
        ("Zij zei: ‘Niemand belde mij terug.’", False),
        ("‘Niemand belde’ en ‘niemand kwam langs’", False),
        ("", False),
    ],
)
def test_a_quote_stands_whole_between_its_marks(text: str, is_quote: bool) -> None:
    assert is_whole_quote(text) == is_quote


@pytest.mark.parametrize(
    ("setting", "part"),
    [
        (PLAIN, Part.TEXT),
        (Setting(italic=True), Part.TEXT),
        (Setting(indented=True), Part.TEXT),
        (Setting(italic=True, indented=True), Part.QUOTE),
        (Setting(italic=True, indented=True, listed=True), Part.TEXT),
        (Setting(quoted=True), Part.QUOTE),
        (BOXED, Part.BOX),
        (Setting(boxed=True, quoted=True), Part.QUOTE),
    ],
)
def test_one_sign_is_emphasis_and_two_are_a_quote(setting: Setting, part: Part) -> None:
    assert find_parts(["Niemand belde mij terug."], [setting]) == [part]


def test_items_belong_to_a_figure_when_they_or_their_box_stand_next_to_its_caption() -> None:
    texts = ["Figuur 2. Wat helpt", "• bellen", "• langskomen", "Daarna.", "• los punt"]
    assert find_parts(texts, [PLAIN] * 5) == [Part.TEXT, Part.BULLET, Part.BULLET, Part.TEXT, Part.TEXT]
    texts = ["Ervoor.", "Wat helpt", "bellen", "langskomen", "", "Figuur 2. Wat helpt", "Erna."]
    boxed = Setting(boxed=True, listed=True)
    settings = [PLAIN, BOXED, boxed, boxed, PLAIN, PLAIN, PLAIN]
    parts = [Part.TEXT, Part.BOX, Part.BULLET, Part.BULLET, Part.TEXT, Part.TEXT, Part.TEXT]
    assert find_parts(texts, settings) == parts


def test_items_without_a_caption_are_text_and_in_a_box_part_of_it() -> None:
    assert find_parts(["Dit zijn ze:", "• bellen", "• langskomen"], [PLAIN, LISTED, LISTED]) == [Part.TEXT] * 3
    assert find_parts(["• bellen", "• langskomen"], [BOXED, BOXED]) == [Part.BOX] * 2
