"""What participants say reaches no log and no standard error, whatever is switched on and whatever fails."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.documents import Document
from corpus.segments import Role, Segment
from study.errors import AlreadyThere, StudyError
from study.folder import Study
from tests.workbench.command import really
from tests.workbench.example_study import made_once
from workbench.actions.material import load_material

pytestmark = pytest.mark.xdist_group("spoken_log")

WINDOW = 5
AT_DEBUG = """
import logging, sys
import alembic, sqlalchemy.orm, workbench.actions.demonstration
logging.basicConfig(level=logging.DEBUG, filename=sys.argv[1], encoding="utf-8")
for name in [None, *logging.root.manager.loggerDict, "sqlalchemy.engine.Engine", "sqlalchemy.pool", "fontTools"]:
    logging.getLogger(name).setLevel(logging.DEBUG)
from workbench.cli import main
sys.exit(main(["demo", sys.argv[2], "--no-bertopic"]))
"""


def windows(study: Study) -> Iterator[str]:
    """Every five words in a row that a respondent says."""
    material = load_material(study)
    texts = {each.id: each.text for each in material.documents}
    for each in material.segments:
        if each.role in (Role.RESPONDENT, Role.GROUP):
            words = texts[each.document_id][each.start : each.end].split()
            yield from (" ".join(words[place : place + WINDOW]) for place in range(len(words) - WINDOW + 1))


def leaks(study: Study, text: str) -> list[str]:
    """The windows that stand in this text; line ends and escapes in it are no hiding place."""
    plain = " ".join(text.replace("\\n", " ").split())
    return [each for each in windows(study) if each in plain]


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The log and the standard error of the whole road at DEBUG."""
    folder = tmp_path_factory.mktemp("log")
    done = subprocess.run(
        [sys.executable, "-c", AT_DEBUG, str(folder / "log.txt"), str(folder / "v")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return (folder / "log.txt").read_text(encoding="utf-8"), done.stderr


def test_the_log_was_really_on(spoken: tuple[str, str]) -> None:
    assert "INSERT INTO segment" in spoken[0]


def test_the_log_holds_no_words_of_a_respondent(example: Study, spoken: tuple[str, str]) -> None:
    assert leaks(example, spoken[0])[:3] == []


def test_standard_error_holds_no_words_of_a_respondent(example: Study, spoken: tuple[str, str]) -> None:
    assert leaks(example, spoken[1])[:3] == []


def test_a_leak_would_be_seen(example: Study) -> None:
    with example.reading() as store:
        (documents,) = store.records(Document)
    assert leaks(example, repr(documents[0].text))


def test_an_error_in_a_store_block_holds_no_words(own_example: Study, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the sentence nor what lies under it, for that is printed when somebody shows the traceback."""
    with own_example.reading() as store:
        documents, segments = store.records(Document, Segment)
    with caplog.at_level(logging.DEBUG), pytest.raises(AlreadyThere) as caught, own_example.store(by="ans") as store:
        store.add(documents[0], *segments)
    said: list[str] = []
    problem: BaseException | None = caught.value
    while problem is not None:
        said.append(f"{problem!s} {problem!r}")
        problem = problem.__cause__ or problem.__context__
    assert isinstance(caught.value, StudyError)
    assert leaks(own_example, " ".join(said)) == []
    assert leaks(own_example, caplog.text) == []


def test_commands_that_fail_say_no_words(tmp_path: Path) -> None:
    study = made_once()
    for words in (
        ("code", "add", "interview-sanne", "contact", "--text", "de"),
        ("import", study / "materiaal", "-p", "buurman"),
        ("vote", "ballots", "s-jobcoaches", study / "materiaal" / "community-jobcoaches.csv"),
        ("code", "import", study / "materiaal" / "community-jobcoaches.csv"),
    ):
        answer = really("-s", study, *words, folder=tmp_path)
        assert answer.code > 2
        from study.folder import open_study

        assert leaks(open_study(study), answer.err) == [], words
