from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from workbench.web.errors import NameMissing
from workbench.web.visitors import LONGEST_NAME, Visitor, tidy_name


def test_pages_are_in_dutch_until_english_is_chosen(reader: TestClient) -> None:
    assert '<html lang="nl">' in reader.get("/").text
    reader.post("/taal", data={"taal": "en", "terug": "/kaart"})
    page = reader.get("/kaart").text
    assert '<html lang="en">' in page
    assert "Experience map" in page


def test_another_language_than_ours_is_refused(reader: TestClient) -> None:
    assert reader.post("/taal", data={"taal": "fr"}).status_code == 422


def test_a_broken_cookie_is_no_reason_to_fail(reader: TestClient) -> None:
    page = reader.get("/", headers={"cookie": 'draad_taal="; draad_naam=%FF%00'})
    assert page.status_code == 200
    assert '<html lang="nl">' in page.text


def test_the_name_is_kept_and_shown(coder: TestClient) -> None:
    answer = coder.post("/naam", data={"naam": "  Joëlle  van 't Hof ", "terug": "/kaart"})
    assert answer.url.path == "/kaart"
    assert "Joëlle van &#39;t Hof" in coder.get("/").text


@pytest.mark.parametrize(
    "address", ["https://elders.example/", "//elders.example", "/\\elders.example", "javascript:1"]
)
def test_nobody_is_sent_elsewhere(coder: TestClient, address: str) -> None:
    answer = coder.post("/naam", data={"naam": "Marit", "terug": address}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(coder: TestClient) -> None:
    said = coder.post("/naam", data={"naam": "Marit"}, follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said


def test_a_change_needs_a_name() -> None:
    assert Visitor("Marit").named() == "Marit"
    assert Visitor("Marit").named(" Joris ") == "Joris"
    with pytest.raises(NameMissing):
        Visitor().named("  ")


def test_a_coder_in_other_capitals_is_the_same_coder(coder: TestClient) -> None:
    assert '<option value="joris">' in coder.get("/naam").text
    coder.post("/naam", data={"naam": "JORIS"})
    assert "joris" in coder.get("/").text
    assert Visitor("Marit").named(known=("marit", "joris")) == "marit"


@given(st.text())
def test_a_tidy_name_is_short_and_can_be_read(text: str) -> None:
    name = tidy_name(text)
    assert len(name) <= LONGEST_NAME
    assert name == name.strip()
    assert all(sign.isprintable() for sign in name)
