from __future__ import annotations

import pytest

from tools.example_names import find_strangers, names_in
from workbench.example.sources import Source, SourceTurn


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("Wim zei het tegen Marlies van Bruchem.", ["Marlies", "Bruchem"]),
        ("Hij kwam. Zij ook. “Kom maar”, zei hij.", []),
        ("Ze zei: Kom maar. ’s Ochtends (Altijd) wel.", []),
        ("Toen belde ’t UWV met de WIA en T. over Sint-Wendel.", ["Sint-Wendel"]),
        ("3. Wat wij verwachten", []),
    ],
)
def test_names_are_words_with_a_capital_inside_a_sentence(paragraph: str, names: list[str]) -> None:
    assert list(names_in(paragraph)) == names


@pytest.mark.parametrize("word", ["Brams", "Bram’s", "Wendel", "Engels", "Bram-achtige"])
def test_forms_of_a_known_name_are_known(word: str) -> None:
    source = Source({}, (SourceTurn(None, None, {}, f"Dat is {word} werk.", ()),))
    assert list(find_strangers("a.md", source, "- **Bram**, in Sint-Wendel")) == []
