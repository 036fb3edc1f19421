from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.documents import Document
from corpus.guides import Guide, Question
from corpus.segments import Segment
from study.folder import Study
from tests.workbench.actions.test_linking import QUESTIONS, TURNS
from tests.workbench.material import put
from tests.workbench.web.views.test_register import carried_in
from tests.workbench.web.visits import opened, text_of
from workbench.actions.guides import add_guide
from workbench.actions.importing import Choices, import_file
from workbench.actions.instruments import save_instrument

NAME = {"naam": "Ans"}


@pytest.fixture
def held(study: Study, tmp_path: Path) -> Study:
    """A study with one talk held with a list of three questions."""
    save_instrument(study, {"title": "Ronde", "kind": "interview", "perspective": "werkgever"}, by="ans")
    add_guide(study, "ronde", "Lijst", by="ans", drafts=[{"text": each} for each in QUESTIONS])
    file = put(tmp_path, "gesprek.txt", "\n".join(map(": ".join, TURNS)))
    import_file(study, file, Choices(perspective="werkgever", instrument="ronde"), by="ans")
    return study


@pytest.fixture
def visitor(held: Study) -> Iterator[TestClient]:
    """Somebody who reads English at the study with the talk."""
    with opened(held) as client:
        client.cookies.set("draad_taal", "en")
        yield client


def stored(study: Study) -> tuple[tuple[Guide, ...], tuple[Question, ...], tuple[Segment, ...]]:
    with study.reading() as store:
        guides, questions, segments = store.records(Guide, Question, Segment)
    return guides, questions, segments


def linked(study: Study) -> list[str | None]:
    """The question (key) that each turn goes with."""
    _, questions, segments = stored(study)
    names = {each.id: each.key for each in questions}
    return [names.get(each.question_id or "") for each in segments]


def test_a_list_is_made_gets_questions_and_stands_on_the_page(visitor: TestClient, held: Study) -> None:
    visitor.post("/topiclijsten", data=NAME | {"titel": "Tweede ronde", "instrument": "ronde"})
    assert "Tweede ronde" in visitor.get("/topiclijsten").text
    address = "/topiclijsten/lijst/tweede-ronde"
    assert visitor.get(f"{address}/vraag").status_code == 200
    visitor.post(
        f"{address}/vraag",
        data=NAME | {"text": "Waar woonde u toen?", "phases": ["0", "2"], "prompted": "ja", "default_phase": "0"},
    )
    page = text_of(visitor.get(address).text)
    assert "Waar woonde u toen?" in page
    assert "prompts" in page
    question = next(each for each in stored(held)[1] if each.text == "Waar woonde u toen?")
    assert (question.phases, question.prompted, question.default_phase) == (("0", "2"), True, "0")
    form = visitor.get(f"{address}/vraag/{question.key}").text
    assert form.count("checked") == 3
    visitor.post(f"{address}/vraag/{question.key}", data=NAME | {"text": "Waar woonde u?"})
    assert next(each for each in stored(held)[1] if each.id == question.id).phases == ()


def test_a_question_that_cannot_be_stored_comes_back_with_the_reason(visitor: TestClient, held: Study) -> None:
    answer = visitor.post("/topiclijsten/lijst/lijst/vraag", data=NAME | {"text": "Waar?", "key": "v1"})
    assert answer.status_code == 409
    assert "in use already" in text_of(answer.text)
    assert "Waar?" in answer.text
    assert len(stored(held)[1]) == 3


def test_questions_move_and_go_unless_answers_are_linked(visitor: TestClient, held: Study) -> None:
    visitor.post("/topiclijsten/lijst/lijst/vraag/v3", data=NAME | {"doe": "omhoog"})
    assert [each.key for each in stored(held)[1]] == ["v1", "v3", "v2"]
    visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | ticked(visitor))
    refused = visitor.post("/topiclijsten/lijst/lijst/vraag/v1", data=NAME | {"doe": "weg"})
    assert refused.status_code == 409
    assert "has answers linked to it" in text_of(refused.text)
    visitor.post("/topiclijsten/lijst/lijst/vraag/v3", data=NAME | {"doe": "weg"})
    assert [each.key for each in stored(held)[1]] == ["v1", "v2"]


