from __future__ import annotations

from dataclasses import replace

from starlette.testclient import TestClient

from study.config import Perspective, Settings
from tests.workbench.web.visits import text_of
from workbench.web.views.overview import Counts, next_steps

EMPTY = Counts(0, 0, 0, 0, 0, 0, 0, 0, 0)
SETTINGS = Settings("1", "Studie", perspectives=(Perspective("werkgever", "Werkgevers"),))


def test_the_overview_counts_what_is_in_the_study(reader: TestClient) -> None:
    said = text_of(reader.get("/").text)
    assert "36 documenten" in said
    assert "13 Werknemers 9 Werkgevers 18 Jobcoaches 14 Arbeidsdeskundigen" in said
    assert "54 respondenten" in said


def test_the_register_prints_bias_and_who_took_part(reader: TestClient) -> None:
    said = text_of(reader.get("/").text)
    assert "Interviews met werkgevers" in said
    assert "wie na één slechte ervaring is gestopt, ontbreekt" in said


def test_a_new_study_says_what_comes_next(newcomer: TestClient) -> None:
    said = text_of(newcomer.get("/").text)
    assert "Volgende stap" in said
    assert "draad import" in said


def test_each_step_waits_for_the_one_before() -> None:
    assert [each.address for each in next_steps(EMPTY, SETTINGS)] == ["/documenten/opnemen", "/codeboek"]
    coded = replace(EMPTY, documents=2, participants=2, codes=4, codings=9, coders=1, topics=1)
    assert [each.address for each in next_steps(coded, SETTINGS)] == ["/kaart"]
    assert next_steps(EMPTY, Settings("1", "Studie"))[0].address is None
