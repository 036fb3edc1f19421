from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.errors import NotWhatItSays, OldOrProtected, UnsafeFile
from corpus.readers import read_document
from corpus.reading import LossKind
from tests.corpus.readers.files import a_package, read_text, spoken

NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("manifest", "manifest"),
    )
)


def an_odt(body: str, *, pages: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this XML as its text and in its page styles."""
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    return a_package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content{NAMES}>{text}</office:document-content>",
            "styles.xml": f"<office:document-styles{NAMES}>{pages}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest{NAMES}>{manifest}</manifest:manifest>",
        }
    )


def _cell(text: str) -> str:
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def _table(*rows: tuple[str, ...]) -> str:
    inner = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return f"<table:table><table:table-column/>{inner}</table:table>"


def test_paragraphs_with_breaks_tabs_and_spaces_are_turns(tmp_path: Path) -> None:
    body = (
        "<text:h>Gesprek 4</text:h><text:p>I:<text:tab/>Hoe ging het?<text:line-break/>En nu?</text:p>"
        '<text:section><text:p>R1: <text:span>Heel</text:span><text:s text:c="2"/>goed<text:s/>hoor'
        "<text:soft-page-break/>.</text:p></text:section><text:p>Ja.</text:p>"
    )
    reading = read_text(tmp_path, "a.odt", an_odt(body))
    assert spoken(reading) == [("I", "Hoe ging het?\nEn nu?"), ("R1", "Heel  goed hoor.\n\nJa.")]
    assert (reading.format, reading.title) == ("odt", "Gesprek 4")


def test_notes_comments_deleted_text_and_page_headers_are_losses(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>I: Hoe?<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Lacht.</text:p></text:note-body></text:note></text:p>"
        "<text:p>R1: Goed<office:annotation><text:p>Nagaan</text:p></office:annotation>.</text:p>"
    )
    page = "<style:{0}><text:p>{1}</text:p></style:{0}>"
    pages = page.format("header", "Vertrouwelijk") + page.format("footer", "Bureau X")
    reading = read_text(tmp_path, "a.odt", an_odt(body, pages=pages))
    assert spoken(reading) == [("I", "Hoe?"), ("R1", "Goed.")]
    assert {(loss.kind, loss.text) for loss in reading.losses if loss.kind is not LossKind.LABEL} == {
        (LossKind.DELETED, "Weg"),
        (LossKind.FOOTNOTE, "Lacht."),
        (LossKind.FOOTNOTE, "Nagaan"),
        (LossKind.PAGE, "Vertrouwelijk"),
        (LossKind.PAGE, "Bureau X"),
    }


def test_tables_lists_and_frames_are_read(tmp_path: Path) -> None:
    rows = (("Spreker", "Tekst"), ("I", "Hoe?"), ("R1", "Goed."))
    reading = read_text(tmp_path, "a.odt", an_odt(f"<text:p>Gesprek</text:p>{_table(*rows)}"))
    assert spoken(reading) == [("I", "Hoe?"), ("R1", "Goed.")]
    frame = "<draw:frame><draw:text-box><text:p>R1: Goed.</text:p></draw:text-box></draw:frame>"
    listed = f"<text:list><text:list-item><text:p>I: Hoe?{frame}</text:p></text:list-item></text:list>"
    assert spoken(read_text(tmp_path, "b.odt", an_odt(listed))) == [("I", "Hoe?"), ("R1", "Goed.")]
    boxed = _table(("I: Hoe?",)) + "<text:p>R1: Goed.</text:p>"
    assert spoken(read_text(tmp_path, "c.odt", an_odt(boxed))) == [("I", "Hoe?"), ("R1", "Goed.")]


def test_two_tables_of_turns_are_one_conversation(tmp_path: Path) -> None:
    head = ("Spreker", "Tekst")
    body = f"{_table(head, ('I', 'Hoe?'))}<text:p>Pauze</text:p>{_table(head, ('R1', 'Goed.'))}"
    assert spoken(read_text(tmp_path, "a.odt", an_odt(body))) == [("I", "Hoe?"), ("R1", "Goed.")]


def test_a_file_with_a_password_with_entities_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    with pytest.raises(OldOrProtected):
        read_text(tmp_path, "a.odt", an_odt("<text:p>I: Hoe?</text:p>", manifest=locked))
    mimetype: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(UnsafeFile):
        read_text(tmp_path, "b.odt", a_package({**mimetype, "content.xml": bomb}))
    for content in ("<x/>", "<x", ""):
        with pytest.raises(NotWhatItSays):
            read_text(tmp_path, "c.odt", a_package({**mimetype, "content.xml": content}))
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "d.odt", "I: Hoe?")


def test_too_many_spaces_or_levels_do_no_harm(tmp_path: Path) -> None:
    spaces = '<text:p>I: Hoe<text:s text:c="999999999999"/>dan?</text:p>'
    assert len(read_text(tmp_path, "a.odt", an_odt(spaces)).text) < 1000
    deep = "<text:section>" * 5000 + "<text:p>I: Hoe?</text:p>" + "</text:section>" * 5000
    with pytest.raises(NotWhatItSays):
        read_text(tmp_path, "b.odt", an_odt(deep))


def test_prose_is_prose(tmp_path: Path) -> None:
    assert read_text(tmp_path, "a.odt", an_odt("<text:p>Een stuk.</text:p>")).kind is DocumentKind.POLICY


@given(st.lists(st.text(alphabet="abc é<&>|.,😀", min_size=1, max_size=20), min_size=1, max_size=6))
def test_every_sign_of_every_paragraph_is_spoken(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    body = "".join(f"<text:p>R{place}: nou {escape(text)}</text:p>" for place, text in enumerate(texts, start=1))
    file = tmp_path_factory.mktemp("odt") / "a.odt"
    file.write_bytes(an_odt(body))
    assert spoken(read_document(file)) == [
        (f"R{place}", f"nou {text}".strip()) for place, text in enumerate(texts, start=1)
    ]
