from __future__ import annotations

from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.models import refs_of
from workbench.actions.references import passages_in, read_key, read_keys, read_passages
from workbench.errors import BadEntry, PassageNotFound
from workbench.toml_files import Entry


def entry(**values: object) -> Entry:
    return Entry(Path("x.toml"), "step", 1, values)


def test_a_passage_goes_by_its_name_and_by_its_id(coded: Study) -> None:
    refs = refs_of(coded)
    with coded.reading() as store:
        assert set(passages_in(store)) == set(refs.values())
        known = passages_in(store, refs)
    assert read_passages(entry(passages=["p2", refs["p1"]]), "passages", known, what="x") == (refs["p2"], refs["p1"])
    with pytest.raises(PassageNotFound, match=r"p9.*stap 4"):
        read_passages(entry(passages=["p9"]), "passages", known, what="stap 4")


def test_keys_must_be_known() -> None:
    assert read_keys(entry(see=["a", "b"]), "see", {"a", "b"}) == ("a", "b")
    assert (read_key(entry(actor="a"), "actor", {"a"}), read_key(entry(), "actor", set())) == ("a", None)
    for read in (
        lambda: read_keys(entry(see=["a", "c"]), "see", {"a"}),
        lambda: read_key(entry(see="c"), "see", {"a"}),
    ):
        with pytest.raises(BadEntry, match="“c”"):
            read()
