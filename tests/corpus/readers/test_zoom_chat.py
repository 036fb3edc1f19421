from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.errors import CorpusError, UnknownShape
from corpus.readers import read_document
from corpus.reading import LossKind, ReadingOptions
from tests.corpus.readers.files import read_text, spoken

CHAT = (
    "14:02:11\tMarit Hoekstra:\tWie herkent dit?\n"
    "14:02:40\tBo (jobcoach):\tIk wel: elke week.\nEn soms\tvaker.\n\nLet op: niet bij iedereen.\n"
    '14:03:02\tEls Vos:\tReacted to "Ik wel: elke week. E..." with 👍\n'
    '14:03:05\tCor:\tReacted to "Wie herkent dit?" with "👎"\n'
    '14:03:30\tEls Vos:\tReplying to "Ik wel: elke week.\nEn s..."\n\nBij ons niet hoor\n'
    '14:03:44\tCor:\tRemoved a 👎 reaction from "Wie herkent dit?"\n'
    '14:04:00\tBo (jobcoach):\tReplying to "Iets van gisteren"\n\nAh zo.\n'
)


def test_a_chat_is_a_small_community_with_its_replies(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "chat.txt", CHAT)
    assert (reading.kind, reading.format, reading.certainty) == (DocumentKind.COMMUNITY, "zoom_chat", 1.0)
    assert spoken(reading) == [
        ("Marit Hoekstra", "Wie herkent dit?"),
        ("Bo (jobcoach)", "Ik wel: elke week.\nEn soms\tvaker.\n\nLet op: niet bij iedereen."),
        ("Els Vos", "Bij ons niet hoor"),
        ("Bo (jobcoach)", "Ah zo."),
    ]
    assert [turn.reply_to for turn in reading.turns] == [None, None, 1, None]
    assert [turn.likes for turn in reading.turns] == [0, 1, 0, 0]
    assert [turn.starts_at for turn in reading.turns] == [0.0, 29.0, 79.0, 109.0]
    assert any("1 " in note for note in reading.notes)


def test_what_is_no_message_is_named(tmp_path: Path) -> None:
    lost = read_text(tmp_path, "chat.txt", CHAT).lost()
    assert set(lost) == {LossKind.LABEL, LossKind.REACTION, LossKind.QUOTED}


@pytest.mark.parametrize(
    "form",
    [
        "00:12:03\tFrom Bo Vos to Everyone:\tIk wel.",
        "00:12:03 From  Bo Vos  to  Everyone:\n\tIk wel.",
        "00:12:03\t From  Bo Vos : Ik wel.",
        "00:12:03\tVan Bo Vos aan Iedereen:\tIk wel.",
    ],
)
def test_older_and_dutch_chats_are_known(tmp_path: Path, form: str) -> None:
    reading = read_text(tmp_path, "chat.txt", f"{form}\n{form}\n")
    assert spoken(reading) == [("Bo Vos", "Ik wel.")] * 2
    assert reading.turns[0].starts_at == 723.0
    assert not [note for note in reading.notes if "1" in note]


def test_a_message_to_one_person_is_told(tmp_path: Path) -> None:
    direct = "00:12:03\tFrom Bo Vos to Marit (Direct Message):\tNiet opschrijven graag.\n"
    chat = f"{direct}00:12:09\tFrom Bo to Everyone:\tJa.\n"
    reading = read_text(tmp_path, "chat.txt", chat)
    assert len(reading.turns) == 2
    assert any("1" in note for note in reading.notes)


def test_a_transcript_with_times_is_no_chat(tmp_path: Path) -> None:
    content = "00:12:03 Anna: Hoe ging het?\n00:12:09 Bo: Goed.\n"
    assert read_text(tmp_path, "a.txt", content).format == "text"
    with pytest.raises(UnknownShape):
        read_text(tmp_path, "a.txt", "Zomaar een tekst.", ReadingOptions(format="zoom_chat"))


WORDS = st.text(alphabet="abc é!?.:\t👍", min_size=1, max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["Bo", "Els Vos", "R1"]), WORDS), min_size=1, max_size=8))
def test_every_sign_of_a_chat_is_in_a_message_or_named(
    tmp_path_factory: pytest.TempPathFactory, talk: list[tuple[str, str]]
) -> None:
    content = "".join(f"14:02:{place:02}\t{who}:\tNou {text}\n" for place, (who, text) in enumerate(talk))
    file = tmp_path_factory.mktemp("chat") / "chat.txt"
    file.write_text(content, encoding="utf-8")
    try:
        reading = read_document(file)
    except CorpusError:
        return
    kept = reading.text + "".join(loss.text for loss in reading.losses)
    assert sorted("".join(kept.split())) == sorted("".join(content.split()))
    assert [text.split() for _, text in spoken(reading)] == [f"Nou {text}".split() for _, text in talk]
