from __future__ import annotations

import pytest

from coding.codings import Coding
from study.folder import Study
from workbench.actions.material import load_material, material_in
from workbench.errors import NothingCoded, NothingImported


def test_the_tables_rest_on_the_records_of_one_moment(either_coded: Study) -> None:
    material = load_material(either_coded).coded()
    assert len(material.codings) == 3
    assert set(material.passages["coding_id"]) == {each.id for each in material.codings}
    assert not material.guides_known
    assert {each.code for each in material.participants} == {"W01", "W02"}


def test_material_in_an_open_store_sees_what_is_not_stored_yet(coded: Study) -> None:
    with coded.store(by="ans") as store:
        store.remove(*store.records(Coding)[0])
        assert material_in(store, coded.settings).codings == ()


def test_what_is_missing_is_said_in_the_order_of_the_work(study: Study) -> None:
    with pytest.raises(NothingImported):
        load_material(study).coded()


def test_documents_without_codings_are_nothing_to_count(coded: Study) -> None:
    with coded.store(by="ans") as store:
        store.remove(*store.records(Coding)[0])
    with pytest.raises(NothingCoded):
        load_material(coded).coded()
