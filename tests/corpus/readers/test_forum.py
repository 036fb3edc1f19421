from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import DocumentKind
from corpus.errors import CorpusError, UnknownShape
from corpus.readers import read_document
from corpus.reading import LossKind, Reading
from tests.corpus.readers.files import read_text, spoken

PHPBB = """<!DOCTYPE html><html><head><title>Wachten - Forum</title><style>p {color: red}</style></head><body>
<h1>Wachten op een jobcoach</h1><div id="menu">Inloggen <a href="/">Start</a></div>
<div class="post bg1" id="p11"><div class="postbody"><h3><a href="#">Wachten</a></h3>
<p class="author">door <a class="username" href="/u1">Els Vos</a>
» <time datetime="2026-03-01T08:15:00">zo 1 mrt</time></p>
<div class="content">Bij ons duurde het lang.<br>
 Een half   jaar &amp; meer <img class="smilies" alt="🙂" src="x.gif">
</div><div class="signature">Groet, Els</div></div></div>
<div class="post bg2" id="p12"><div class="postbody"><h3><a href="#">Re: Wachten</a></h3>
<p class="author">door <a class="username" href="/u2">Bo</a> » <time datetime="2026-03-02T10:00:00">ma 2 mrt</time></p>
<div class="content"><blockquote><div><cite>Els Vos schreef:</cite>Bij ons duurde het lang.</div></blockquote>
Bij mij ook.</div>
</div></div><div id="footer">Gemaakt met liefde</div><script>var x = "geheim";</script></body></html>"""

WORDPRESS = """<html><body><article class="entry"><h1>Nazorg</h1><p>Wat helpt?</p></article>
<ol class="comment-list"><li class="comment even depth-1" id="comment-1"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Els</b>
<span class="says">zegt:</span></div>
<div class="comment-metadata"><time datetime="2026-03-01T08:15:00">1 maart</time></div></footer>
<div class="comment-content"><p>Elke week bellen.</p><p>Meer niet.</p></div></article>
<ol class="children"><li class="comment odd alt depth-2" id="comment-2"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Bo</b>
<span class="says">zegt:</span></div>
<div class="comment-metadata"><time datetime="2026-03-02T08:15:00">2 maart</time></div></footer>
<div class="comment-content"><p>Dat is te weinig.</p></div></article></li></ol></li>
<li class="comment even depth-1" id="comment-3"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Cor</b></div></footer>
<div class="comment-content"><p>Hier ook.</p></div></article></li></ol></body></html>"""

SCHEMA = """<h1>Werk</h1>
<div itemscope itemtype="https://schema.org/DiscussionForumPosting" class="topic-body crawler-post" id="post_1">
<span class="creator" itemprop="author" itemscope><a href="#"><span itemprop="name">els</span></a></span>
<time itemprop="datePublished" datetime="2026-03-01T08:15:00Z">1 maart</time>
<div class="post" itemprop="text"><aside class="quote"><div class="title">bo:</div>
<blockquote>Hoe dan?</blockquote></aside>
<p>Zo dus.</p></div><span class="post-likes">3 vind-ik-leuks</span></div>
<div itemscope itemtype="https://schema.org/DiscussionForumPosting" class="topic-body crawler-post" id="post_2">
<span class="creator" itemprop="author" itemscope><a href="#"><span itemprop="name">bo</span></a></span>
<div class="post" itemprop="text"><p>Dank.</p></div></div>"""


def test_a_page_of_phpbb_gives_its_posts_and_names_what_is_quoted(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "wachten.html", PHPBB)
    assert (reading.kind, reading.format, reading.certainty) == (DocumentKind.COMMUNITY, "forum", 0.9)
    assert spoken(reading) == [
        ("Els Vos", "Bij ons duurde het lang.\nEen half jaar & meer 🙂"),
        ("Bo", "Bij mij ook."),
    ]
    first = reading.turns[0]
    assert (first.key, first.thread, first.posted_at) == ("p11", "Wachten op een jobcoach", "2026-03-01T08:15:00")
    quoted = [loss.text for loss in reading.losses if loss.kind is LossKind.QUOTED]
    assert len(quoted) == 1
    assert "Els Vos schreef:" in quoted[0]
    beside = {loss.kind: loss.text for loss in reading.losses if loss.kind in (LossKind.SYSTEM, LossKind.HEADER)}
    assert "Gemaakt met liefde" in beside[LossKind.HEADER]
    assert any("Groet, Els" in loss.text for loss in reading.losses if loss.kind is LossKind.SYSTEM)
    assert "geheim" not in reading.text


