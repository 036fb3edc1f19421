"""What an export of posts holds beside the words of their authors."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import UnknownDelimiter
from corpus.linking import segment
from corpus.reading import LossKind, Reading, ReadingOptions, make_document
from corpus.segments import Role
from tests.corpus.readers.files import read_text, spoken

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
LONG = "Bij ons op kantoor weet niemand wie de jobcoach eigenlijk betaalt."


def _losses(reading: Reading, kind: LossKind) -> list[str]:
    return [loss.text for loss in reading.losses if loss.kind == kind]


def test_html_goes_out_as_markup_with_its_line_breaks_kept_and_entities_as_signs(tmp_path: Path) -> None:
    content = 'auteur;tekst\nEls;"<p>Ja&nbsp;hoor,<br />R&amp;D.</p><p>Caf&eacute; <b>Dok</b></p>"\nBo;Kaal\n'
    reading = read_text(tmp_path, "c.csv", content)
    assert spoken(reading) == [("Els", "Ja\xa0hoor,\nR&D.\n\nCafé Dok"), ("Bo", "Kaal")]
    assert _losses(reading, LossKind.MARKUP) == ["<p> <br /> </p> <p> <b> </b> </p>"]


def test_signs_that_only_look_like_html_stay(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "auteur;tekst\nEls;1 < 2 > 0 bij <naam werkgever> van R&D & co\n")
    assert spoken(reading) == [("Els", "1 < 2 > 0 bij <naam werkgever> van R&D & co")]
    assert reading.losses == ()


def test_scripts_and_comments_are_never_words(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", 'auteur;tekst\nEls;"<script>alert(1)</script><!-- nep -->Echt"\n')
    assert spoken(reading) == [("Els", "Echt")]


@pytest.mark.parametrize(
    ("post", "own", "quote"),
    [
        ("> " + LONG + "\nDat klopt.", "Dat klopt.", "> " + LONG + "\n"),
        ("Els schreef:\n> niemand weet het\n\nDat klopt.", "Dat klopt.", "Els schreef:\n> niemand weet het\n"),
        ("[quote=Els]Niemand [quote]weet[/quote] het[/quote]Klopt.", "Klopt.", "[quote]weet[/quote]"),
        (
            "<blockquote>Niemand weet het</blockquote><p>Klopt.</p>",
            "Klopt.",
            "<blockquote>Niemand weet het</blockquote>",
        ),
        (LONG + "\nKlopt.", "Klopt.", LONG),
    ],
)
def test_what_a_post_quotes_of_another_is_never_counted_as_its_own(
    tmp_path: Path, post: str, own: str, quote: str
) -> None:
    content = f'id;op;auteur;tekst\n1;;Els;{LONG}\n2;1;Bo;"{post}"\n'
    reading = read_text(tmp_path, "c.csv", content, ReadingOptions(columns={"parent": "op"}))
    assert spoken(reading) == [("Els", LONG), ("Bo", own)]
    assert _losses(reading, LossKind.QUOTED)[0] == quote


@pytest.mark.parametrize("post", ["> 50 uur per week", "a > b", "Ja, dat heb ik ook.", "[quote] open", LONG])
def test_what_only_looks_like_a_quote_stays_with_its_author(tmp_path: Path, post: str) -> None:
    content = f'id;reactie_op;auteur;tekst\n1;;Els;"{LONG}\nJa, dat heb ik ook."\n2;1;Bo;{post}\n'
    assert spoken(read_text(tmp_path, "c.csv", content))[1] == ("Bo", post)


@pytest.mark.parametrize(
    ("cell", "likes"),
    [("3", 3), ("2,0", 2), ("👍 3, ❤️ 1", 4), ("👍 3 | 👎 2", 3), ("❤️❤️", 2), ("5 likes", 5), ("veel", 0)],
)
def test_reactions_are_counted_as_agreement_however_they_are_written(tmp_path: Path, cell: str, likes: int) -> None:
    reading = read_text(tmp_path, "c.csv", f'auteur;tekst;likes\nEls;Ja;"{cell}"\n')
    assert reading.turns[0].likes == likes
    assert "".join(loss.text for loss in reading.losses) == ("" if cell.isdecimal() else cell)


def test_several_columns_of_reactions_are_added_up(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "auteur;tekst;likes;hartjes;👍;👎\nEls;Ja;1;2;3;4\n")
    assert reading.turns[0].likes == 6
    assert _losses(reading, LossKind.COLUMN) == ["👎\n4"]


def test_a_post_that_is_in_the_file_twice_is_one_turn_and_its_replies_answer_that(tmp_path: Path) -> None:
    content = "id;reactie_op;auteur;tekst\n1;;Els;Ja.\n1;;Els;Ja.\n2;1;Bo;Nee.\n3;;Bo;Ja.\n1;;Els;Ja, toch.\n"
    reading = read_text(tmp_path, "c.csv", content)
    assert [text for _, text in spoken(reading)] == ["Ja.", "Nee.", "Ja.", "Ja, toch."]
    assert reading.turns[1].reply_to == 0
    assert _losses(reading, LossKind.DOUBLED) == ["Ja."]


@pytest.mark.parametrize(
    "author",
    ["[verwijderd]", "", "Deleted user", "Verwijderde gebruiker 12", "[deleted]", "Anoniem", "account verwijderd"],
)
def test_a_deleted_author_is_a_voice_of_the_group_and_no_respondent(tmp_path: Path, author: str) -> None:
    reading = read_text(tmp_path, "c.csv", f"auteur;tekst\nEls;Ja.\n{author};Nee.\n")
    assert spoken(reading) == [("Els", "Ja."), (None, "Nee.")]
    assert reading.speakers() == ("Els",)
    document = make_document(reading, study_id=STUDY)
    assert [each.role for each in segment(document, reading, study_id=STUDY)] == [Role.RESPONDENT, Role.GROUP]


@pytest.mark.parametrize("text", ["[verwijderd]", "[deleted]", "(bericht verwijderd door moderator)"])
def test_a_text_that_was_taken_away_is_no_turn(tmp_path: Path, text: str) -> None:
    reading = read_text(tmp_path, "c.csv", f"auteur;tekst\nEls;Ja.\nBo;{text}\nBo;Dat is verwijderd.\n")
    assert [said for _, said in spoken(reading)] == ["Ja.", "Dat is verwijderd."]
    assert _losses(reading, LossKind.NO_TEXT) == [text]


def test_replies_to_replies_keep_their_tree_in_whatever_order_they_stand(tmp_path: Path) -> None:
    content = "id;reactie_op;auteur;tekst\n4;3;Els;d\n3;2;Bo;c\n2;1;Els;b\n1;;Bo;a\n"
    assert [turn.reply_to for turn in read_text(tmp_path, "c.csv", content).turns] == [1, 2, 3, None]


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("43160,34375", "2018-03-01T08:15:00"),
        ("43160", "2018-03-01"),
        ("01-03-2018 8u15", "2018-03-01T08:15:00"),
        ("1 maart 2018 om 08.15 uur", "2018-03-01T08:15:00"),
        ("2018-03-01 08:15:30,500", "2018-03-01T08:15:30"),
    ],
)
def test_dates_are_read_as_dutch_programs_write_them(tmp_path: Path, date: str, iso: str) -> None:
    reading = read_text(tmp_path, "c.csv", f"auteur;datum;tekst\nEls;{date};Ja.\n")
    assert reading.turns[0].posted_at == iso


def test_a_reading_says_which_columns_it_took_and_how_sure_it_is(tmp_path: Path) -> None:
    sure = read_text(tmp_path, "a.csv", "gebruiker;bericht;kleur\nEls;Ja;rood\n")
    assert (sure.columns, sure.certainty) == ({"text": "bericht", "author": "gebruiker"}, 1.0)
    assert sure.headers == ("gebruiker", "bericht", "kleur")
    assert read_text(tmp_path, "b.csv", "naam;antwoord\nEls;Ja\n").certainty < 1
    wrong = read_text(tmp_path, "d.csv", f"auteur;post;verhaal\nEls;17;{LONG}\nBo;18;{LONG}\n")
    assert wrong.certainty < 0.5
    assert "verhaal" in wrong.notes[-1]
    given = ReadingOptions(columns={"text": "verhaal", "author": "auteur"})
    assert read_text(tmp_path, "e.csv", f"auteur;post;verhaal\nEls;17;{LONG}\n", given).certainty == 1


def test_the_delimiter_that_a_person_names_is_taken(tmp_path: Path) -> None:
    content = "auteur/tekst\nEls/Ja; nee, of\n"
    assert spoken(read_text(tmp_path, "c.csv", content, ReadingOptions(delimiter="/"))) == [("Els", "Ja; nee, of")]
    with pytest.raises(UnknownDelimiter):
        read_text(tmp_path, "c.csv", content, ReadingOptions(delimiter="//"))


def test_the_line_in_which_excel_names_its_delimiter_is_obeyed(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "c.csv", "sep=,\nauteur,tekst\nEls,Ja; nee\n")
    assert spoken(reading) == [("Els", "Ja; nee")]
    assert _losses(reading, LossKind.HEADER) == ["sep="]


PIECES = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<br>", "<b>ja</b>", "<blockquote>", "</blockquote>", "[quote=Els]", "[/quote]", "\n", "> wie",
         "Els schreef:\n", "nou ", "<script>", "</script>", "<!--", "-->", LONG, "[verwijderd]", "\u00ad", "é "]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(posts=st.lists(st.tuples(PIECES, st.booleans()), min_size=1, max_size=5))
def test_whatever_a_post_holds_every_sign_is_in_a_turn_or_in_a_loss(
    tmp_path: Path, posts: list[tuple[str, bool]]
) -> None:
    stream = io.StringIO()
    rows = csv.writer(stream, delimiter=";")
    rows.writerow(["id", "reactie_op", "auteur", "tekst"])
    rows.writerow([0, "", "Els", LONG])
    for number, (post, is_reply) in enumerate(posts, start=1):
        rows.writerow([number, number - 1 if is_reply else "", "Bo", post])
    reading = read_text(tmp_path, "c.csv", stream.getvalue())
    nameless = sum(1 for post, _ in posts if not post.replace("\u00ad", "").strip())
    kept = _signs(reading.text) + sum((_signs(loss.text) for loss in reading.losses), Counter())
    expected = _signs(LONG) + sum((_signs(post) for post, _ in posts), Counter()) + _signs("Bo" * nameless)
    assert kept == expected


def _signs(text: str) -> Counter[str]:
    return Counter(each for each in text if not each.isspace())
