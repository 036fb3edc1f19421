"""Laws of merging and moving codes, whatever the tree and whatever is coded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coding.codebook import Code
from coding.codebook_changes import merge_codes, move_code, recode
from coding.codings import Coding
from coding.errors import CodeCycle

TREES = st.lists(st.integers(-1, 20), min_size=2, max_size=12)


def tree(parents: list[int]) -> list[Code]:
    return [
        Code(
            str(each),
            f"k{each}",
            "g",
            f"Code {each}",
            each,
            parent=f"k{parent % each}" if each and parent >= 0 else None,
        )
        for each, parent in enumerate(parents)
    ]


@given(TREES, st.data())
def test_merging_loses_no_coding_but_doubles_and_leaves_a_sound_tree(parents: list[int], data: st.DataObject) -> None:
    codes = tree(parents)
    keys = [each.key for each in codes]
    into = data.draw(st.sampled_from(keys))
    gone = data.draw(st.lists(st.sampled_from([each for each in keys if each != into]), unique=True))
    after = merge_codes(codes, gone, into=into)
    assert {each.key for each in after} == set(keys) - set(gone)
    assert all(each.parent is None or each.parent in set(keys) - set(gone) for each in after)
    codings = [
        Coding(str(number), "d", place, place + 1, "ans", code=key)
        for number, (place, key) in enumerate(
            data.draw(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(keys)), unique=True))
        )
    ]
    left = {each.id: each for each in codings}
    for before, changed in recode(codings, dict.fromkeys(gone, into)):
        if changed is None:
            del left[before.id]
        else:
            left[before.id] = changed
    said = {(each.start, into if each.code in gone else each.code) for each in codings}
    assert {(each.start, each.code) for each in left.values()} == said
    assert len(left) == len(said)


@given(TREES, st.data())
def test_a_move_keeps_every_code_and_closes_no_circle(parents: list[int], data: st.DataObject) -> None:
    codes = tree(parents)
    key, parent = (data.draw(st.sampled_from([each.key for each in codes])) for _ in range(2))
    try:
        after = move_code(codes, key, parent=parent)
    except CodeCycle:
        return
    known = {each.key: each for each in after}
    assert set(known) == {each.key for each in codes}
    for each in after:
        way, now = set(), each
        while now.parent:
            assert now.key not in way
            way.add(now.key)
            now = known[now.parent]
