from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import BrokenReader, NoTurns, UnknownFormat, UnknownReader
from corpus.readers import SUFFIXES, read_document, read_documents
from corpus.readers.registry import OURS, added_readers, known_suffixes, list_readers
from corpus.reading import ReadingOptions
from study.messages import speaking
from tests.corpus.readers.files import read_text, spoken

LAB = """
from corpus.documents import DocumentKind
from corpus.readers.drafts import Draft, Findings, compose_reading
from corpus.readers.registry import Reader

READER = Reader("lab", (".lab", ".txt"), "lab_reader")
WRONG = Reader("wrong", (".wrong",), "lab_reader_wrong")
GONE = Reader("gone", (".gone",), "lab_reader_gone")

def recognise(source, options):
    return 0.9 if source.data.startswith(b"LAB") else 0.0

def read(source, options):
    return next(iter(read_all(source, options)))

def read_all(source, options):
    for line in source.data.decode().splitlines()[1:]:
        found = Findings([Draft(line, "Lab")])
        yield compose_reading(source, found, kind=DocumentKind.TRANSCRIPT, format="lab")
"""
POINTS = """[rodedraad.readers]
lab = lab_reader:READER
wrong = lab_reader:WRONG
gone = lab_reader:GONE
"""


def _install(folder: Path, modules: dict[str, str], points: str) -> None:
    """A distribution as pip leaves it: modules, and beside them its metadata with entry points."""
    information = folder / "lab_readers-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: lab-readers\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text(points, encoding="utf-8")
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path of Python in which a distribution can be installed."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    added_readers.cache_clear()
    yield folder
    added_readers.cache_clear()
    for name in [each for each in sys.modules if each.startswith("lab_reader")]:
        del sys.modules[name]


@pytest.fixture
def lab(site: Path) -> None:
    """The readers of a lab: one that works, and two that do not."""
    _install(site, {"lab_reader": LAB, "lab_reader_wrong": "def read(source, options):\n    return 1 / 0\n"}, POINTS)


@pytest.mark.usefixtures("lab")
def test_a_lab_adds_a_reader_without_touching_ours(tmp_path: Path) -> None:
    (tmp_path / "gesprek.lab").write_text("LAB\nHet ging goed.\nMet mij ook.\n", encoding="utf-8")
    assert [spoken(each) for each in read_documents(tmp_path / "gesprek.lab")] == [
        [("Lab", "Het ging goed.")],
        [("Lab", "Met mij ook.")],
    ]
    assert read_document(tmp_path / "gesprek.lab").text == "Het ging goed."
    assert ".lab" in known_suffixes()
    with pytest.raises(UnknownFormat, match=r"\.lab"):
        read_text(tmp_path, "foto.jpeg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("lab")
def test_an_added_reader_takes_a_suffix_of_ours_only_where_it_is_surer(tmp_path: Path) -> None:
    assert read_text(tmp_path, "a.txt", "LAB\nHet ging goed.").format == "lab"
    assert read_text(tmp_path, "b.txt", "I: Hoe ging het?\nR: Goed.").format == "text"


@pytest.mark.usefixtures("lab")
def test_a_reader_that_was_added_and_fails_is_named_in_a_sentence(tmp_path: Path) -> None:
    with speaking("en"):
        with pytest.raises(BrokenReader, match=r"“wrong”.*“lab-readers”.*ZeroDivisionError"):
            read_text(tmp_path, "a.wrong", "iets")
        with pytest.raises(BrokenReader, match=r"“gone”.*ModuleNotFoundError"):
            read_text(tmp_path, "a.gone", "iets")


def test_a_package_that_cannot_be_loaded_stops_no_other_file_and_is_told(site: Path, tmp_path: Path) -> None:
    _install(site, {"lab_reader": "import not_installed_anywhere"}, "[rodedraad.readers]\nlab = lab_reader:READER\n")
    reading = read_text(tmp_path, "b.txt", "I: Hoe ging het?\nR: Goed.")
    assert len(reading.turns) == 2
    assert "lab-readers" in reading.notes[-1]
    with pytest.raises(BrokenReader):
        read_text(tmp_path, "b.lab", "iets")
    with pytest.raises(BrokenReader):
        read_text(tmp_path, "b.txt", "iets", ReadingOptions(format="lab"))


def test_a_person_can_name_the_reader_whatever_the_file_is_called(tmp_path: Path) -> None:
    content = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Ja</v>\n"
    assert read_text(tmp_path, "gesprek.opname", content, ReadingOptions(format="vtt")).speakers() == ("Anna",)
    with speaking("en"), pytest.raises(UnknownReader, match=r"“word”.*docx, .*sheet, .*vtt"):
        read_text(tmp_path, "gesprek.vtt", content, ReadingOptions(format="word"))


def test_a_wrong_name_for_a_file_is_a_sentence_with_every_reader(tmp_path: Path) -> None:
    from corpus.errors import CorpusError

    for reader in list_readers():
        for content in (b"I: Hoe?\nR: Goed.", b"PK\x03\x04kapot", b"%PDF-1.7", b"\x00\x01\x02", b"{}", b"[[]]"):
            try:
                read_text(tmp_path, "bestand.iets", content, ReadingOptions(format=reader.name))
            except CorpusError as problem:
                assert str(problem)


def test_a_file_of_one_document_gives_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("I: Hoe ging het?\nR: Goed.", encoding="utf-8")
    assert read_documents(tmp_path / "a.txt") == (read_document(tmp_path / "a.txt"),)
    with pytest.raises(NoTurns):
        read_documents(_written(tmp_path / "b.vtt", "WEBVTT\n"))


def _written(file: Path, content: str) -> Path:
    file.write_text(content, encoding="utf-8")
    return file


def test_every_reader_of_ours_has_a_module_of_its_name_and_suffixes() -> None:
    names = [each.name for each in OURS]
    assert len(names) == len(set(names))
    assert set(SUFFIXES) == {suffix for each in OURS for suffix in each.suffixes}
    assert all(each.module.endswith(f".{each.name}") for each in OURS)
