from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reports.checks import Concern, check_publishable, check_report
from reports.errors import NoBiasNote, NothingToReport
from reports.figures import FigureKind
from reports.gallery import draw_figures
from reports.material import Material
from reports.report import Report, compose_report
from reports.sections import (
    Box,
    Bullets,
    FigureBlock,
    Heading,
    Paragraph,
    QuoteBlock,
    QuoteList,
    TableBlock,
    quote_numbers,
)
from reports.writers.plain import plain_report
from study.messages import speaking
from tests.reports.made_maps import PERSPECTIVES, journey
from tests.reports.made_models import with_models
from tests.reports.made_study import SETTINGS, material

WHOLE = material()
STATEMENTS = WHOLE.journey.statements if WHOLE.journey else ()


@pytest.fixture(scope="module")
def report() -> Report:
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, WHOLE), material=WHOLE)


def words(report: Report) -> str:
    return json.dumps(plain_report(report, draw=lambda _figure: {}), ensure_ascii=False)


def test_the_chapters_stand_in_the_order_an_institute_prints_them(report: Report) -> None:
    headings = [each.heading for each in report.sections]
    assert headings == [
        "1 Samenvatting",
        "2 Hoe dit onderzoek is gedaan",
        "3 Alle perspectieven naast elkaar",
        "4 Werknemers",
        "5 Werkgevers",
        "6 Jobcoaches",
        "7 Arbeidsdeskundigen",
        "8 Veronderstellingen getoetst",
        "9 Verbeterpunten",
        "Bijlage A Regels",
        "Bijlage B Onderwerpen",
        "Bijlage C Citaten",
    ]


def test_every_figure_has_its_place_and_a_number_in_the_order_of_reading(report: Report) -> None:
    assert [block.number for block in report.figures] == list(range(1, len(report.figures) + 1))
    assert {block.figure.key for block in report.figures} == {each.key for each in draw_figures(SETTINGS, WHOLE)}


def test_the_figures_of_a_perspective_stand_in_its_chapter(report: Report) -> None:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, FigureBlock) and block.figure.perspective:
                assert section.anchor == f"perspectief-{block.figure.perspective}"


def test_every_quote_number_resolves_and_every_statement_carries_one(report: Report) -> None:
    known = {each.number for each in report.quotes.quotes}
    appendix = [block for section in report.sections for block in section.blocks if isinstance(block, QuoteList)]
    assert {each.number for block in appendix for each in block.quotes} == known
    cited = {number for section in report.sections for block in section.blocks for number in quote_numbers(block)}
    assert cited == known
    wordings = {each.finding.wording for each in STATEMENTS}
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph) and block.lead in wordings:
                assert block.quotes, block.lead


def test_every_finding_of_the_map_is_printed_with_its_count(report: Report) -> None:
    printed = [block for section in report.sections for block in section.blocks if isinstance(block, Paragraph)]
    for statement in STATEMENTS:
        found = [block for block in printed if block.lead == statement.finding.wording]
        assert any(f"{statement.r} van de {statement.eligible}" in block.text for block in found)


def test_the_counts_in_the_summary_are_those_of_the_map(report: Report) -> None:
    employers = next(
        block
        for block in report.sections[0].blocks
        if isinstance(block, Paragraph) and block.lead.startswith("Werkgevers")
    )
    statements = [each for each in STATEMENTS if each.finding.perspective == "werkgever"]
    assert employers.lead == "Werkgevers (n = 11)."
    assert f"{len(statements)} bevindingen op de kaart" in employers.text
    assert "(9 geldige stembriefjes)" in employers.text


def test_a_verdict_is_printed_with_its_rule_its_counts_and_its_override(report: Report) -> None:
    section = next(each for each in report.sections if each.anchor == "veronderstellingen")
    items = [item for block in section.blocks if isinstance(block, Bullets) for item in block.items]
    overridden = next(item for item in items if "→" in item.text)
    assert overridden.lead == "Werkgevers:"
    assert overridden.text.startswith(
        "ondersteund → genuanceerd (onderzoekers); 9 voor, 1 met nuance, 1 tegen (regel R2)."
    )
    assert "Daarna is de onderbouwing veranderd." in overridden.text
    assert overridden.quotes


def test_the_rules_are_printed_with_the_limits_of_the_study(report: Report) -> None:
    rules = next(each for each in report.sections if each.anchor == "regels")
    tables = [block for block in rules.blocks if isinstance(block, TableBlock)]
    assert [row[0].text for row in tables[0].rows] == ["R-", "R0", "R1", "R1b", "R2", "R3", "R4"]
    assert tables[0].rows[1][1].text == f"T < {SETTINGS.thresholds.min_stances}"


def test_a_point_without_findings_says_that_it_has_no_source(report: Report) -> None:
    section = next(each for each in report.sections if each.anchor == "verbeterpunten")
    at = next(at for at, block in enumerate(section.blocks) if isinstance(block, Heading) and "uitleg" in block.text)
    bullets = section.blocks[at + 1]
    assert isinstance(bullets, Bullets)
    assert "geen bron" in bullets.items[0].text


