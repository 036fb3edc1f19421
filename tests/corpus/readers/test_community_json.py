from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.errors import CorpusError, MissingColumn, UnknownShape
from corpus.readers import read_document
from corpus.reading import LossKind, Reading, ReadingOptions
from tests.corpus.readers.files import read_text, spoken

POSTS = [
    {"id": 1, "auteur": "Els", "tekst": "Het duurt lang.", "datum": "2026-03-01 08:15", "draad": "Wachten", "likes": 3},
    {"id": 2, "auteur": "Bo", "tekst": "Bij mij ook.", "reactie_op": 1, "draad": "Wachten", "likes": 0},
]


def _read(folder: Path, value: object, options: ReadingOptions | None = None) -> Reading:
    return read_text(folder, "platform.json", json.dumps(value), options)


def test_a_list_of_posts_has_the_roles_of_a_table(tmp_path: Path) -> None:
    reading = _read(tmp_path, POSTS)
    assert (reading.kind, reading.format, reading.certainty) == (DocumentKind.COMMUNITY, "community_json", 1.0)
    assert spoken(reading) == [("Els", "Het duurt lang."), ("Bo", "Bij mij ook.")]
    first, second = reading.turns
    assert (first.key, first.thread, first.likes, first.posted_at) == ("1", "Wachten", 3, "2026-03-01T08:15:00")
    assert second.reply_to == 0
    assert reading.columns["text"] == "tekst"


def test_replies_inside_posts_inside_threads_answer_what_they_stand_under(tmp_path: Path) -> None:
    thread = {
        "title": "Wachten",
        "question": "Hoe lang duurde het?",
        "moderator": "Marit",
        "posts": [
            {
                "author": {"id": 7, "name": "Els"},
                "body": "Lang.",
                "reactions": {"👍": 2, "❤️": 1},
                "replies": [
                    {
                        "author": {"name": "Bo"},
                        "body": "Hoe lang?",
                        "replies": [{"author": {"name": "Els"}, "body": "Een jaar."}],
                    },
                    {"author": {"name": "Cor"}, "body": "Bij mij ook.", "reactions": [{"emoji": "👍", "count": 4}]},
                ],
            },
        ],
    }
    other = {"title": "Anders", "posts": [{"author": {"name": "Dik"}, "body": "Hallo."}]}
    reading = _read(tmp_path, {"data": {"threads": [thread, other]}})
    assert [speaker for speaker, _ in spoken(reading)] == ["Els", "Bo", "Els", "Cor", "Dik"]
    assert [turn.reply_to for turn in reading.turns] == [None, 0, 1, 0, None]
    assert [turn.thread for turn in reading.turns] == ["Wachten"] * 4 + ["Anders"]
    assert [turn.prompt for turn in reading.turns] == ["Hoe lang duurde het?"] * 4 + [None]
    assert [turn.likes for turn in reading.turns] == [3, 0, 0, 4, 0]
    assert ("Marit", LossKind.COLUMN) in [(loss.text, loss.kind) for loss in reading.losses]


def test_html_deleted_posts_and_other_fields_are_told(tmp_path: Path) -> None:
    posts = [
        {"author": "Els", "text": "<p>R&amp;D<br>ja</p>", "device": {"os": ["x"]}, "pinned": True},
        {"author": "Bo", "text": None, "pinned": False},
        {"author": "[deleted]", "text": "Nou.", "pinned": False},
    ]
    reading = _read(tmp_path, {"messages": posts})
    assert spoken(reading) == [("Els", "R&D\nja"), (None, "Nou.")]
    kinds = {loss.kind for loss in reading.losses}
    assert {LossKind.MARKUP, LossKind.NO_TEXT, LossKind.LABEL, LossKind.COLUMN} <= kinds
    assert any('{"os": ["x"]}' in loss.text for loss in reading.losses)


def test_a_person_can_name_the_fields(tmp_path: Path) -> None:
    posts = [{"wie": "Els", "wat": "Ja."}, {"wie": "Bo", "wat": "Nee."}]
    with pytest.raises(UnknownShape):
        _read(tmp_path, posts)
    options = ReadingOptions(columns={"text": "wat", "author": "wie"})
    assert spoken(_read(tmp_path, posts, options)) == [("Els", "Ja."), ("Bo", "Nee.")]
    with pytest.raises(MissingColumn):
        _read(tmp_path, [{"text": "Ja."}], ReadingOptions(format="community_json"))


def test_a_thread_of_a_thousand_replies_deep_is_read(tmp_path: Path) -> None:
    deepest = ""
    for number in range(400):
        deepest = f'{{"author": "A{number}", "text": "Ja {number}.", "replies": [{deepest}]}}'
    reading = read_text(tmp_path, "diep.json", f"[{deepest}]")
    assert [turn.reply_to for turn in reading.turns] == [None, *range(399)]


TREE = st.recursive(
    st.fixed_dictionaries(
        {"author": st.sampled_from(["Els", "Bo"]), "text": st.from_regex(r"[a-z]{1,9}", fullmatch=True)}
    ),
    lambda inner: st.fixed_dictionaries(
        {
            "author": st.sampled_from(["Els", "Bo"]),
            "text": st.from_regex(r"[a-z]{1,9}", fullmatch=True),
            "replies": st.lists(inner, max_size=3),
        }
    ),
    max_leaves=12,
)


def _flat(posts: list[dict[str, object]], above: int | None, out: list[tuple[object, int | None]]) -> None:
    for post in posts:
        out.append((post["text"], above))
        replies = post.get("replies")
        _flat(replies if isinstance(replies, list) else [], len(out) - 1, out)


@settings(max_examples=40)
@given(st.lists(TREE, min_size=1, max_size=4))
def test_every_post_of_a_tree_is_a_turn_under_the_one_it_answers(
    tmp_path_factory: pytest.TempPathFactory, posts: list[dict[str, object]]
) -> None:
    expected: list[tuple[object, int | None]] = []
    _flat(posts, None, expected)
    file = tmp_path_factory.mktemp("tree") / "a.json"
    file.write_text(json.dumps(posts), encoding="utf-8")
    reading = read_document(file)
    assert [(reading.text_of(turn), turn.reply_to) for turn in reading.turns] == expected


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "author", "posts", "replies", "segments", "start", "id", "x"]), inner
        )
    ),
    max_leaves=15,
)


@settings(max_examples=120)
@given(JUNK, st.sampled_from(["whisper", "community_json", None]))
def test_json_of_any_shape_gives_a_reading_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, value: object, format: str | None
) -> None:
    file = tmp_path_factory.mktemp("junk") / "a.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    try:
        reading = read_document(file, options=ReadingOptions(format=format))
    except CorpusError as problem:
        assert "a.json" in str(problem)
    else:
        assert reading.text.encode()


def test_a_field_that_a_post_has_twice_is_not_lost(tmp_path: Path) -> None:
    first = '{"id": 1, "author": "Els", "text": "Eerst dit.", "text": "Dan dat."}'
    posts = f'[{first}, {{"id": 2, "author": "Bo", "text": "Ja."}}]'
    reading = read_text(tmp_path, "c.json", posts)
    assert reading.text == "Eerst dit.\n\nJa."
    assert any("Dan dat." in loss.text for loss in reading.losses)
