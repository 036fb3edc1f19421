from __future__ import annotations

from study.messages import speaking
from synthesis.logic import Layer, LinkStatus, SourceKind


def test_the_layers_run_from_input_to_impact() -> None:
    assert sorted(Layer, key=lambda each: each.place) == list(Layer)
    assert [Layer.INPUT.place, Layer.IMPACT.place] == [0, 4]


def test_statuses_print_the_words_of_the_field() -> None:
    with speaking("nl"):
        assert [each.words for each in LinkStatus] == [
            "voldaan",
            "voldaan met aandachtspunt",
            "uitgevoerd, opbrengst onbekend",
            "te vroeg",
            "niet voldaan",
            "niet onderzocht",
        ]
        assert SourceKind.OWN_ANALYSIS.words == "eigen analyse"
