from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient

from study.errors import Busy, DiskFull, ExtraMissing, NotFound, StillInUse, UnknownPerspective
from study.folder import Study
from tests.workbench.web.visits import FRAGMENT, HOME, OURS, text_of
from workbench.errors import NothingCoded
from workbench.web.app import create_app
from workbench.web.errors import ForeignForm, StillWorking
from workbench.web.problems import status_of, where

SECRET = "mijn zus heet Annelies"


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (NotFound(kind="Document", name="x"), 404),
        (UnknownPerspective(name="x", known="y"), 404),
        (StillInUse(kind="Code"), 409),
        (StillWorking(), 409),
        (ForeignForm(), 403),
        (DiskFull(place="x"), 507),
        (Busy(), 503),
        (ExtraMissing(library="x", command="y"), 501),
        (NothingCoded(), 422),
    ],
)
def test_every_problem_has_its_status(problem: Exception, status: int) -> None:
    assert status_of(problem) == status  # type: ignore[arg-type]  # every one of these is a StudyError


@pytest.mark.parametrize(
    "path",
    [
        "/nergens",
        "/documenten/niet-hier",
        "/kaart/bevinding/niet-hier",
        "/kaart/cel/werkgever/9",
        "/kaart?perspectief=niemand",
        "/aannames/A99/totaal",
        "/prioriteiten/geen/punt",
        "/onderwerpen/builtin/99",
        "/codeboek/niet-hier",
        "/rapport/../study.toml",
        "/rapport/%2e%2e/study.toml",
        "/rapport/niet-hier.pdf",
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 404
    assert '<div class="problem" role="alert">' in answer.text
    assert "Traceback" not in answer.text


def test_in_a_panel_only_the_sentence_is_shown(reader: TestClient) -> None:
    answer = reader.get("/kaart/bevinding/niet-hier", headers=FRAGMENT)
    assert "<html" not in answer.text
    assert "niet-hier" in text_of(answer.text)


def test_a_field_that_cannot_be_read_is_named(coder: TestClient) -> None:
    answer = coder.post("/rondes/x/verschillen", data={"begin": "veel"})
    assert answer.status_code == 422
    assert "begin" in answer.text


def test_a_method_we_do_not_know_is_no_page(reader: TestClient) -> None:
    assert reader.delete("/documenten").status_code == 405


def test_our_own_fault_is_a_plain_page_and_the_log_holds_no_words(
    own_example: Study, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(own_example)

    @app.get("/stuk")
    def fail() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as problem:
            raise ValueError(SECRET) from problem

    with caplog.at_level(logging.DEBUG), TestClient(app, base_url=HOME, headers=OURS) as client:
        answer = client.get("/stuk")
    assert answer.status_code == 500
    assert SECRET not in answer.text
    assert SECRET not in caplog.text
    assert "ValueError in /stuk" in caplog.text
    assert "test_problems.py" in caplog.text


def test_the_log_says_where_without_saying_what() -> None:
    def fail() -> None:
        raise RuntimeError(SECRET)

    with pytest.raises(RuntimeError) as caught:
        fail()
    said = where(caught.value)
    assert SECRET not in said
    assert "in fail" in said
    assert said.endswith("RuntimeError")
