from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.pdf.hyphens import count_words, join_lines
from corpus.reading import LossKind
from tests.corpus.readers.pdf.printed import a_column, a_pdf, lost, read_pdf


@pytest.mark.parametrize(
    ("upper", "lower", "joined"),
    [
        ("de loonkosten-", "subsidie", "de loonkostensubsidie"),
        ("de re-", "integratie", "de re-integratie"),
        ("de re-", "gio", "de regio"),
        ("een PSO-", "trede", "een PSO-trede"),
        ("via UWV-", "adviseurs", "via UWV-adviseurs"),
        ("in Noord-", "Brabant", "in Noord-Brabant"),
        ("de 65-", "plussers", "de 65-plussers"),
        ("in-", "en uitstroom", "in- en uitstroom"),
        ("een no-", "riskpolis", "een no-riskpolis"),
        ("niet-", "westers", "niet-westers"),
        ("het be-", "eindigen", "het beëindigen"),
        ("auto-", "ongeluk", "auto-ongeluk"),
        ("gewone tekst", "gaat door", "gewone tekst gaat door"),
        ("een gedachte –", "streepje", "een gedachte – streepje"),
        ("met zacht\u00ad", "streepje", "met zachtstreepje"),
    ],
)
def test_a_word_broken_at_a_line_end_is_whole_again(upper: str, lower: str, joined: str) -> None:
    assert join_lines(upper, lower, Counter())[0] == joined


def test_the_word_as_it_stands_elsewhere_decides() -> None:
    words = count_words(["een hr-manager", "en een thuiszorg-", "medewerker zei", "de teamleider"])
    assert words["hr-manager"] == 1
    assert "thuiszorg" not in words
    assert join_lines("de team-", "leider", words) == ("de teamleider", "-")
    assert join_lines("de team-", "leider", Counter({"team-leider": 2})) == ("de team-leider", None)


def test_hyphens_that_went_are_in_the_loss_report(tmp_path: Path) -> None:
    reading = read_pdf(tmp_path, a_pdf(a_column("Zij kreeg loonkosten-", "subsidie en een re-", "integratietraject.")))
    assert reading.text == "Zij kreeg loonkostensubsidie en een re-integratietraject."
    assert lost(reading, LossKind.HYPHEN) == [("-", 1)]


@given(st.from_regex(r"[a-zé]{2,9}", fullmatch=True), st.from_regex(r"[a-zé]{2,9}", fullmatch=True))
def test_joining_loses_nothing_but_the_hyphen(stem: str, rest: str) -> None:
    joined, hyphen = join_lines(f"{stem}-", rest, Counter())
    plain = joined.replace("ë", "e").replace("ï", "i").replace("ü", "u").replace(" ", "")
    assert plain == (f"{stem}{rest}" if hyphen else f"{stem}-{rest}")
