from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coding import Code, CodeGroup
from coding.codebook import branch, check_codebook, code_paths, in_tree_order, known_code, make_key, rename_code
from coding.errors import (
    BadColour,
    CodeCycle,
    CodingError,
    DoubledKey,
    DoubledName,
    IncompleteCode,
    MissingParent,
    ParentElsewhere,
    UnknownCode,
    UnknownGroup,
)
from study.messages import speaking
from tests.coding.material import a_code

GROUPS = [CodeGroup("1", "knelpunt", "Knelpunt", 1), CodeGroup("2", "actie", "Actie", 2)]
TREE = [
    a_code("begeleiding", ordinal=2),
    a_code("valt_weg", parent="begeleiding", name="Begeleiding valt weg", ordinal=1),
    a_code("plots", parent="valt_weg", ordinal=1),
    a_code("contact", ordinal=1),
    a_code("bellen", group="actie"),
]


def test_a_sound_codebook_passes() -> None:
    check_codebook(GROUPS, TREE)
    check_codebook([], [])


def test_a_path_runs_from_the_top() -> None:
    assert code_paths(TREE)["plots"] == "Begeleiding / Begeleiding valt weg / Plots"
    assert code_paths(reversed(TREE)) == code_paths(TREE)


def test_parents_stand_before_their_children_and_groups_in_their_order() -> None:
    expected = ["contact", "begeleiding", "valt_weg", "plots", "bellen"]
    assert [code.key for code in in_tree_order(GROUPS, TREE)] == expected
    assert [code.key for code in in_tree_order(reversed(GROUPS), reversed(TREE))] == expected


def test_a_branch_is_a_code_with_everything_under_it() -> None:
    assert branch(TREE, "begeleiding") == {"begeleiding", "valt_weg", "plots"}
    with pytest.raises(UnknownCode):
        branch(TREE, "weg")


def test_a_renamed_code_keeps_its_key_and_everything_else() -> None:
    renamed = rename_code(TREE, "contact", name=" Wie belt wie ")
    assert [each for each in renamed if each not in TREE] == [replace(TREE[3], name="Wie belt wie")]
    check_codebook(GROUPS, renamed)


@pytest.mark.parametrize(
    ("key", "name", "error"),
    [("weg", "Weg", UnknownCode), ("contact", " ", IncompleteCode), ("contact", "begeleiding", DoubledName)],
)
def test_a_name_that_cannot_be_is_refused(key: str, name: str, error: type[CodingError]) -> None:
    with pytest.raises(error):
        rename_code(TREE, key, name=name)


@pytest.mark.parametrize(
    ("codes", "error"),
    [
        ([a_code("a"), a_code("a", name="Anders")], DoubledKey),
        ([a_code("a", name="Bellen"), a_code("b", name="bellen")], DoubledName),
        ([a_code("a", parent="weg")], MissingParent),
        ([a_code("a", parent="b"), a_code("b", group="actie")], ParentElsewhere),
        ([a_code("a", parent="a")], CodeCycle),
        ([a_code("a", parent="b"), a_code("b", parent="c"), a_code("c", parent="a")], CodeCycle),
        ([a_code("d", parent="a"), a_code("a", parent="b"), a_code("b", parent="a")], CodeCycle),
        ([a_code("a", group="reden")], UnknownGroup),
        ([a_code("a", name=" ")], IncompleteCode),
        ([a_code(" ", name="Leeg")], IncompleteCode),
        ([replace(a_code("a"), colour="rood")], BadColour),
    ],
)
def test_a_codebook_that_does_not_hold_together_is_refused(codes: list[Code], error: type[CodingError]) -> None:
    with pytest.raises(error):
        check_codebook(GROUPS, codes)


def test_two_groups_with_one_key_are_refused() -> None:
    with pytest.raises(DoubledKey):
        check_codebook([GROUPS[0], GROUPS[0]], [])


def test_the_same_name_may_stand_under_two_parents() -> None:
    check_codebook(
        GROUPS,
        [a_code("a"), a_code("b"), a_code("c", parent="a", name="Overig"), a_code("d", parent="b", name="Overig")],
    )


def test_the_sentence_about_a_circle_names_its_codes() -> None:
    codes = [a_code("d", parent="a"), a_code("a", parent="b"), a_code("b", parent="a")]
    with pytest.raises(CodeCycle) as caught:
        check_codebook(GROUPS, codes)
    with speaking("en"):
        assert "in a circle: a → b → a." in str(caught.value)


def test_a_code_that_resembles_nothing_has_no_nearest() -> None:
    with pytest.raises(UnknownCode) as caught:
        known_code("zzzz", {"contact"})
    with speaking("en"):
        assert str(caught.value).endswith("Nearest: –.")


def test_five_thousand_codes_in_one_tree_are_checked() -> None:
    codes = [a_code(f"c{n}", parent=f"c{(n - 1) // 10}" if n else None) for n in range(5000)]
    check_codebook(GROUPS, codes)
    assert len(code_paths(codes)) == len(in_tree_order(GROUPS, codes)) == 5000


def test_a_very_deep_tree_is_climbed() -> None:
    codes = [a_code(f"c{n}", parent=f"c{n - 1}" if n else None) for n in range(1200)]
    check_codebook(GROUPS, codes)
    assert code_paths(codes)["c1199"].count(" / ") == 1199


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(st.text(max_size=40), max_size=4))
def test_a_key_made_of_any_name_is_new_and_plain(name: str, others: list[str]) -> None:
    taken = {make_key(other) for other in others}
    key = make_key(name, taken=taken)
    assert key not in taken
    assert key.isascii()
    assert key == key.lower().strip("_")
    assert key
