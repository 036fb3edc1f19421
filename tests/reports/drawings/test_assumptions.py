from __future__ import annotations

from typing import Any

from reports.drawings.assumptions import draw_assumptions, overridden_words
from reports.figures import Figure
from synthesis.verdicts import OVERALL
from tests.reports.drawn import content_of
from tests.reports.made_maps import PERSPECTIVES
from tests.reports.made_theory import matrix


def cells(figure: Figure) -> dict[tuple[str, str], dict[str, Any]]:
    """What is drawn, by assumption and heading of its column."""
    rows, headings = content_of(figure)["rows"], content_of(figure)["headings"]
    return {
        (row["key"], heading): cell for row in rows for heading, cell in zip(headings[1:], row["cells"], strict=True)
    }


def test_the_data_hold_every_verdict_with_what_it_weighs() -> None:
    made = matrix()
    rows = draw_assumptions(made).data.to_dict("records")
    data = {(row["key"], row["column"]): row for row in rows}
    for cell in (*made.cells, *made.overall):
        row = data[cell.assumption, cell.column]
        if cell.verdict is None:
            assert row["outcome"] is None
            continue
        assert row["outcome"] == cell.verdict.outcome.value
        assert row["rule"] == cell.verdict.rule
        assert row["supports"] == float(cell.verdict.tally.supports)
        assert row["total"] == float(cell.verdict.tally.total)
        assert row["words"] == cell.verdict.words


def test_a_cell_prints_its_word_its_counts_and_its_flags() -> None:
    drawn = cells(draw_assumptions(matrix(), perspectives=PERSPECTIVES))
    first = drawn["A1", "Werknemers"]
    assert (first["outcome"], first["words"]) == ("onderbouwd", "ondersteund")
    assert first["counts"] == "S 8 · Q 1 · C 0 van 9; 2 zwijgt"
    assert drawn["A2", "Werknemers"]["flags"] == ["smalle basis"]
    assert drawn["A1", "Arbeidsdeskundigen"]["counts"] == "2 van de 3 steunt dit"
    assert drawn["A1", "Literatuur"]["counts"] == "1 sterk direct"


def test_an_override_shows_both_verdicts_and_whether_it_went_stale() -> None:
    made = matrix()
    drawn = cells(draw_assumptions(made, perspectives=PERSPECTIVES))["A2", "Werkgevers"]
    assert (drawn["proposed"], drawn["words"], drawn["by"]) == ("ondersteund", "genuanceerd", "onderzoekers")
    assert drawn["stale"] == "onderbouwing sindsdien veranderd"
    verdict = made.cell("A2", "werkgever").verdict
    assert verdict is not None
    assert overridden_words(verdict) == "ondersteund → genuanceerd (onderzoekers)"
    notes = draw_assumptions(made, perspectives=PERSPECTIVES).notes
    assert any(verdict.override.reason in note for note in notes if verdict.override)


def test_a_norm_is_not_counted_and_a_person_may_judge_it() -> None:
    made = matrix()
    drawn = cells(draw_assumptions(made, perspectives=PERSPECTIVES))
    assert drawn["A4", "Werkgevers"]["outcome"] is None
    assert drawn["A4", "Totaal"]["words"] == "deels gedeeld"
    assert drawn["A4", "Totaal"]["proposed"] is None


def test_what_changes_without_one_respondent_is_hatched() -> None:
    drawn = cells(draw_assumptions(matrix(), perspectives=PERSPECTIVES))
    assert [place for place, cell in drawn.items() if cell.get("border")] == [("A1", "Werkgevers")]


def test_the_legend_gives_each_letter_all_the_words_it_stands_for() -> None:
    body = content_of(draw_assumptions(matrix(), perspectives=PERSPECTIVES))
    legend = body["legend"]
    assert {"verdict": "onderbouwd", "text": "herkend in de praktijk / ondersteund / plausibel"} in legend


def test_each_cell_leads_to_its_evidence() -> None:
    made = matrix()
    references = draw_assumptions(made).references
    assert set(references) == {f"{a.key}/{c}" for a in made.assumptions for c in (*made.columns, OVERALL)}


def test_the_alternative_text_reads_the_matrix_row_by_row() -> None:
    alt = draw_assumptions(matrix(), perspectives=PERSPECTIVES).alt
    assert "A1: werknemers ondersteund, werkgevers genuanceerd, jobcoaches verdeeld" in alt
