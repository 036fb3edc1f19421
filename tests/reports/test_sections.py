from __future__ import annotations

from reports.drawings.experience import draw_experience
from reports.drawings.judgement import draw_judgement
from reports.quotes import NumberedQuote
from reports.sections import (
    Block,
    Box,
    Bullets,
    FigureBlock,
    Heading,
    Paragraph,
    QuoteBlock,
    Section,
    TableBlock,
    number_blocks,
    quote_numbers,
    runs,
)
from tests.reports.made_maps import journey, judgement

WIDE = FigureBlock(draw_experience(journey((1, 0, 0, 0, 0)), "werknemer"))
UPRIGHT = FigureBlock(draw_judgement(judgement()))
TABLE = TableBlock("Tabel", ("a",), ((Paragraph("1", (3,)),),))
TEXT = Paragraph("Tekst.", (1, 2))


def section(*blocks: Block) -> Section:
    return Section("Titel", "titel", blocks, label="3")


def test_figures_and_tables_are_numbered_apart_in_the_order_of_reading() -> None:
    made = number_blocks((section(UPRIGHT, TABLE), section(TABLE, WIDE)))
    numbers = [
        (type(block).__name__, block.number)
        for each in made
        for block in each.blocks
        if isinstance(block, FigureBlock | TableBlock)
    ]
    assert numbers == [("FigureBlock", 1), ("TableBlock", 1), ("TableBlock", 2), ("FigureBlock", 2)]


def test_headings_just_before_a_figure_on_its_side_go_with_it() -> None:
    made = runs(section(TEXT, Heading("Beleving"), WIDE, Heading("Fase", 3), TEXT))
    assert [run.wide for run in made] == [False, True, False]
    assert made[0].blocks == (Heading("3 Titel", 1), TEXT)
    assert made[1].blocks == (Heading("Beleving"), WIDE)
    assert made[2].blocks == (Heading("Fase", 3), TEXT)


def test_a_chapter_that_opens_with_a_figure_on_its_side_has_its_title_there() -> None:
    assert [run.blocks for run in runs(section(WIDE))] == [(Heading("3 Titel", 1), WIDE)]


def test_two_figures_on_their_side_each_have_a_page() -> None:
    assert [run.wide for run in runs(section(WIDE, WIDE))] == [True, True]


def test_runs_lose_no_block() -> None:
    blocks = (TEXT, Heading("a"), WIDE, UPRIGHT, TABLE, Heading("b"))
    assert [block for run in runs(section(*blocks)) for block in run.blocks][1:] == list(blocks)


def test_quote_numbers_are_found_wherever_they_stand() -> None:
    quote = NumberedQuote(7, "‘Ja.’", "werkgever", "werkgever")
    assert quote_numbers(TEXT) == (1, 2)
    assert quote_numbers(TABLE) == (3,)
    assert quote_numbers(Box("Kader", (Bullets((TEXT,)), Paragraph("x", (9,))))) == (1, 2, 9)
    assert quote_numbers(QuoteBlock(quote)) == (7,)
    assert quote_numbers(Heading("a")) == ()
