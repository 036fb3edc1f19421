from __future__ import annotations

from pathlib import Path

import pytest

from reports.errors import NothingToReport
from study.errors import ReadOnly
from study.folder import Study
from study.ids import digest_of
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.actions.reporting import FORMS, gather, write_map_figures, write_report
from workbench.errors import NothingCoded
from workbench.outbox import Export


def exports(study: Study) -> tuple[Export, ...]:
    with study.reading() as store:
        found: tuple[Export, ...] = store.records(Export)[0]
        return found


def test_a_report_of_nothing_is_refused_and_leaves_no_folder(study: Study, tmp_path: Path) -> None:
    with pytest.raises(NothingToReport):
        write_report(study, tmp_path / "rapport", by="ans")
    assert not (tmp_path / "rapport").exists()
    assert exports(study) == ()


def test_documents_alone_make_a_report(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    files = write_report(study, tmp_path / "rapport", by="ans", forms=("html",))
    assert [each.name for each in files] == ["rapport.html"]


def test_codings_alone_make_a_report_in_every_form(coded: Study, tmp_path: Path) -> None:
    files = write_report(coded, tmp_path / "rapport", by="ans")
    assert [each.name for each in files[:3]] == [f"rapport.{form}" for form in FORMS]
    assert all(each.stat().st_size for each in files)
    assert not [each for each in (tmp_path / "rapport").iterdir() if each.name.startswith(".")]


def test_what_left_is_written_down_with_its_quote_numbers(own_example: Study, tmp_path: Path) -> None:
    (file, _figures) = write_report(own_example, tmp_path, by="ans", forms=("html",))
    (export,) = exports(own_example)
    assert (export.file, export.by, export.digest) == ("rapport.html", "ans", digest_of(file.read_bytes()))
    passages = gather(own_example).passages
    assert passages is not None
    known = set(passages["coding_id"])
    assert export.quotes
    assert set(export.quotes.values()) <= known
    assert not [each for each in known if each in file.read_text(encoding="utf-8")]


def test_a_report_that_cannot_be_written_leaves_the_old_one(coded: Study, tmp_path: Path) -> None:
    (old, *_rest) = write_report(coded, tmp_path / "rapport", by="ans", forms=("html",))
    before = old.read_bytes()
    with pytest.raises(ReadOnly):
        write_report(coded, old, by="ans", forms=("html",))
    assert old.read_bytes() == before
    assert len(exports(coded)) == 1


def test_the_figures_of_the_map_are_written_by_themselves(coded: Study, study: Study, tmp_path: Path) -> None:
    files = write_map_figures(coded, tmp_path / "figuren")
    assert {each.suffix for each in files} == {".svg", ".png", ".csv"}
    assert all(each.is_file() for each in files)


def test_there_is_no_map_without_codings(study: Study, tmp_path: Path) -> None:
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    with pytest.raises(NothingCoded):
        write_map_figures(study, tmp_path / "figuren")
    assert list((tmp_path / "figuren").iterdir()) == []
