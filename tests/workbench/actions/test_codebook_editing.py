"""Editing the codebook: one step, one version, taken back whole; a code in use is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from coding.codebook import Code, CodeField, CodeGroup
from coding.codings import Coding
from coding.errors import (
    CodeCycle,
    CodeInUse,
    CodingError,
    DoubledName,
    DoubledShortcut,
    IntoItself,
    MissingParent,
    NothingTicked,
    UnknownCode,
)
from corpus.guides import Question
from study.errors import StillInUse
from study.folder import Study
from study.ids import new_id
from synthesis.findings import Finding
from tests.workbench.actions.test_coding_steps import code as put_code
from tests.workbench.material import put
from workbench.actions.codebook import export_codebook, import_codebook
from workbench.actions.codebook_editing import (
    merge,
    move_in_tree,
    preview_merge,
    remove_code,
    retire_code,
    save_aliases,
    save_code,
    save_group,
    shift_code,
    split,
)
from workbench.actions.codebook_versions import codebook_at, list_versions
from workbench.actions.undoing import undo_step
from workbench.actions.versions import current_version


def codes_of(study: Study) -> dict[str, Code]:
    with study.reading() as store:
        return {each.key: each for each in store.records(Code)[0]}


def everything(study: Study) -> tuple[object, ...]:
    with study.reading() as store:
        return tuple(store.records(CodeGroup, Code, Coding, Question, Finding))


def version(study: Study) -> int:
    with study.reading() as store:
        return current_version(store)


def undo_last(study: Study) -> None:
    with study.reading() as store:
        step = store.journal(newest=1)[0].step
    undo_step(study, str(step), by="ans")


def with_finding(study: Study) -> None:
    with study.store(by="ans") as store:
        coding = store.find(Coding, code="nazorg")[0]
        store.add(
            Finding(new_id(), "n", "werkgever", "1", "Nazorg", "Er is geen nazorg.", (coding.id,), topic="nazorg")
        )


def test_a_merge_takes_everything_along_and_is_taken_back_whole(either_coded: Study) -> None:
    with_finding(either_coded)
    put_code(either_coded, (0, 4), codes=("nazorg", "contact"))
    before, first = everything(either_coded), version(either_coded)
    look = preview_merge(either_coded, ["nazorg"], into="contact")
    done = merge(either_coded, ["nazorg"], into="contact", by="ans")
    assert look == done
    assert (done.recoded, done.doubled, done.elsewhere) == (2, 1, {"Finding": 1})
    assert set(codes_of(either_coded)) == {"contact"}
    with either_coded.reading() as store:
        assert {each.code for each in store.records(Coding)[0]} == {"contact"}
        assert store.records(Finding)[0][0].topic == "contact"
    assert version(either_coded) == first + 1
    undo_last(either_coded)
    assert everything(either_coded) == before
    assert version(either_coded) == first + 2


def test_a_split_gives_the_ticked_codings_to_the_new_code(coded: Study) -> None:
    with coded.reading() as store:
        some = store.find(Coding, code="nazorg")
    made = split(coded, "nazorg", "Nazorg door de coach", [some[0].id], by="ans")
    with coded.reading() as store:
        assert [each.id for each in store.find(Coding, code=made.key)] == [some[0].id]
        assert [each.id for each in store.find(Coding, code="nazorg")] == [some[1].id]
    assert made.parent == "contact"
    with pytest.raises(NothingTicked):
        split(coded, "nazorg", "Nog een", [], by="ans")
    undo_last(coded)
    assert set(codes_of(coded)) == {"contact", "nazorg"}


def test_a_code_is_added_changed_moved_and_retired(coded: Study) -> None:
    made = save_code(coded, None, {"group": "knelpunt", "name": "Lange wachttijd", "shortcut": "w"}, by="ans")
    assert made.key == "lange_wachttijd"
    save_code(coded, made.key, {"name": "Wachten", "definition": "Tussen vraag en antwoord."}, by="ans")
    move_in_tree(coded, "nazorg", parent=made.key, by="ans")
    retire_code(coded, "contact", retired=True, by="ans")
    codes = codes_of(coded)
    assert (codes[made.key].name, codes[made.key].shortcut) == ("Wachten", "w")
    assert codes["nazorg"].parent == made.key
    assert codes["contact"].retired
    shift_code(coded, made.key, up=True, by="ans")
    assert codes_of(coded)[made.key].ordinal < codes_of(coded)["contact"].ordinal
    assert version(coded) == 6


def test_a_code_that_is_used_is_not_removed(coded: Study) -> None:
    with pytest.raises(CodeInUse):
        remove_code(coded, "nazorg", by="ans")
    with pytest.raises(CodeInUse):
        remove_code(coded, "contact", by="ans")
    made = save_code(coded, None, {"group": "knelpunt", "name": "Leeg"}, by="ans")
    remove_code(coded, made.key, by="ans")
    assert made.key not in codes_of(coded)


def test_adding_a_code_is_not_undone_once_it_is_used(coded: Study) -> None:
    made = save_code(coded, None, {"group": "knelpunt", "name": "Nieuw"}, by="ans")
    with coded.reading() as store:
        step = str(store.journal(newest=1)[0].step)
    put_code(coded, (0, 4), codes=(made.key,))
    with pytest.raises(StillInUse):
        undo_step(coded, step, by="ans")
    assert made.key in codes_of(coded)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"group": "knelpunt", "name": "Contact"}, DoubledName),
        ({"group": "knelpunt", "name": "Los", "parent": "bestaat-niet"}, MissingParent),
        ({"group": "knelpunt", "name": ""}, CodingError),
        ({"group": "bestaat-niet", "name": "Los"}, CodingError),
        ({"group": "knelpunt", "name": "Los", "colour": "rood"}, CodingError),
    ],
)
def test_a_code_that_cannot_be_is_refused(coded: Study, values: dict[str, str], error: type[Exception]) -> None:
    before = everything(coded)
    with pytest.raises(error):
        save_code(coded, None, values, by="ans")
    assert everything(coded) == before


def test_circles_doubled_keys_and_unknown_codes_are_refused(coded: Study) -> None:
    with pytest.raises(CodeCycle):
        move_in_tree(coded, "contact", parent="nazorg", by="ans")
    with pytest.raises(IntoItself):
        merge(coded, ["contact"], into="contact", by="ans")
    with pytest.raises(UnknownCode):
        merge(coded, ["contct"], into="nazorg", by="ans")
    save_code(coded, "contact", {"shortcut": "q"}, by="ans")
    with pytest.raises(DoubledShortcut):
        save_code(coded, "nazorg", {"shortcut": "q"}, by="ans")


def test_older_versions_are_read_back_from_the_journal(either_coded: Study) -> None:
    first = everything(either_coded)[:2]
    save_group(
        either_coded,
        "knelpunt",
        "Knelpunten",
        substantive=True,
        fields=[CodeField("zijde", "Zijde", ("a", "b"))],
        by="ans",
    )
    save_code(either_coded, "nazorg", {"name": "Nazorg daarna"}, by="bea")
    merge(either_coded, ["nazorg"], into="contact", by="cor")
    with either_coded.reading() as store:
        assert codebook_at(store, 1) == first
        assert {each.name for each in codebook_at(store, 3)[1]} == {"Contact", "Nazorg daarna"}
        assert {each.name for each in codebook_at(store, 4)[1]} == {"Contact"}
    assert [(each.number, each.by) for each in list_versions(either_coded)] == [(4, "cor"), (3, "bea"), (2, "ans")]


def test_a_coding_knows_the_version_it_was_made_with(coded: Study) -> None:
    save_code(coded, "nazorg", {"definition": "Na de baan."}, by="ans")
    assert put_code(coded, (0, 4)).added[0].codebook_version == 2


def test_aliases_are_kept_and_recode_nothing(coded: Study) -> None:
    before = everything(coded)
    assert save_aliases(coded, "nazorg", [(None, "meekijken"), ("werkgever", "follow-up"), (None, " ")], by="ans") == 2
    assert save_aliases(coded, "nazorg", [("werkgever", "follow-up")], by="ans") == 1
    assert everything(coded) == before


@pytest.mark.parametrize("suffix", [".toml", ".csv", ".xlsx"])
def test_shortcuts_what_is_retired_and_fields_go_through_every_file(coded: Study, tmp_path: Path, suffix: str) -> None:
    fields = [CodeField("zijde", "Zijde", ("werknemer", "werkgever")), CodeField("moment", "Moment")]
    save_group(coded, "knelpunt", "Knelpunten", substantive=True, fields=fields, by="ans")
    save_code(coded, "nazorg", {"shortcut": "z"}, by="ans")
    retire_code(coded, "contact", retired=True, by="ans")
    before = everything(coded)
    export_codebook(coded, tmp_path / f"codeboek{suffix}")
    import_codebook(coded, tmp_path / f"codeboek{suffix}", by="ans")
    with coded.reading() as store:
        groups, codes = store.records(CodeGroup, Code)
    assert groups[0].fields == tuple(fields)
    assert {each.key: (each.shortcut, each.retired) for each in codes} == {
        "nazorg": ("z", False),
        "contact": (None, True),
    }
    assert [each.key for each in before[1]] == [each.key for each in codes]  # type: ignore[attr-defined]


def test_a_file_that_would_close_a_circle_with_what_is_there_changes_nothing(coded: Study, tmp_path: Path) -> None:
    before = everything(coded)
    file = put(
        tmp_path, "c.csv", "group;key;name;parent\nknelpunt;contact;Contact;nazorg\nknelpunt;nazorg;Nazorg;contact\n"
    )
    with pytest.raises(CodeCycle):
        import_codebook(coded, file, by="ans")
    assert everything(coded) == before


def test_five_thousand_codes_are_brought_in(study: Study, tmp_path: Path) -> None:
    lines = "".join(f"knelpunt;k{each};Code {each};{f'k{each // 10}' if each > 9 else ''}\n" for each in range(5000))
    import_codebook(study, put(tmp_path, "veel.csv", f"group;key;name;parent\n{lines}"), by="ans")
    assert len(codes_of(study)) == 5000
    save_code(study, "k4999", {"name": "De laatste"}, by="ans")
    assert codes_of(study)["k4999"].name == "De laatste"
