from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reports.drawings.experience import PRINTED_STATEMENTS, draw_experience
from reports.figures import Figure
from reports.rendering import render_png, render_svg
from reports.sources import Sources
from study.errors import UnknownPerspective
from synthesis.experience import CellState, ExperienceMap
from tests.reports.drawn import content_of
from tests.reports.made_maps import PERSPECTIVES, journey, with_states
from tests.reports.made_study import instruments, passages_of


def drawn_cells(figure: Figure) -> list[dict[str, Any]]:
    return [cell for row in content_of(figure)["rows"] for cell in row["cells"]]


@pytest.fixture
def full() -> ExperienceMap:
    return with_states(journey((5, 4, 3, 2, 1), (9, 6, 3, 4, 2), (2, 3, 1, 2, 0), (0, 0, 0, 0, 0)))


def test_the_data_are_the_values_of_the_map_statement_by_statement(full: ExperienceMap) -> None:
    data = draw_experience(full, "werkgever").data
    statements = [each for each in full.statements if each.finding.perspective == "werkgever"]
    assert list(data["key"]) == [each.finding.key for each in statements]
    assert list(data["respondents"]) == [each.r for each in statements]
    assert list(data["eligible"]) == [each.eligible for each in statements]
    assert list(data["passages"]) == [each.m for each in statements]
    assert list(data["valence"]) == [each.valence.value for each in statements]
    assert list(data["stable"]) == [each.stable for each in statements]


def test_what_is_drawn_is_what_the_data_hold(full: ExperienceMap) -> None:
    figure = draw_experience(full, "werkgever")
    across = content_of(figure)["across"]
    drawn = [each for cell in (*drawn_cells(figure), across) for each in cell["statements"]]
    assert [each["text"] for each in drawn] == list(figure.data["statement"])
    for each, r, eligible, passages in zip(
        drawn, figure.data["respondents"], figure.data["eligible"], figure.data["passages"], strict=True
    ):
        assert f"{r} van de {eligible}" in each["share"]
        assert each["mentions"].startswith(f"{passages} fragment")


def test_every_state_of_an_empty_cell_is_drawn_in_its_own_words(full: ExperienceMap) -> None:
    words = [cell["state"] for cell in drawn_cells(draw_experience(full, "arbeidsdeskundige"))]
    expected = ["niet gevraagd", "geen gegevens", "fragmenten, nog geen bevinding", "niet getoond (privacy)"]
    assert words == expected
    assert set(draw_experience(full, "arbeidsdeskundige").data["state"]) == {
        CellState.NOT_ASKED,
        CellState.NO_DATA,
        CellState.NO_FINDING_YET,
        CellState.WITHHELD,
        CellState.NOTHING_SAID,
    }


def test_without_a_topic_list_nobody_is_said_to_have_been_asked(full: ExperienceMap) -> None:
    figure = draw_experience(replace(full, guides_known=False), "arbeidsdeskundige")
    assert drawn_cells(figure)[0]["state"] == "niet genoemd (topiclijst niet vastgelegd)"
    assert any("topiclijst" in note for note in figure.notes)


def test_what_hangs_on_one_person_is_hatched_and_one_respondent_never(full: ExperienceMap) -> None:
    drawn = drawn_cells(draw_experience(full, "werkgever"))[0]["statements"]
    assert [each["border"] for each in drawn] == [each in (4, 5) for each in range(9)]


def test_disagreement_is_not_drawn_for_gemengd(full: ExperienceMap) -> None:
    drawn = drawn_cells(draw_experience(full, "werkgever"))[0]["statements"]
    assert [each["disagreement"] for each in drawn if each["valence"] == "gemengd"] == [None]


def test_the_printed_form_holds_no_counts_and_at_most_nine_statements(full: ExperienceMap) -> None:
    cell = full.cell("werkgever", "0")
    more = replace(cell.statements[0], finding=replace(cell.statements[0].finding, key="extra"))
    twelve = replace(cell, statements=(*cell.statements[:8], more, more, more, cell.statements[8]))
    crowded = replace(full, cells=tuple(twelve if each == cell else each for each in full.cells))
    figure = draw_experience(crowded, "werkgever", form="drukkaart")
    first = drawn_cells(figure)[0]
    assert len(first["statements"]) == PRINTED_STATEMENTS
    assert first["remarks"] == ["en 3 meer in de bijlage"]
    assert content_of(figure)["legend"] == []
    assert content_of(figure)["form"] == "printed"
    assert first["statements"][-1]["text"] == cell.statements[8].finding.wording, "the minority view stays"


def test_the_overview_prints_labels_of_all_perspectives(full: ExperienceMap) -> None:
    figure = draw_experience(full)
    assert figure.perspective is None
    assert len(drawn_cells(figure)) == 16
    first = drawn_cells(figure)[0]["statements"]
    assert first[0]["text"] == full.statements[0].finding.label


def test_every_statement_leads_to_the_codings_behind_it_and_no_id_is_in_the_data(full: ExperienceMap) -> None:
    figure = draw_experience(full, "werkgever")
    for statement in full.statements:
        if statement.finding.perspective == "werkgever":
            assert figure.references[statement.finding.key][: statement.r] == statement.finding.passages
    assert "coding-" not in figure.data.to_csv()
    assert "coding-" not in repr(content_of(figure))
    assert "P0" not in repr(content_of(figure))


def test_source_and_bias_come_from_the_register(full: ExperienceMap) -> None:
    quotes = [each for statement in full.statements for each in statement.quotes]
    sources = Sources(passages_of(quotes), instruments(), PERSPECTIVES)
    figure = draw_experience(full, "werkgever", sources=sources)
    assert figure.source_line == "Bron: interviews werkgevers (n = 11)"
    assert figure.bias == (f"Vertekening (interviews werkgevers): {instruments()[0].bias}",)


def test_without_a_register_the_source_line_still_counts_people(full: ExperienceMap) -> None:
    assert draw_experience(full, "werkgever").source_line == "Bron: werkgevers (n = 11)"


def test_the_alternative_text_says_what_stands_in_every_cell(full: ExperienceMap) -> None:
    alt = draw_experience(full, "werkgever").alt
    assert "De baan loopt: 9 bevindingen" in alt
    assert "Er komen twijfels over het functioneren: 6 bevindingen" in alt


def test_an_unknown_perspective_is_refused(full: ExperienceMap) -> None:
    with pytest.raises(UnknownPerspective):
        draw_experience(full, "gemeente")


def test_nine_findings_a_cell_stay_on_their_pages(full: ExperienceMap) -> None:
    crowded = journey((9, 9, 9, 9, 0), perspectives=PERSPECTIVES[1:])
    assert len(render_png(draw_experience(crowded, "werkgever"))) == 1


def test_a_map_that_is_too_full_goes_on_on_a_next_page_and_loses_nothing() -> None:
    crowded = journey((9, 9, 9, 9, 9), perspectives=PERSPECTIVES[1:])
    assert len(render_svg(draw_experience(crowded, "werkgever"))) == 2


@pytest.mark.parametrize("eligible", [0, 1, 2, 4, 5])
def test_very_small_groups_are_drawn(eligible: int) -> None:
    made = journey((3, 0, 1, 0, 0), perspectives=PERSPECTIVES[1:], eligible=eligible)
    assert render_svg(draw_experience(made, "werkgever"))
