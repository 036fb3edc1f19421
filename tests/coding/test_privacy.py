"""Laws of leaving: whoever goes takes their own words along, and every coding of others keeps exactly its words."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from coding.codings import Coding
from coding.privacy import forget, move_spans
from corpus.departures import plan_departure
from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.sayings import MARK
from corpus.segments import Role, Segment, Unit

LEAVER = Participant("p1", "W01", "werkgever")


@dataclass(frozen=True)
class Talk:
    """A group talk with codings on it."""

    document: Document
    segments: tuple[Segment, ...]
    codings: tuple[Coding, ...]

    def own(self) -> list[Segment]:
        return [each for each in self.segments if each.participant_id == LEAVER.id]


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Turns of the leaver, of another and of the interviewer, with spans anywhere over them."""
    speakers = draw(st.lists(st.sampled_from(["p1", "p2", None]), min_size=1, max_size=8))
    said = [
        draw(st.text("abé👍 ", min_size=1, max_size=12).filter(lambda each: each.strip() == each)) for _ in speakers
    ]
    text = "\n\n".join(said)
    document = Document("d", "groep", text, DocumentKind.TRANSCRIPT, None, None, "nl", None, "groep.vtt", "ab")
    starts = [sum(len(each) + 2 for each in said[:place]) for place in range(len(said))]
    segments = tuple(
        Segment(
            str(place), "d", place, Unit.TURN, start, start + len(words), who, who, _role(who),
        )
        for place, (start, words, who) in enumerate(zip(starts, said, speakers, strict=True))
    )  # fmt: skip
    other = Segment("ander", "d", 99, Unit.TURN, 0, 0, "p2", "p2", Role.RESPONDENT)
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    codings = tuple(
        Coding(f"c{place}", "d", min(span), max(span), "ans", "contact")
        for place, span in enumerate(spans)
        if text[min(span) : max(span)].strip()
    )
    return Talk(document, (*segments, other), codings)


def _role(who: str | None) -> Role:
    return Role.RESPONDENT if who else Role.INTERVIEWER


def leave(talk: Talk) -> tuple[str, dict[str, str]]:
    """The text without the leaver, and the words that each coding still has."""
    departure = plan_departure(LEAVER, [talk.document], talk.segments)
    gone = forget(departure, [talk.document], talk.codings)
    after = {each.id: each for each in talk.codings} | {each.id: each for each in gone.replaced}
    left = [each for key, each in after.items() if key not in {one.id for one in gone.removed}]
    if not departure.changes:
        return talk.document.text, {each.id: talk.document.text[each.start : each.end] for each in left}
    change = departure.changes["d"]
    text = change.new_text(talk.document.text)
    moved = move_spans("d", change, left)
    assert not moved.removed
    spans = {each.id: each for each in left} | {each.id: each for each in moved.replaced}
    return text, {key: text[each.start : each.end] for key, each in spans.items()}


@given(talks())
def test_a_coding_that_touches_none_of_her_turns_keeps_its_words(talk: Talk) -> None:
    _text, words = leave(talk)
    for each in talk.codings:
        if not any(turn.start < each.end and each.start < turn.end for turn in talk.own()):
            assert words[each.id] == talk.document.text[each.start : each.end]


@given(talks())
def test_a_coding_keeps_exactly_what_others_said_in_it(talk: Talk) -> None:
    _text, words = leave(talk)
    for each in talk.codings:
        others = list(talk.document.text[each.start : each.end])
        for turn in talk.own():
            for place in range(max(turn.start, each.start), min(turn.end, each.end)):
                others[place - each.start] = ""
        said = "".join(others).split()
        assert words.get(each.id, "").replace(MARK, " ").split() == said, (each, words)


@given(talks())
def test_the_text_keeps_every_word_of_others_in_its_order(talk: Talk) -> None:
    text, _words = leave(talk)
    rest = [talk.document.text[each.start : each.end] for each in talk.segments if each not in talk.own()]
    assert text.replace(MARK, " ").split() == " ".join(rest).split()