def test_a_new_version_keeps_the_documents_of_the_old_one(visitor: TestClient, held: Study) -> None:
    answer = visitor.post("/topiclijsten/lijst/lijst", data=NAME | {"doe": "versie"})
    assert answer.url.path == "/topiclijsten/lijst/lijst-2"
    assert "version 1" in text_of(answer.text)
    with held.reading() as store:
        (document,) = store.records(Document)[0]
    assert document.guide_id == next(each.id for each in stored(held)[0] if each.key == "lijst")
    visitor.post("/topiclijsten/lijst/lijst-2", data=NAME | {"doe": "documenten", "document": document.id})
    with held.reading() as store:
        assert store.get(Document, document.id).guide_id != document.guide_id
    assert visitor.post("/topiclijsten/lijst/lijst", data=NAME | {"doe": "weg"}).status_code == 409


def test_a_file_is_shown_first_and_becomes_a_list_or_the_next_version(visitor: TestClient, held: Study) -> None:
    file = ("lijst.csv", b"vraag;fase\nHoe begon het? (doorvragen);Start\nWat hielp?;99\nLeg uit.;\n")
    look = visitor.post("/topiclijsten/bestand", files={"bestand": file}, data=NAME | {"bij": "instrument:ronde"})
    page = text_of(look.text)
    assert "3 questions in “lijst.csv”" in page
    assert "unknown phase “99”" in page
    sent = NAME | {"bevestigd": "ja", **carried_in(look.text)}
    assert visitor.post("/topiclijsten/bestand", data=sent | {"bij": "instrument:ronde"}).status_code == 404
    assert len(stored(held)[0]) == 1
    good = ("lijst.csv", b"vraag\nHoe begon het?\n")
    look = visitor.post("/topiclijsten/bestand", files={"bestand": good}, data=NAME)
    sent = NAME | {"bevestigd": "ja", "bij": "lijst:lijst", **carried_in(look.text)}
    assert visitor.post("/topiclijsten/bestand", data=sent).url.path == "/topiclijsten/lijst/lijst-2"


def ticked(visitor: TestClient) -> dict[str, object]:
    """What the screen sends when it is left as it is shown."""
    page = visitor.get("/topiclijsten/lijst/lijst/koppelen").text
    rows = page.split("<tr")[1:]
    boxes = [row for row in rows if " checked" in row]
    turns = [row.split('name="aan" value="')[1].split('"')[0] for row in boxes]
    chosen = {
        f"vraag-{turn}": next(option.split('"')[1] for option in row.split("<option ")[1:] if "selected" in option)
        for turn, row in zip(turns, boxes, strict=True)
    }
    return {"aan": turns, **chosen}


def test_sure_proposals_are_ticked_and_linked_in_one_go_and_undone_in_one(visitor: TestClient, held: Study) -> None:
    sent = ticked(visitor)
    assert len(sent["aan"]) == 2  # type: ignore[arg-type]  # a list
    done = visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | sent)
    assert "6 turns have another question now" in text_of(done.text)
    assert linked(held) == [None, None, "v1", "v1", "v1", "v1", "v2", "v2"]
    page = text_of(visitor.get("/topiclijsten/lijst/lijst").text)
    assert "W01 2 1 · on the list" in page
    mark = done.text.split('name="teken" value="')[1].split('"')[0]
    visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | {"teken": mark})
    assert linked(held) == [None] * 8
    assert visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | {"teken": mark}).status_code == 409


def test_in_one_document_every_turn_of_the_interviewer_is_there_to_choose(visitor: TestClient, held: Study) -> None:
    with held.reading() as store:
        (document,) = store.records(Document)[0]
    page = visitor.get(f"/topiclijsten/lijst/lijst/koppelen?document={document.id}&aan=geen").text
    assert page.count('name="aan"') == 4
    assert " checked" not in page
    third = next(each.id for each in stored(held)[1] if each.key == "v3")
    turn = stored(held)[2][4].id
    visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | {"aan": turn, f"vraag-{turn}": third})
    assert linked(held) == [None] * 4 + ["v3"] * 4
    visitor.post("/topiclijsten/lijst/lijst/koppelen", data=NAME | {"aan": turn, f"vraag-{turn}": "-"})
    assert linked(held) == [None] * 8


def test_what_is_not_there_is_said(visitor: TestClient) -> None:
    assert visitor.get("/topiclijsten/lijst/geen").status_code == 404
    assert visitor.get("/topiclijsten/lijst/lijst/vraag/geen").status_code == 404
    assert visitor.post("/topiclijsten", data=NAME | {"titel": "X", "instrument": "geen"}).status_code == 422
