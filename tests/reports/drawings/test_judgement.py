from __future__ import annotations

from reports.drawings.judgement import draw_judgement
from reports.rendering import render_svg
from synthesis.judgement import Column, Judgement, Row
from tests.reports.drawn import content_of
from tests.reports.made_lists import CODES
from tests.reports.made_maps import PERSPECTIVES, judgement


def test_the_data_place_every_label_where_the_judgement_does() -> None:
    made = judgement()
    data = draw_judgement(made).data
    placed = data[data["list"] == "placed"]
    assert list(placed["label"]) == [each.label for each in made.placed]
    assert list(placed["column"]) == [each.column.value for each in made.placed]
    assert list(placed["row"]) == [each.row.value for each in made.placed]
    assert list(placed["on_border"]) == [each.on_border for each in made.placed]
    assert dict(data["list"].value_counts()) == {"placed": 8, "neutral": 1, "too_small": 1, "not_mentioned": 1}


def test_what_lies_on_the_border_is_drawn_there_and_nowhere_else() -> None:
    made = judgement()
    body = content_of(draw_judgement(made))
    fields, border = body["fields"], body["border"]
    in_fields = [item["label"] for row in fields for field in row for item in field]
    on_border = [item["label"] for field in border for item in field]
    assert on_border == [each.label for each in made.placed if each.on_border]
    assert sorted(in_fields + on_border) == sorted(each.label for each in made.placed)


def test_the_title_names_group_and_actor_and_the_actor_may_be_nobody() -> None:
    named = draw_judgement(judgement(actor="uwv"), perspectives=PERSPECTIVES, codes=CODES)
    assert named.title == "Oordeel van werkgevers: UWV"
    general = draw_judgement(judgement(actor=None), perspectives=PERSPECTIVES)
    assert general.title == "Oordeel van werkgevers: over niemand in het bijzonder"
    assert general.key == "oordeel-werkgever-algemeen"


def test_a_quadrant_of_too_few_people_is_a_list_and_no_empty_grid() -> None:
    made = judgement()
    small = Judgement("werkgever", "uwv", (), too_small=made.too_small)
    figure = draw_judgement(small)
    assert content_of(figure)["empty"] == "Niets kon in de figuur worden geplaatst."
    assert render_svg(figure)


def test_the_alternative_text_says_where_each_label_stands() -> None:
    made = judgement()
    alt = draw_judgement(made).alt
    often = ", ".join(each.label for each in made.at(Column.PAIN, Row.OFTEN))
    assert f"Pijnpunt, veel genoemd: {often}" in alt
    assert "Te weinig mensen gevraagd om te plaatsen" in alt
