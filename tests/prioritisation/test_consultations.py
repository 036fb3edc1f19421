from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritisation.consultations import (
    MARKINGS,
    Consultation,
    Entry,
    Marking,
    check_brought_in,
    check_consultation,
    list_consultation,
)
from prioritisation.errors import (
    BroughtInIsAnOption,
    BroughtInOtherwise,
    BroughtInWithoutTitle,
    ConsultationHasNoBallots,
    ConsultationIsEmpty,
    DoubledEntryOnList,
    DoubledOption,
    EntryNotPut,
    EntryWithoutGroup,
    GroupNotAsked,
    NobodyPresent,
    NoListOfBallots,
    PrioritisationError,
    SameWording,
    TitleOfAnOption,
)
from prioritisation.ranking import count_ballots
from prioritisation.sessions import SessionForm
from study.messages import speaking
from tests.prioritisation.making import consult, law, make_session

KEYS = "abcdef"


def test_a_ranking_has_a_place_for_every_point_in_the_order_of_the_group() -> None:
    agreed = consult("ca", "abc")
    assert [(line.key, line.place) for line in agreed.lines] == [("c", "1"), ("a", "2")]
    assert agreed.tiers == (("c",), ("a",))
    assert [option.key for option in agreed.left_out] == ["b"]


@pytest.mark.parametrize("marking", [Marking.UNRANKED, Marking.GROUPS])
def test_a_list_without_rank_has_no_places_and_no_order_to_count_with(marking: Marking) -> None:
    entries = [Entry(key, group="Eerst" if marking is Marking.GROUPS else "") for key in "ca"]
    agreed = consult(entries, marking=marking)
    assert [line.key for line in agreed.lines] == ["c", "a"]
    assert {line.place for line in agreed.lines} == {""}
    assert agreed.tiers == ()


def test_groups_stand_in_the_order_in_which_they_were_made() -> None:
    entries = [Entry("b", group="Later"), Entry("a", group="Eerst"), Entry("c", group="Later")]
    agreed = consult(entries, marking=Marking.GROUPS)
    assert {name: [line.key for line in lines] for name, lines in agreed.groups.items()} == {
        "Later": ["b", "c"],
        "Eerst": ["a"],
    }


def test_both_wordings_of_a_reworded_point_are_kept() -> None:
    (line,) = consult([Entry("a", reworded="Bel dezelfde dag")]).lines
    assert (line.title, line.put_as) == ("Bel dezelfde dag", "Verbeter a")
    (same,) = consult("a").lines
    assert (same.title, same.put_as) == ("Verbeter a", None)


def test_a_point_that_was_brought_in_is_no_point_of_the_study() -> None:
    entry = Entry("x", brought_in=True, title="Leg het uit", explanation="In gewone taal.", findings=("f1",))
    line = consult(["a", entry]).lines[1]
    assert (line.title, line.brought_in, line.point_id, line.findings) == ("Leg het uit", True, None, ("f1",))


def test_everything_on_the_list_may_be_brought_in() -> None:
    assert len(consult([Entry("x", brought_in=True, title="Leg het uit")], "").lines) == 1


@law
@given(st.permutations(KEYS), st.integers(1, len(KEYS)), st.sampled_from(Marking))
def test_what_was_put_is_on_the_list_or_left_off_and_never_both(order: list[str], size: int, marking: Marking) -> None:
    group = "Eerst" if marking is Marking.GROUPS else ""
    agreed = consult([Entry(key, group=group) for key in order[:size]], KEYS, marking=marking)
    listed = [line.key for line in agreed.lines]
    assert listed == order[:size]
    assert sorted([*listed, *(option.key for option in agreed.left_out)]) == list(KEYS)
    assert [key for tier in agreed.tiers for key in tier] == (listed if marking is Marking.RANKED else [])
    assert sorted(line.key for lines in agreed.groups.values() for line in lines) == sorted(listed)


IN_GROUP = {"marking": Marking.GROUPS}
BROUGHT_IN = Entry("x", brought_in=True, title="Leg het uit")


@pytest.mark.parametrize(
    ("entries", "changes", "error"),
    [
        ((), {}, ConsultationIsEmpty),
        ((Entry("a"),), {"present": 0}, NobodyPresent),
        ((Entry("a"), Entry("a")), {}, DoubledEntryOnList),
        ((BROUGHT_IN, BROUGHT_IN), {}, DoubledEntryOnList),
        ((Entry("z"),), {}, EntryNotPut),
        ((Entry("a", brought_in=True, title="Leg het uit"),), {}, BroughtInIsAnOption),
        ((Entry("x", brought_in=True, title=" "),), {}, BroughtInWithoutTitle),
        ((Entry("a", title="Iets anders"),), {}, TitleOfAnOption),
        ((Entry("a", findings=("f1",)),), {}, TitleOfAnOption),
        ((Entry("a", reworded="Verbeter a"),), {}, SameWording),
        ((Entry("x", brought_in=True, title="Leg uit", reworded="Leg uit"),), {}, SameWording),
        ((Entry("a"),), IN_GROUP, EntryWithoutGroup),
        ((Entry("a", group="Eerst"),), {}, GroupNotAsked),
        ((Entry("a", group="Eerst"),), {"marking": Marking.UNRANKED}, GroupNotAsked),
    ],
)
def test_a_list_that_says_two_things_or_nothing_is_refused(
    entries: tuple[Entry, ...], changes: dict[str, Any], error: type[PrioritisationError]
) -> None:
    session = make_session(form=SessionForm.CONSULTATION, rule="", unranked="")
    fields: dict[str, Any] = {"marking": Marking.RANKED, "present": 4} | changes
    with pytest.raises(error):
        check_consultation(session, Consultation("id-c", session.id, entries=entries, **fields))


def test_the_session_itself_must_be_one_that_can_be_held() -> None:
    entries = (Entry("a"),)
    with pytest.raises(NoListOfBallots):
        list_consultation(make_session(), Consultation("id-c", "id-s1", Marking.RANKED, 4, entries))
    doubled = make_session("aab", form=SessionForm.CONSULTATION)
    with pytest.raises(DoubledOption):
        list_consultation(doubled, Consultation("id-c", "id-s1", Marking.RANKED, 4, entries))


def test_a_consultation_is_never_counted() -> None:
    with pytest.raises(ConsultationHasNoBallots):
        count_ballots(make_session(form=SessionForm.CONSULTATION), [])


def test_points_of_different_sessions_pass_for_one_only_with_the_same_title() -> None:
    other = Entry("x", brought_in=True, title="Iets heel anders")
    made = [Consultation(f"c{n}", f"s{n}", Marking.RANKED, 4, (each,)) for n, each in enumerate((BROUGHT_IN, other))]
    check_brought_in([made[0], made[0]])
    with pytest.raises(BroughtInOtherwise, match="x"):
        check_brought_in(made)


def test_the_words_under_a_list_say_that_nobody_voted_and_what_its_order_means() -> None:
    with speaking("nl"):
        agreed = consult("a")
        assert agreed.marking_words == "rangorde"
        assert "er is niet gestemd" in agreed.note
        notes = {consult([Entry("a", group="x" * (each is Marking.GROUPS))], marking=each).note for each in Marking}
    assert len(notes) == len(MARKINGS) == 3