def test_the_priorities_of_a_group_stand_in_a_box_with_the_quotes_behind_them(report: Report) -> None:
    section = next(each for each in report.sections if each.anchor == "perspectief-werkgever")
    box = next(block for block in section.blocks if isinstance(block, Box) and "Sessie" in block.title)
    listed = box.blocks[0]
    assert isinstance(listed, Bullets)
    assert [item.lead for item in listed.items] == ["1", "2", "3", "4", "5", "6"]
    assert all(bool(item.quotes) is ("geen bron" not in item.text) for item in listed.items)


def test_a_quote_in_the_text_is_the_quote_of_the_appendix(report: Report) -> None:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, QuoteBlock):
                assert block.quote == report.quotes.find(block.quote.number)


def test_a_quote_that_says_the_opposite_is_printed_last_and_says_so(report: Report) -> None:
    blocks = next(each for each in report.sections if each.anchor == "perspectief-werkgever").blocks
    quotes = [block for block in blocks if isinstance(block, QuoteBlock) and block.contra]
    assert quotes
    assert quotes[0].attribution == "werkgever, zegt het tegendeel van de bevinding"
    at = blocks.index(quotes[0])
    assert isinstance(blocks[at - 1], QuoteBlock)
    assert not isinstance(blocks[at + 1], QuoteBlock)


def test_topics_are_an_appendix_and_called_a_reading_aid(report: Report) -> None:
    topics = next(each for each in report.sections if each.anchor == "onderwerpen")
    assert topics.appendix
    assert isinstance(topics.blocks[0], Paragraph)
    assert topics.blocks[0].text.startswith("Leeswijzer, geen bevinding.")


@pytest.mark.parametrize("trace", ["coding-", "person-", "document-", ".docx", "P001", "P1000", "finding-", "session-"])
def test_no_id_and_no_code_of_a_person_is_in_what_is_written(report: Report, trace: str) -> None:
    assert trace not in words(report)


def test_the_order_of_the_input_changes_nothing(report: Report) -> None:
    assert WHOLE.passages is not None
    turned = replace(
        WHOLE,
        points=WHOLE.points[::-1],
        instruments=WHOLE.instruments[::-1],
        codes=WHOLE.codes,
        passages=WHOLE.passages.sample(frac=1, random_state=5),
    )
    again = compose_report(SETTINGS, draw_figures(SETTINGS, turned), material=turned)
    assert words(again) == words(report)


def test_a_report_is_made_of_what_there_is_so_far() -> None:
    only = Material(journey=journey((2, 0, 0, 0, 0), perspectives=PERSPECTIVES[:1]))
    made = compose_report(SETTINGS, draw_figures(SETTINGS, only), material=only)
    assert [each.anchor for each in made.sections] == ["samenvatting", "methode", "perspectief-werknemer", "citaten"]


def test_figures_alone_make_a_report_too() -> None:
    figures = draw_figures(SETTINGS, WHOLE)[:2]
    made = compose_report(SETTINGS, figures)
    assert [each.anchor for each in made.sections] == ["figuren"]
    assert len(made.figures) == 2


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(NothingToReport) as refused:
        compose_report(SETTINGS, material=Material())
    assert refused.value.exit_code == 15
    assert "Er valt nog niets te rapporteren" in str(refused.value)


def test_a_missing_bias_note_makes_it_a_draft_and_blocks_publication(report: Report) -> None:
    check_publishable(report)
    silent = replace(WHOLE, instruments=tuple(replace(each, bias="") for each in WHOLE.instruments[:1]))
    draft = compose_report(SETTINGS, material=silent)
    assert "Concept: van Interviews werknemers" in words(draft)
    assert [each.concern for each in check_report(draft)] == [Concern.NO_BIAS_NOTE]
    with pytest.raises(NoBiasNote, match="Interviews werknemers"):
        check_publishable(draft)


def test_a_quote_that_differs_from_its_passage_is_found(report: Report) -> None:
    assert WHOLE.passages is not None
    assert check_report(report, WHOLE.passages) == ()
    changed = WHOLE.passages.assign(text=["Iets anders.", *WHOLE.passages["text"][1:]])
    found = check_report(report, changed)
    assert [(each.concern, each.subject) for each in found] == [(Concern.NOT_VERBATIM, "1")]
    assert found[0].words == "Citaat 1 is niet woord voor woord wat er in het fragment staat."


def test_in_english_the_chapters_are_english() -> None:
    with speaking("en"):
        made = compose_report(SETTINGS, draw_figures(SETTINGS, WHOLE), material=WHOLE)
        assert made.language == "en"
        assert made.sections[0].heading == "1 Summary"
        assert made.figures[0].figure.title == "Experience map"


def test_every_kind_of_figure_is_drawn_in_the_gallery() -> None:
    assert {each.kind for each in draw_figures(SETTINGS, with_models(WHOLE))} == set(FigureKind)
    assert draw_figures(SETTINGS, Material()) == ()


def test_no_two_figures_share_a_key() -> None:
    keys = [each.key for each in draw_figures(SETTINGS, with_models(WHOLE))]
    assert len(set(keys)) == len(keys)
