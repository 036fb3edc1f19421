from __future__ import annotations

from tools.example_repeats import find_repeats
from workbench.example.sources import Source, SourceTurn


def a_source(*texts: str) -> Source:
    return Source({}, tuple(SourceTurn(None, None, {}, text, (), line=place) for place, text in enumerate(texts, 1)))


def said(**sources: Source) -> list[str]:
    return [str(fault) for fault in find_repeats(sources)]


def test_a_sentence_is_said_once_whatever_its_capitals_and_signs() -> None:
    faults = said(
        a=a_source("Nou. Dat was toen echt zo, ja!"), b=a_source("Dat was toen: écht.", "Ja. dat was toen echt zo ja")
    )
    assert faults == [
        "a:1: sentence also at b:2: “dat was toen echt zo ja”",
        "b:2: sentence also at a:1: “dat was toen echt zo ja”",
    ]


def test_short_sentences_may_come_back() -> None:
    assert said(a=a_source("Dat klopt. Ja."), b=a_source("Dat klopt.", "Ja hoor, dat klopt.")) == []


def test_a_paragraph_is_named_once_and_not_by_its_sentences() -> None:
    faults = said(
        a=a_source("Wij gingen daarheen met de bus.\n\nIets anders dan dat."),
        b=a_source("Wij gingen daarheen met de bus."),
    )
    assert [each.split(":")[2].strip().split(" ")[0] for each in faults] == ["paragraph", "paragraph"]


def test_eight_words_in_a_row_in_two_places_are_a_template() -> None:
    faults = said(
        a=a_source("Gisteren zei hij dat het einde van de baan te laat bekend werd."),
        b=a_source("Vandaag zei hij dat het einde van de baan te vroeg kwam."),
    )
    assert faults[0] == "a:1: template, also at b:1: “zei hij dat het einde van de baan te”"
    assert len(faults) == 2
    assert (
        said(a=a_source("een twee drie vier vijf zes zeven"), b=a_source("nul een twee drie vier vijf zes zeven")) == []
    )
