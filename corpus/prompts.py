"""Prompts: which question of the topic list a turn or post answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.documents import DocumentKind
from corpus.errors import NoSuchTurn, UnknownQuestion
from corpus.guides import Question
from corpus.reading import Reading, Turn

_AROUND = " .…?!:;,\"'“”‘’„«»()"


def link_questions(
    reading: Reading, *, asking: Sequence[bool], questions: Sequence[Question], asked_in: Mapping[int, str]
) -> list[str | None]:
    """The id of the question each turn puts or answers, None where that is not known.

    A question is put where `asked_in` says so, where the turn of an interviewer (`asking`) is its text, or where the
    prompt of a post is its text or key. Answers go with the last question put; posts with that of their thread, else
    with that of the post they reply to. Raises `NoSuchTurn` and `UnknownQuestion` for a mapping that does not fit.
    """
    _check(reading, questions, asked_in)
    by_text = {
        fold_question(form): each.id
        for each in reversed(questions)
        for form in (each.key, each.text)
        if fold_question(form)
    }
    if any(turn.thread is not None or turn.prompt is not None for turn in reading.turns):
        own = [
            asked_in.get(place) or by_text.get(fold_question(turn.prompt)) for place, turn in enumerate(reading.turns)
        ]
        return _by_thread(reading.turns, own)
    put = [
        asked_in.get(place) or (by_text.get(fold_question(reading.text_of(turn))) if asks else None)
        for place, (turn, asks) in enumerate(zip(reading.turns, asking, strict=True))
    ]
    return carry_on(put, in_order(len(put))) if reading.kind == DocumentKind.TRANSCRIPT else put


def _check(reading: Reading, questions: Sequence[Question], asked_in: Mapping[int, str]) -> None:
    known = {each.id for each in questions}
    for place, question_id in asked_in.items():
        if not 0 <= place < len(reading.turns):
            raise NoSuchTurn(file=reading.source, turn=place, count=len(reading.turns))
        if known and question_id not in known:
            raise UnknownQuestion(file=reading.source, turn=place)


def fold_question(text: str | None) -> str:
    """The text as it is compared: no capitals, one space between words, no punctuation around it."""
    return " ".join((text or "").casefold().split()).strip(_AROUND)


def carry_on(own: Sequence[str | None], before: Sequence[int | None]) -> list[str | None]:
    """Every turn with its own question, else that of the nearest turn before it that has one.

    `before` gives the place of the turn before each: the one said last, or the post it replies to. A circle of
    replies ends the search.

    >>> carry_on(["q1", None, None], [None, 0, 1])
    ['q1', 'q1', 'q1']
    """
    found = list(own)
    settled = [each is not None for each in own]
    for place in range(len(own)):
        way = []
        current: int | None = place
        while current is not None and not settled[current]:
            settled[current] = True
            way.append(current)
            current = before[current]
        for each in way:
            found[each] = None if current is None else found[current]
    return found


def in_order(number: int) -> list[int | None]:
    """What comes before each of so many turns when one simply follows the other.

    >>> in_order(3)
    [None, 0, 1]
    """
    return [place - 1 if place else None for place in range(number)]


def _by_thread(turns: Sequence[Turn], own: Sequence[str | None]) -> list[str | None]:
    """Every post with its own question, that of its thread, or that of the post it replies to."""
    of_thread: dict[str, str] = {}
    for turn, question in zip(turns, own, strict=True):
        if turn.thread is not None and question is not None:
            of_thread.setdefault(turn.thread, question)
    found = [question or of_thread.get(turn.thread or "") for turn, question in zip(turns, own, strict=True)]
    return carry_on(found, [turn.reply_to for turn in turns])
