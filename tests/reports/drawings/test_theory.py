from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest
import typst

from reports.drawings.theory import draw_theory
from reports.figures import Figure
from reports.rendering import IN_REPORT, OWN_PAGE, Page, render_svg
from reports.typesetting import fonts, sheet_files
from synthesis.theory import Block, TheoryLink, TheoryNode
from synthesis.theory_graph import theory_graph
from tests.reports.drawn import content_of
from tests.reports.made_maps import PERSPECTIVES
from tests.reports.made_theory import matrix, theory


def layout(figure: Figure, page: Page) -> dict[str, Any]:
    """Where the template puts boxes and badges, in points."""
    content: dict[str, Any] = {
        "title": figure.title,
        "beneath": [],
        "language": "nl",
        "template": "theory",
        "body": content_of(figure),
        "bare": True,
        "endless": False,
        "page": {"width": page.width, "height": page.height, "margin": page.margin},
    }
    files: Any = sheet_files("figure", content)
    found = typst.query(files, "<layout>", field="value", one=True, font_paths=fonts(), ignore_system_fonts=True)
    values: dict[str, Any] = json.loads(found)
    return values


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    apart = (
        one["x"] + one["width"] <= other["x"]
        or other["x"] + other["width"] <= one["x"]
        or one["y"] + one["height"] <= other["y"]
        or other["y"] + other["height"] <= one["y"]
    )
    return not apart


@pytest.mark.parametrize("page", [OWN_PAGE[True], IN_REPORT[True]])
def test_no_box_and_no_badge_overlaps_another(page: Page) -> None:
    found = layout(draw_theory(theory()), page)
    assert len(found["boxes"]) == 9
    assert len(found["badges"]) == 13
    for one, other in combinations(found["boxes"] + found["badges"], 2):
        assert not overlap(one, other), (one, other)


def test_everything_stays_between_the_margins() -> None:
    found = layout(draw_theory(theory()), OWN_PAGE[True])
    for each in found["boxes"] + found["badges"]:
        assert each["x"] >= -0.5
        assert each["x"] + each["width"] <= found["width"] + 0.5


def test_a_crowded_layer_moves_closer_together_to_stay_on_its_page() -> None:
    nodes = [TheoryNode(f"n{at}", f"n{at}", at, f"Werkzaam element nummer {at}", Block.INGREDIENTS) for at in range(8)]
    nodes.append(TheoryNode("o", "o", 9, "Ander werk", Block.OUTCOME))
    links = [TheoryLink(f"l{at}", f"n{at}", "o", "A1") for at in range(8)]
    figure = draw_theory(theory_graph(nodes, links, matrix()))
    found = layout(figure, IN_REPORT[True])
    assert max(box["y"] + box["height"] for box in found["boxes"]) < IN_REPORT[True].height / 25.4 * 72
    assert len(render_svg(figure)) == 1


def test_the_data_hold_a_row_for_every_arrow_with_its_verdict() -> None:
    graph = theory()
    data = draw_theory(graph).data
    assert len(data) == graph.number_of_edges()
    for row in data.to_dict("records"):
        facts = graph.edges[row["source"], row["target"]]
        assert row["assumption"] == facts["assumption"]
        assert row["outcome"] == (facts["outcome"].value if facts["outcome"] else None)


def test_an_arrow_shows_the_verdict_on_its_assumption_and_a_norm_none() -> None:
    body = content_of(draw_theory(theory()))
    edges = body["edges"]
    drawn = {(each["source"], each["target"]): each for each in edges}
    assert drawn["verlies", "laat"]["verdict"] == "genuanceerd"
    assert drawn["regels", "vast"] == {"source": "regels", "target": "vast", "name": "A4", "verdict": None}
    assert drawn["verlies", "regels"]["name"] == ""


def test_support_is_listed_per_assumption_of_those_who_were_asked() -> None:
    body = content_of(draw_theory(theory(), perspectives=PERSPECTIVES))
    lines = body["lines"]
    assert "A1: werknemers 8/11, werkgevers 4/9, jobcoaches 4/9, arbeidsdeskundigen 2/4" in str(lines[0])


def test_the_paths_are_as_strong_as_their_weakest_link() -> None:
    nodes = [TheoryNode(key, key, at, key, block) for at, (key, block) in enumerate(zip("abc", Block, strict=False))]
    nodes.append(TheoryNode("o", "o", 9, "o", Block.OUTCOME))
    links = [TheoryLink("1", "a", "b", "A3"), TheoryLink("2", "b", "o", "A1"), TheoryLink("3", "c", "o", "A3")]
    note = draw_theory(theory_graph(nodes, links, matrix())).notes[0]
    assert note.startswith("2 paden van een eerste vak naar een uitkomst")
    assert "1 genuanceerd" in note


def test_the_alternative_text_follows_the_arrows() -> None:
    alt = draw_theory(theory()).alt
    assert "Schema met 9 vakken" in alt
    assert "Signalen komen te laat bij de jobcoach (A1, genuanceerd)" in alt
