from __future__ import annotations

import pytest

from corpus.documents import Document, DocumentKind
from corpus.embedding import fit_embedder
from corpus.nearest import LEAST, Meanings, learn_meanings
from corpus.segments import Role, Segment, Unit

SAID = (
    "De jobcoach belde mijn werkgever elke maand over de begeleiding.",
    "Mijn werkgever kreeg elke maand de jobcoach aan de lijn over begeleiding.",
    "De subsidie voor loonkosten lag maanden stil bij het loket.",
    "Bij het loket vroeg de baas naar die subsidie voor loonkosten.",
    "Ja, precies.",
    "In de kantine stond een nieuwe koffiemachine naast het raam.",
)


def learned(*roles: Role) -> Meanings:
    segments, start = [], 0
    for number, text in enumerate(SAID):
        role = roles[number] if number < len(roles) else Role.RESPONDENT
        segments.append(Segment(f"s{number}", "d", number, Unit.TURN, start, start + len(text), role=role))
        start += len(text) + 1
    document = Document("d", "D", "\n".join(SAID), DocumentKind.TRANSCRIPT, None, None, "nl", None, "d.vtt", "d")
    return learn_meanings([document], segments)


def test_what_shares_its_words_lies_nearest_and_never_the_turn_itself() -> None:
    meanings = learned()
    for asked, expected in ((0, 1), (1, 0), (2, 3), (3, 2)):
        first = meanings.nearest(SAID[asked], besides=f"s{asked}")[0]
        assert first.segment.ordinal == expected
        assert first.text == SAID[expected]


def test_likeness_falls_and_stays_between_the_least_and_one() -> None:
    likeness = [each.likeness for each in learned().nearest(SAID[0])]
    assert likeness[0] == pytest.approx(1)
    assert likeness == sorted(likeness, reverse=True)
    assert min(likeness) >= LEAST


def test_questions_and_turns_that_say_too_little_are_left_out() -> None:
    known = {each.ordinal for each in learned(Role.INTERVIEWER).segments}
    assert known == {1, 2, 3, 5}


def test_words_that_nobody_used_are_like_nothing() -> None:
    assert learned().nearest("zebra giraffe kameel") == ()


def test_no_more_are_given_than_asked_for() -> None:
    assert len(learned().nearest(SAID[0], most=1)) == 1


def test_another_embedder_decides_when_one_is_given() -> None:
    embedder = fit_embedder(["De koffiemachine stond naast het raam in de kantine."])
    known = learned()
    other = learn_meanings(list(known.documents.values()), known.segments, embedder=embedder)
    assert [each.segment.ordinal for each in other.nearest(SAID[5])] == [5]
    assert other.nearest(SAID[0]) == ()
