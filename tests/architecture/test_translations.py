from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.translations import (
    ROOMS,
    built,
    catalogue_file,
    dutch,
    entries,
    faults,
    messages_in_python,
    messages_in_template,
    placeholders,
    read_catalogue,
    update,
)

PLACE = re.compile(r"\{[^}]*\}")
CODE = """
from study.messages import N_, translate as _, translate_count as _n
TITLE = N_("The title")
def say(n): return _("{count} turns of “{name}”", count=n) + _n("one turn", "{number} turns", n) + other("no message")
"""
TEMPLATE = '<h1>{{ _("Documents") }}</h1><p title="{{ _(\'Read “{title}”\', title=t) }}">x</p>'


@pytest.fixture
def small_room(tmp_path: Path) -> Path:
    """A tree with one room of one message, translated and compiled."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "turns.py").write_text('N_("{count} turns")\n', encoding="utf-8")
    update("corpus", tmp_path)
    translate_as(tmp_path, "{count} beurten")
    return tmp_path


def translate_as(root: Path, words: str) -> None:
    """Give the one message this translation, as a person with an editor would, and compile."""
    file = catalogue_file("corpus", root)
    head, _, _ = file.read_text(encoding="utf-8").rpartition('msgstr "')
    file.write_text(f'{head}msgstr "{words}"\n', encoding="utf-8")
    update("corpus", root)
    dutch.cache_clear()


@pytest.mark.parametrize("room", ROOMS)
def test_everything_a_room_says_is_there_in_dutch(room: str) -> None:
    assert faults(room) == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_translation_says_nothing_else_than_the_message(room: str) -> None:
    """A translation equal to its English message is either a name or forgotten; names are short."""
    same = [message for message, words in entries(read_catalogue(catalogue_file(room))).items() if message == words]
    assert [message for message in same if len(re.findall(r"[^\W\d]{2,}", PLACE.sub("", message))) > 3] == []


def test_messages_are_found_under_the_name_they_were_imported_by() -> None:
    found = {message for _, message in messages_in_python(CODE)}
    assert found == {"The title", "{count} turns of “{name}”", "one turn", "{number} turns"}


def test_messages_are_found_in_templates() -> None:
    assert {message for _, message in messages_in_template(TEMPLATE)} == {"Documents", "Read “{title}”"}


def test_a_translated_room_has_no_faults(small_room: Path) -> None:
    assert faults("corpus", small_room) == []


def test_a_new_message_is_missed(small_room: Path) -> None:
    (small_room / "corpus" / "words.py").write_text('N_("a new message")\n', encoding="utf-8")
    assert faults("corpus", small_room) == ["corpus/words.py:1: no Dutch for “a new message”"]


def test_another_name_in_braces_is_seen(small_room: Path) -> None:
    translate_as(small_room, "{aantal} beurten")
    assert faults("corpus", small_room) == ["corpus.po: other names in braces in the Dutch of “{count} turns”"]


def test_a_catalogue_that_was_not_compiled_is_seen(small_room: Path) -> None:
    file = catalogue_file("corpus", small_room)
    file.write_text(file.read_text(encoding="utf-8").replace("beurten", "spreekbeurten"), encoding="utf-8")
    dutch.cache_clear()
    assert faults("corpus", small_room) == ["corpus.mo is older than corpus.po; run: make translations"]


def test_a_message_that_is_gone_leaves_the_catalogue(small_room: Path) -> None:
    (small_room / "corpus" / "turns.py").write_text('N_("another message")\n', encoding="utf-8")
    update("corpus", small_room)
    assert [entry.id for entry in read_catalogue(catalogue_file("corpus", small_room)) if entry.id] == [
        "another message"
    ]


def test_a_message_put_together_in_the_code_is_seen(small_room: Path) -> None:
    (small_room / "corpus" / "turns.py").write_text('translate(f"{n} turns")\n', encoding="utf-8")
    assert built("corpus", small_room) == ["corpus/turns.py:1: write the message out and give the values by name"]


def test_names_in_braces_are_told_apart_from_other_braces() -> None:
    assert placeholders("{count} of {total:.1f}") == {"count", "total"}
    assert placeholders("a } that is no place") == set()


def test_no_two_rooms_say_the_same_message_differently() -> None:
    """All catalogues are read as one: the last room would decide for the others."""
    said: dict[str, set[str]] = {}
    for room in ROOMS:
        for message, words in entries(read_catalogue(catalogue_file(room))).items():
            said.setdefault(message, set()).add(words)
    assert {message: words for message, words in said.items() if len(words) > 1} == {}
