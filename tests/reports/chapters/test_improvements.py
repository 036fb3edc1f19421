"""The lists in the report: counted ones and those made in consultation, in every chapter that tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prioritisation.consultations import Marking
from reports.figures import FigureKind
from reports.gallery import draw_figures
from reports.report import Report, compose_report
from reports.sections import Box, Bullets, FigureBlock, Heading, Paragraph, Section, paragraphs_of
from study.messages import speaking
from tests.reports.made_lists import consultation, five_lists
from tests.reports.made_study import SETTINGS, material


@pytest.fixture(scope="module")
def report() -> Report:
    lists = five_lists()
    whole = replace(material(), rankings=lists.rankings, consulted=lists.consulted, comparison=lists)
    with speaking("nl"):
        return compose_report(SETTINGS, draw_figures(SETTINGS, whole), material=whole)


def section(report: Report, anchor: str) -> Section:
    return next(each for each in report.sections if each.anchor == anchor)


def under(found: Section, title: str) -> list[object]:
    """The blocks under a heading of the second level, up to the next."""
    blocks = list(found.blocks)
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    rest = blocks[start + 1 :]
    end = next((at for at, block in enumerate(rest) if isinstance(block, Heading) and block.level == 2), len(rest))
    return list(rest[:end])


def test_the_priorities_of_a_group_that_talked_stand_in_its_chapter_with_where_they_come_from(report: Report) -> None:
    blocks = under(section(report, "perspectief-werknemer"), "Prioriteiten")
    box = next(block for block in blocks if isinstance(block, Box))
    lines = list(paragraphs_of(box))
    assert [line.lead for line in lines] == ["1", "2", "3", "Overleg:"]
    assert "voorgelegd als ‘Begin het gesprek" in lines[0].text
    assert "Niet iedereen zag dit zo: te vroeg." in lines[0].text
    assert "(ingebracht in sessie; geen bron)" in lines[1].text
    assert lines[-1].text.startswith("4 aanwezig, 13 uitgenodigd, begeleid door onderzoeker. Deze lijst is in overleg")
    assert [block.figure.key for block in blocks if isinstance(block, FigureBlock)] == [
        "prioriteiten-overleg-werknemer"
    ]


def test_groups_are_named_before_each_point(report: Report) -> None:
    (box,) = (
        block
        for block in under(section(report, "perspectief-arbeidsdeskundige"), "Prioriteiten")
        if isinstance(block, Box)
    )
    assert [line.lead for line in paragraphs_of(box)][:3] == ["Eerst doen:", "Eerst doen:", "Later:"]


def test_the_summary_names_the_first_of_a_ranking_and_says_how_it_was_made(report: Report) -> None:
    texts = {
        block.lead.partition(" (")[0]: block.text for block in report.sections[0].blocks if isinstance(block, Paragraph)
    }
    assert "lijst die zij in overleg maakten (4 aanwezig): ‘begin een jaar van tevoren’" in texts["Werknemers"]
    assert "overleg" not in texts["Arbeidsdeskundigen"]


def test_what_was_brought_in_stands_apart_from_the_points_of_the_study(report: Report) -> None:
    found = section(report, "verbeterpunten")
    blocks = under(found, "Ingebracht in sessies")
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["Schrijf gewone brieven"]
    bullets = next(block for block in blocks if isinstance(block, Bullets))
    assert "geen bron" in bullets.items[0].text
    assert not any(
        isinstance(block, Heading) and "brieven" in block.text for block in under(found, "Wat er moet veranderen")
    )


def test_the_lists_stand_beside_each_other_once_with_what_they_share_in_words(report: Report) -> None:
    blocks = under(section(report, "verbeterpunten"), "De lijsten naast elkaar")
    assert [block.figure.kind for block in blocks if isinstance(block, FigureBlock)] == [FigureKind.COMPARISON]
    bullets = next(block for block in blocks if isinstance(block, Bullets))
    assert {item.lead for item in bullets.items} <= {
        "Hoog op elke lijst:", "Hierover verschillen de groepen:", "Alleen bij één partij hoog:",
    }  # fmt: skip


def test_an_open_session_is_told_of_apart_and_named(report: Report) -> None:
    blocks = under(section(report, "verbeterpunten"), "Open bijeenkomsten")
    assert isinstance(blocks[0], Paragraph)
    assert "tellen in geen totaal mee" in blocks[0].text
    assert [block.figure.title for block in blocks if isinstance(block, FigureBlock)] == ["Prioriteiten uit ‘Open dag’"]


def test_a_consultation_alone_is_enough_to_report_on() -> None:
    alone = replace(material(), rankings=(), comparison=None, consulted=(consultation(Marking.UNRANKED),))
    with speaking("nl"):
        made = compose_report(SETTINGS, draw_figures(SETTINGS, alone), material=alone)
    assert any(block.figure.key == "prioriteiten-overleg-werknemer" for block in made.figures)
    assert not any(
        isinstance(block, Heading) and block.text == "De lijsten naast elkaar"
        for block in section(made, "verbeterpunten").blocks
    )
