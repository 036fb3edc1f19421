from __future__ import annotations

from dataclasses import replace

from corpus.participants import Participant
from study.folder import Study
from workbench.actions.saving import put, renew

ANS = Participant("1", "W01", "werkgever", labels=("Ans",))


def test_new_records_are_added_changed_ones_replaced_and_equal_ones_left(either_study: Study) -> None:
    changed, fresh = replace(ANS, labels=("Ans", "A.")), replace(ANS, id="2", code="W02")
    with either_study.store(by="ans") as store:
        assert put(store, ANS) == 1
        assert put(store, ANS) == 0
        assert put(store, changed, fresh) == 2
        assert store.records(Participant)[0] == (changed, fresh)
        assert [each.verb for each in store.journal()] == ["add", "add", "replace"]


def test_of_one_record_given_twice_the_last_counts(either_study: Study) -> None:
    last = replace(ANS, labels=("Ans de Wit",))
    with either_study.store(by="ans") as store:
        assert put(store, ANS, last) == 1
        assert store.get(Participant, "1") == last


def test_nothing_is_nothing(study: Study) -> None:
    with study.store(by="ans") as store:
        assert put(store) == 0


def test_renewing_takes_away_what_is_not_there_any_more(either_study: Study) -> None:
    two, three = replace(ANS, id="2", code="W02"), replace(ANS, id="3", code="W03")
    with either_study.store(by="ans") as store:
        put(store, ANS, two, three)
        assert renew(store, (ANS, two), replace(two, labels=("Bo",)), replace(ANS, id="4", code="W01")) == 3
        assert [(each.id, each.code) for each in store.records(Participant)[0]] == [
            ("4", "W01"),
            ("2", "W02"),
            ("3", "W03"),
        ]
