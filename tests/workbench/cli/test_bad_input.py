"""Bad files through `draad import`: a sentence for each, nothing of them in the study, and the good one beside them."""

from __future__ import annotations

from pathlib import Path

from corpus.documents import Document
from study.folder import open_study
from tests.corpus.readers.files import a_package
from tests.workbench.command import really

GOOD = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hoe ging het?</v>\n"
BAD = {
    "leeg.txt": b"",
    "afgekapt.docx": a_package({"word/document.xml": "<w:p/>"})[:60],
    "geheim.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "verkeerd.pdf": b"I: Hoe?\nR: Goed.",
    "breed.csv": b"auteur;tekst\nEls;Ja\nBo;Nee; maar toch;3\n",
    "tijden.vtt": GOOD + b"\nstraks --> later\nNiet goed.\n",
    "gemengd.txt": "R: Eén café en een coördinator.\n".encode() + "R: Naïef.\n".encode("cp1252"),
}


def _put(folder: Path) -> list[Path]:
    files = {"goed.vtt": GOOD, **BAD}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_every_bad_file_is_refused_with_a_sentence_and_the_good_one_comes_in(tmp_path: Path) -> None:
    files = _put(tmp_path)
    really("--lang", "en", "new", "mijn", folder=tmp_path)
    done = really("--lang", "en", "-s", "mijn", "import", *files, "-p", "werkgever", folder=tmp_path)
    assert done.code != 0
    assert "Traceback" not in done.out + done.err
    for name in BAD:
        assert f"“{name}”" in done.out + done.err, name
    with open_study(tmp_path / "mijn").reading() as store:
        assert [each.source for each in store.find(Document)] == ["goed.vtt"]


def test_what_is_sound_comes_in_when_that_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "tijden.vtt"
    file.write_bytes(BAD["tijden.vtt"])
    really("--lang", "en", "new", "mijn", folder=tmp_path)
    done = really("--lang", "en", "-s", "mijn", "import", file, "-p", "werkgever", "--only-sound", folder=tmp_path)
    assert done.code == 0, done.err
    with open_study(tmp_path / "mijn").reading() as store:
        assert [each.text for each in store.find(Document)] == ["Hoe ging het?"]
