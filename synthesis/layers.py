"""Boxes in layers: in which order they stand, so that as few arrows cross as can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

SWEEPS = 8


def place_in_layers(
    layers: Mapping[int, Sequence[str]], arrows: Iterable[tuple[str, str]]
) -> dict[str, tuple[float, float]]:
    """The place (x, y) of each box (key): its layer, and its order in it with as few crossings as the sweeps find.

    `layers` holds the boxes of each layer in the order to start from. Boxes in a layer stand 1 apart and centred on 0;
    y grows downwards. Within layers the barycentre order (Sugiyama, Tagawa and Toda 1981), the same on every build.

    >>> place_in_layers({0: ["a", "b"], 1: ["c", "d"]}, [("a", "d"), ("b", "c")])
    {'a': (0.0, -0.5), 'b': (0.0, 0.5), 'd': (1.0, -0.5), 'c': (1.0, 0.5)}
    """
    numbers, pairs = sorted(layers), sorted(set(arrows))
    best: Sequence[Sequence[str]] = [layers[each] for each in numbers]
    current, fewest = best, count_crossings(best, pairs)
    for sweep in range(SWEEPS):
        current = _sweep(current, pairs, backwards=sweep % 2 == 1)
        crossings = count_crossings(current, pairs)
        if crossings < fewest:
            best, fewest = current, crossings
    return {
        key: (float(number), place - (len(layer) - 1) / 2)
        for number, layer in zip(numbers, best, strict=True)
        for place, key in enumerate(layer)
    }


def _sweep(layers: Sequence[Sequence[str]], arrows: Sequence[tuple[str, str]], *, backwards: bool) -> list[list[str]]:
    """The layers, each put in the order of the middle of its neighbours on the side where the sweep comes from."""
    ordered = [list(each) for each in (reversed(layers) if backwards else layers)]
    for number in range(1, len(ordered)):
        before = {key: place for layer in ordered[:number] for place, key in enumerate(layer)}
        own = {key: place for place, key in enumerate(ordered[number])}
        middles = {key: _middle(key, before, arrows, own[key]) for key in own}
        ordered[number].sort(key=lambda key: (middles[key], own[key]))
    return ordered[::-1] if backwards else ordered


def _middle(key: str, before: Mapping[str, int], arrows: Sequence[tuple[str, str]], own: int) -> float:
    others = [source if target == key else target for source, target in arrows if key in {source, target}]
    places = [before[each] for each in others if each in before]
    return sum(places) / len(places) if places else float(own)


def count_crossings(layers: Sequence[Sequence[str]], arrows: Iterable[tuple[str, str]]) -> int:
    """How many pairs of arrows between the same two layers cross."""
    layer = {key: number for number, keys in enumerate(layers) for key in keys}
    place = {key: number for keys in layers for number, key in enumerate(keys)}
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for one, other in arrows:
        left, right = sorted((one, other), key=lambda key: layer[key])
        pairs.setdefault((layer[left], layer[right]), []).append((place[left], place[right]))
    return sum(
        (a - c) * (b - d) < 0
        for (near, far), ends in pairs.items()
        if near != far
        for (a, b), (c, d) in combinations(ends, 2)
    )