def test_comments_inside_comments_answer_them(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "nazorg.htm", WORDPRESS)
    assert spoken(reading) == [
        ("Els", "Elke week bellen.\n\nMeer niet."),
        ("Bo", "Dat is te weinig."),
        ("Cor", "Hier ook."),
    ]
    assert [turn.reply_to for turn in reading.turns] == [None, 0, None]
    assert reading.certainty == 0.8


def test_a_page_that_names_its_posts_for_machines_is_read_by_those_names(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "werk.html", SCHEMA)
    assert spoken(reading) == [("els", "Zo dus."), ("bo", "Dank.")]
    assert [turn.likes for turn in reading.turns] == [3, 0]
    assert any("Hoe dan?" in loss.text for loss in reading.losses if loss.kind is LossKind.QUOTED)


def test_a_plain_page_of_articles_is_known_by_its_names_and_paragraphs(tmp_path: Path) -> None:
    page = "".join(
        f'<div class="reactie"><b class="gebruikersnaam">{who}</b><i class="datum">01-03-2026 08:1{place}</i>'
        f"<p>Nou {place}.</p><p>Zo is het.</p></div>"
        for place, who in enumerate(["Els", "Bo"])
    )
    reading = read_text(tmp_path, "a.html", page)
    assert spoken(reading) == [("Els", "Nou 0.\n\nZo is het."), ("Bo", "Nou 1.\n\nZo is het.")]
    assert reading.turns[1].posted_at == "2026-03-01T08:11:00"


@pytest.mark.parametrize(
    "page",
    [
        "Zomaar tekst",
        "<p>Een</p><p>Twee</p>",
        '<div class="post"><b class="author">Els</b><p>Een.</p></div>',
        "<",
        "a.html",
    ],
)
def test_a_page_without_posts_that_come_back_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(UnknownShape):
        read_text(tmp_path, "a.html", page)


def test_a_page_of_a_thousand_levels_is_read_or_refused(tmp_path: Path) -> None:
    post = '<div class="post"><b class="author">Els</b><p>Ja.</p>'
    try:
        reading = read_text(tmp_path, "a.html", post * 1000)
    except CorpusError:
        return
    assert reading.turns


def _signs(reading: Reading) -> str:
    return "".join((reading.text + "".join(each.text for each in reading.losses)).split())


NAMES = st.sampled_from(["Els", "Bo Vos", "Cor & co"])
WORDS = st.text(alphabet="abc é<&>|.,😀'\"", min_size=1, max_size=20)


@settings(max_examples=60)
@given(st.lists(st.tuples(NAMES, WORDS), min_size=2, max_size=6))
def test_every_post_is_given_back_with_its_signs(
    tmp_path_factory: pytest.TempPathFactory, posts: list[tuple[str, str]]
) -> None:
    blocks = (
        f'<div class="post"><b class="author">{escape(who)}</b><div class="content">Nou {escape(text)}</div></div>'
        for who, text in posts
    )
    file = tmp_path_factory.mktemp("forum") / "a.html"
    file.write_text("".join(blocks), encoding="utf-8")
    expected = [(who, " ".join(f"Nou {text}".split())) for who, text in posts]
    assert [(who, " ".join(text.split())) for who, text in spoken(read_document(file))] == expected


PIECES = [
    '<div class="post">',
    "</div>",
    '<b class="author">Els</b>',
    "<p>Ja",
    "</p>",
    "<blockquote>",
    "<td>",
    "<!--",
    "&#x;",
]


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from([*PIECES, '<time datetime="x">', "<script>", "]]>", "<![CDATA[", "é", "<a/>"]), max_size=30
    )
)
def test_html_of_any_shape_gives_a_reading_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    file = tmp_path_factory.mktemp("forum") / "a.html"
    file.write_text("x" + "".join(pieces), encoding="utf-8")
    try:
        read_document(file)
    except CorpusError as problem:
        assert "a.html" in str(problem)
