from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from reports.drawings.topics import LIFT_STEPS, draw_topics, draw_topics_by_code
from reports.figures import Chart, Figure
from reports.rendering import render_svg
from reports.style import contrast, ink_on
from synthesis.topics import Topic
from tests.reports.drawn import content_of
from tests.reports.made_lists import CODES, topic_fit, topics_table


def drawn(figure: Figure) -> list[dict[str, Any]]:
    assert isinstance(figure.body, Chart)
    layers: Any = figure.body.specification
    values: list[dict[str, Any]] = (
        next(iter(layers["datasets"].values())) if "datasets" in layers else layers["data"]["values"]
    )
    return values


def test_the_data_are_the_pairs_that_met_named_from_the_codebook() -> None:
    data = draw_topics_by_code(topics_table(), topic_fit(), codes=CODES).data
    assert len(data) == len(topics_table())
    assert list(data["passages"]) == [21, 4, 2, 18, 5, 3, 14, 1, 6]
    assert set(data["code_name"]) <= {code.name for code in CODES}


def test_the_numbers_in_the_squares_are_those_of_the_data() -> None:
    figure = draw_topics_by_code(topics_table(), topic_fit(), codes=CODES)
    words = [row["words"] for row in drawn(figure)]
    assert words[0] == "21 (×4,2)"
    for word, passages in zip(words, figure.data["passages"], strict=True):
        assert word.split()[0] == str(passages)


def test_what_met_too_seldom_has_a_number_and_no_colour() -> None:
    figure = draw_topics_by_code(topics_table(), topic_fit(), codes=CODES)
    colourless = [row["words"] for row in drawn(figure) if row["step"] is None]
    assert colourless == ["2", "1"]


def test_the_steps_grow_darker_and_their_numbers_stay_legible() -> None:
    light = [contrast(colour, "#000000") for _least, colour, _words in LIFT_STEPS]
    assert light == sorted(light, reverse=True)
    assert all(contrast(ink_on(colour), colour) >= 4.5 for _least, colour, _words in LIFT_STEPS)


def test_the_order_of_the_table_changes_nothing() -> None:
    shuffled = topics_table().sample(frac=1, random_state=3).reset_index(drop=True)
    one = draw_topics_by_code(topics_table(), topic_fit(), codes=CODES)
    other = draw_topics_by_code(shuffled, topic_fit(), codes=CODES)
    pd.testing.assert_frame_equal(one.data, other.data)
    assert render_svg(one) == render_svg(other)


@pytest.mark.parametrize("topics", [1, 5, 6, 12, 24])
def test_the_chart_never_grows_wider_than_its_page(topics: int) -> None:
    from reports.charts import chart_size

    many = tuple(Topic(at + 1, ("aanspreekpunt", "werk", "geld"), (1.0, 0.5, 0.2), 9, 3) for at in range(topics))
    rows = [(at + 1, code.key, 4, 1.5, 3) for at in range(topics) for code in CODES]
    table = pd.DataFrame(rows, columns=["topic", "code", "n", "lift", "respondents"], dtype=object)
    figure = draw_topics_by_code(table, replace(topic_fit(), topics=many), codes=CODES)
    width, _height = chart_size(render_svg(figure, bare=True)[0].decode())
    assert width <= (971 if figure.wide else 604) + 40


def test_the_list_says_how_much_was_left_unassigned() -> None:
    figure = draw_topics(topic_fit())
    assert figure.notes[0] == "Niet toegewezen aan een onderwerp: 10 van de 90 tekstdelen (11%)."
    assert any("geen bevinding" in note for note in figure.notes)
    assert list(figure.data["passages"]) == [31, 24, 17, 9]


def test_no_topics_is_an_answer() -> None:
    figure = draw_topics(replace(topic_fit(), topics=(), members=()))
    assert content_of(figure)["empty"]
    assert render_svg(figure)
