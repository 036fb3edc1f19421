from __future__ import annotations

from pathlib import Path

import pytest

from study.errors import UnknownPerspective
from study.folder import Study
from tests.workbench.material import put
from tests.workbench.models import PROCESS, by_id, refs_of
from workbench.actions.process import build_process, import_process, load_steps, process_rows, remove_process
from workbench.errors import BadEntry, DoubledEntry, UnreadableFile

COACH = PROCESS.replace('"werkgever"', '"jobcoach"')


def test_steps_keep_the_order_of_the_file(either_coded: Study, tmp_path: Path) -> None:
    import_process(either_coded, put(tmp_path, "p.toml", PROCESS), by="ans", refs=refs_of(either_coded))
    steps = load_steps(either_coded)
    assert [(each.ordinal, each.phase, each.role.value) for each in steps] == [
        (1, "1", "formal"),
        (2, "1", "informal"),
        (3, "2", "formal"),
    ]
    assert (steps[0].see, steps[1].actor) == (("nazorg",), "contact")
    assert [each.m for each in build_process(either_coded).steps] == [1, 2, 1]


def test_a_file_may_name_passages_by_the_ids_of_an_export(coded: Study, tmp_path: Path) -> None:
    assert len(import_process(coded, put(tmp_path, "p.toml", by_id(PROCESS, coded)), by="ans")) == 3


def test_a_file_is_the_whole_of_the_perspectives_it_names_and_leaves_others_alone(coded: Study, tmp_path: Path) -> None:
    refs = refs_of(coded)
    import_process(coded, put(tmp_path, "c.toml", COACH), by="ans", refs=refs)
    import_process(coded, put(tmp_path, "p.toml", PROCESS), by="ans", refs=refs)
    shorter = PROCESS.rpartition("[[step]]")[0].replace("binnen een week", "binnen twee weken")
    import_process(coded, put(tmp_path, "p.toml", shorter), by="ans", refs=refs)
    texts = [each.text for each in load_steps(coded) if each.perspective == "werkgever"]
    assert texts == ["De jobcoach belt binnen twee weken", "De werkgever belt zelf een bevriende coach"]
    assert len(load_steps(coded)) == 5


def test_the_earlier_file_brings_the_earlier_map_back(coded: Study, tmp_path: Path) -> None:
    refs = refs_of(coded)
    first = import_process(coded, put(tmp_path, "p.toml", PROCESS), by="ans", refs=refs)
    import_process(coded, put(tmp_path, "q.toml", PROCESS.replace("belt", "mailt")), by="bo", refs=refs)
    import_process(coded, tmp_path / "p.toml", by="ans", refs=refs)
    assert load_steps(coded) == first


def test_the_same_file_twice_writes_nothing_in_the_journal(coded: Study, tmp_path: Path) -> None:
    def lines() -> int:
        with coded.reading() as store:
            return len(store.journal())

    refs = refs_of(coded)
    import_process(coded, put(tmp_path, "p.toml", PROCESS), by="ans", refs=refs)
    before = lines()
    import_process(coded, tmp_path / "p.toml", by="ans", refs=refs)
    assert lines() == before


def test_the_map_of_a_perspective_is_taken_away(coded: Study, tmp_path: Path) -> None:
    refs = refs_of(coded)
    import_process(coded, put(tmp_path, "p.toml", PROCESS + COACH), by="ans", refs=refs)
    assert remove_process(coded, "werkgever", by="ans") == 3
    assert {each.perspective for each in load_steps(coded)} == {"jobcoach"}
    assert remove_process(coded, "werkgever", by="ans") == 0
    with pytest.raises(UnknownPerspective, match="coach"):
        remove_process(coded, "coach", by="ans")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (("passages = [\"p1\"]", "passages = []"), "processtap"),
        (("passages = [\"p1\"]", ""), "processtap"),
        (('"p1"', '"p9"'), "p9"),
        (('role = "formal"', 'role = "formeel"'), "formal, informal"),
        (('see = ["nazorg"]', 'see = ["weg"]'), "weg"),
        (('actor = "contact"', 'actor = "weg"'), "weg"),
        (('phase = "2"', 'phase = "9"'), "9"),
        (('perspective = "werkgever"', 'perspective = "baas"'), "baas"),
        (('text = "De', 'words = "De'), "text|words"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place_and_nothing_is_stored(
    coded: Study, tmp_path: Path, wrong: tuple[str, str], reason: str
) -> None:
    file = put(tmp_path, "p.toml", PROCESS.replace(*wrong))
    with pytest.raises(BadEntry, match=rf"p\.toml.*step nummer \d.*({reason})"):
        import_process(coded, file, by="ans", refs=refs_of(coded))
    assert load_steps(coded) == ()


def test_a_step_that_is_there_twice_and_a_table_that_is_unknown_are_refused(coded: Study, tmp_path: Path) -> None:
    first = PROCESS.partition("[[step]]\nperspective")[2].partition("[[step]]")[0]
    with pytest.raises(DoubledEntry):
        import_process(
            coded,
            put(tmp_path, "p.toml", PROCESS + "[[step]]\nperspective" + first),
            by="ans",
            refs=refs_of(coded),
        )
    with pytest.raises(UnreadableFile, match="stap"):
        import_process(coded, put(tmp_path, "q.toml", PROCESS.replace("[[step]]", "[[stap]]")), by="ans")


def test_rows_are_numbered_within_their_phase(coded: Study, tmp_path: Path) -> None:
    import_process(coded, put(tmp_path, "p.toml", PROCESS), by="ans", refs=refs_of(coded))
    assert [(row["key"], row["number"]) for row in process_rows(coded)] == [
        ("werkgever-1", 1),
        ("werkgever-2", 2),
        ("werkgever-3", 1),
    ]
