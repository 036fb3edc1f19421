from __future__ import annotations

from pathlib import Path

import pytest

from coding.codebook import Code
from coding.errors import CodingError
from study.folder import Study
from tests.workbench.material import CODEBOOK, put
from workbench.actions.codebook import code_usage, export_codebook, import_codebook
from workbench.errors import NotAFile


def test_usage_is_in_tree_order_with_codings_and_respondents(either_coded: Study) -> None:
    usage = [(each.key, each.depth, each.codings, each.respondents) for each in code_usage(either_coded)]
    assert usage == [("contact", 0, 1, 1), ("nazorg", 1, 2, 2)]


@pytest.mark.parametrize("form", ["toml", "csv", "xlsx"])
def test_what_is_written_can_be_brought_in_elsewhere_and_is_the_same(coded: Study, tmp_path: Path, form: str) -> None:
    file = tmp_path / "nieuw" / f"codeboek.{form}"
    assert export_codebook(coded, file) == 2
    before = file.read_bytes()
    import_codebook(coded, file, by="ans")
    export_codebook(coded, file)
    assert file.read_bytes() == before
    with coded.reading() as store:
        assert [each.verb for each in store.journal() if each.kind == "Code"] == ["add", "add"]


def test_a_code_that_the_file_lacks_stays(coded: Study, tmp_path: Path) -> None:
    smaller = CODEBOOK[: CODEBOOK.index("[[code]]")] + CODEBOOK[CODEBOOK.rindex("[[code]]") :].replace("parent", "# ")
    import_codebook(coded, put(tmp_path, "kleiner.toml", smaller), by="ans")
    with coded.reading() as store:
        assert {each.key for each in store.records(Code)[0]} == {"contact", "nazorg"}


def test_a_codebook_that_does_not_hold_together_stores_nothing(study: Study, tmp_path: Path) -> None:
    text = CODEBOOK.replace('parent = "contact"', 'parent = "nergens"')
    with pytest.raises(CodingError, match="nergens"):
        import_codebook(study, put(tmp_path, "c.toml", text), by="ans")
    assert code_usage(study) == ()


def test_a_folder_is_no_file_to_write_to(study: Study, tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        export_codebook(study, tmp_path)
