from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from study.folder import Study
from tests.workbench.web.visits import opened, text_of

START = "/documenten/opnemen"
SURVEY = """Respondentnummer;Sector;Wat gaat er goed?;Wat kan er beter?
P01;zorg;De jobcoach belde elke week met ons.;Duidelijker brieven, graag
P02;bouw;Eigenlijk helemaal niets, het duurde te lang.;
"""


@pytest.fixture
def client(study: Study) -> Iterator[TestClient]:
    """A visitor in English of a study without content."""
    with opened(study) as client:
        client.cookies.set("draad_taal", "en")
        yield client


def test_the_columns_of_a_survey_can_be_said_on_the_page(client: TestClient) -> None:
    sent = [("bestanden", ("enquete.csv", SURVEY.encode()))]
    answer = client.post(START, files=sent, data={"naam": "Proef"})
    page = text_of(answer.text)
    assert "There are 2 documents in this file" in page
    assert "Open answers: Wat gaat er goed?, Wat kan er beter?. Traits: Sector." in page
    assert 'placeholder="Wat gaat er goed? | Wat kan er beter?"' in answer.text
    assert "part their names by |" in page
