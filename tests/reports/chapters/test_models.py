from __future__ import annotations

from dataclasses import replace

import pytest

from reports.checks import check_report
from reports.figures import FigureKind
from reports.gallery import draw_figures
from reports.material import Material
from reports.report import Report, compose_report
from reports.sections import Box, Bullets, Heading, Paragraph, Section, TableBlock, quote_numbers
from study.messages import speaking
from tests.reports.made_models import links, process, with_models
from tests.reports.made_study import SETTINGS, material

WHOLE = with_models(material())


def composed(known: Material) -> Report:
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, known), material=known)


@pytest.fixture(scope="module")
def report() -> Report:
    return composed(WHOLE)


def section(report: Report, anchor: str) -> Section:
    return next(each for each in report.sections if each.anchor == anchor)


def tables(found: Section, title: str) -> list[TableBlock]:
    return [each for each in found.blocks if isinstance(each, TableBlock) and title in each.title]


def test_a_chapter_describes_before_it_tells_what_people_experience(report: Report) -> None:
    heads = [each.text for each in section(report, "perspectief-werkgever").blocks if isinstance(each, Heading)]
    assert heads.index("Beschrijving") < heads.index("Beleving")
    assert not any(
        isinstance(each, Heading) and each.text == "Beschrijving"
        for each in section(report, "perspectief-jobcoach").blocks
    )


def test_every_step_is_printed_with_its_role_and_the_number_of_a_quote(report: Report) -> None:
    (table,) = tables(section(report, "perspectief-werkgever"), "stap voor stap")
    assert len(table.rows) == len(process().of("werkgever"))
    for row in table.rows:
        assert row[1].quotes
        assert row[2].text in {"formeel", "informeel"}


def test_the_theory_chapter_holds_logic_model_conclusions_and_goals(report: Report) -> None:
    found = section(report, "veronderstellingen")
    heads = [each.text for each in found.blocks if isinstance(each, Heading)]
    assert heads[-2:] == ["Logisch model", "Doelen"]
    told = {each.lead: each.text for each in found.blocks if isinstance(each, Paragraph) and each.lead}
    assert told["Bijdrage:"] == "onbekend. Over schakel 4 is te weinig bekend."
    assert told["Effect:"] == "niet aannemelijk. Schakel 5 is niet voldaan."
    kinds = [each.figure.kind for each in report.figures]
    assert {FigureKind.PROCESS, FigureKind.LOGIC, FigureKind.GOALS} <= set(kinds)


def test_every_link_is_listed_with_what_its_status_rests_on(report: Report) -> None:
    (table,) = tables(section(report, "veronderstellingen"), "Schakels")
    assert len(table.rows) == len(links())
    assert table.rows[0][1].text.endswith("(eronder: A1)")
    assert table.rows[0][3].text == "Respondenten. Coaches maken plannen in eigen tijd."
    assert table.rows[1][3].text == "Andere verklaring: De arbeidsmarkt was krap."
    assert table.rows[0][3].quotes
    assert not table.rows[7][3].quotes


def test_every_number_leads_to_a_quote_and_the_checks_hold(report: Report) -> None:
    known = {each.number for each in report.quotes.quotes}
    printed = {number for each in report.sections for block in each.blocks for number in quote_numbers(block)}
    assert printed <= known
    with speaking("nl"):
        assert check_report(report) == check_report(composed(material()))


def test_a_study_without_models_has_none_of_it() -> None:
    report = composed(material())
    assert not {FigureKind.PROCESS, FigureKind.LOGIC, FigureKind.GOALS} & {each.figure.kind for each in report.figures}


def test_a_study_with_a_logic_model_only_has_the_chapter(report: Report) -> None:
    bare = replace(WHOLE, matrix=None, graph=None, goals=())
    heads = [each.text for each in section(composed(bare), "veronderstellingen").blocks if isinstance(each, Heading)]
    assert heads == ["Logisch model"]
    assert isinstance(report.sections, tuple)
    assert not any(isinstance(each, Box | Bullets) for each in section(composed(bare), "veronderstellingen").blocks)
