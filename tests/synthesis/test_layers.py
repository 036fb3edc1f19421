from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synthesis.layers import count_crossings, place_in_layers

LAYERS = {0: ["a", "b", "c"], 1: ["d", "e", "f"], 2: ["g", "h"]}
ARROWS = st.lists(
    st.sampled_from(
        [(one, other) for one in "abc" for other in "def"] + [(one, other) for one in "def" for other in "gh"]
    ),
    max_size=12,
)


@given(ARROWS)
def test_no_order_is_worse_than_the_one_to_start_from(arrows: list[tuple[str, str]]) -> None:
    places = place_in_layers(LAYERS, arrows)
    found = [sorted(keys, key=lambda key: places[key][1]) for keys in LAYERS.values()]
    assert count_crossings(found, set(arrows)) <= count_crossings(list(LAYERS.values()), set(arrows))


@given(ARROWS)
def test_the_order_of_the_arrows_moves_no_box(arrows: list[tuple[str, str]]) -> None:
    shuffled = sorted(arrows, key=lambda each: (each[1], each[0]), reverse=True)
    assert place_in_layers(LAYERS, arrows) == place_in_layers(LAYERS, shuffled)


def test_boxes_of_a_layer_stand_one_apart_around_the_middle() -> None:
    places = place_in_layers(LAYERS, [])
    assert sorted(y for x, y in places.values() if x == 0) == [-1, 0, 1]
    assert sorted(y for x, y in places.values() if x == 2) == [-0.5, 0.5]
