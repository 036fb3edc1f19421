from __future__ import annotations

import pytest

from corpus.errors import (
    BracketOpen,
    NearWithoutWords,
    NothingToFind,
    OnlyLeftOut,
    OperatorAlone,
    QueryError,
    QueryTooLong,
    QuoteOpen,
    StarMisplaced,
    TooFarApart,
)
from corpus.search.parsing import parse_query
from corpus.search.query import All, Either, Field, Near, Run, Without

COACH, LOON, UWV = Run(("coach",)), Run(("lon",)), Run(("uwv",))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Coach", COACH),
        ("coach loon", All((COACH, LOON))),
        ("coach EN loon", All((COACH, LOON))),
        ("coach AND loon", All((COACH, LOON))),
        ("coach en loon", All((COACH, Run(("en",)), LOON))),
        ("coach OF loon uwv", Either((COACH, All((LOON, UWV))))),
        ("(coach OR loon) uwv", All((Either((COACH, LOON)), UWV))),
        ("coach NIET uwv", Without(COACH, (UWV,))),
        ("coach -uwv loon", Without(All((COACH, LOON)), (UWV,))),
        ("-uwv coach", Without(COACH, (UWV,))),
        ("coach EN NIET (uwv OF loon)", Without(COACH, (Either((UWV, LOON)),))),
        ("coach - loon", All((COACH, LOON))),
        ("“De Coaches”", Run(("de", "coaches"), Field.WORDS)),
        ('"de loonw*"', Run(("de", "loonw"), Field.WORDS, is_open=True)),
        ("loonw*", Run(("loonw",), Field.WORDS, is_open=True)),
        ("re-integratie", Run(("re", "integratie"))),
        ("coach ~3 loon", Near((COACH,), (LOON,), 3)),
        ("coach BIJ loon", Near((COACH,), (LOON,))),
        ("coach NEAR/3 (loon OF uwv)", Near((COACH,), (LOON, UWV), 3)),
        ("coach ~ loon ~2 uwv", All((Near((COACH,), (LOON,)), Near((LOON,), (UWV,), 2)))),
        ("coach () , …", COACH),
    ],
)
def test_what_is_typed_is_understood(typed: str, meant: object) -> None:
    assert parse_query(typed) == meant


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", NothingToFind),
        (" - … ()", NothingToFind),
        ('"de coach', QuoteOpen),
        ("(coach", BracketOpen),
        ("coach)", BracketOpen),
        ("*", StarMisplaced),
        ("l*", StarMisplaced),
        ("lo*n", StarMisplaced),
        ('"lo* n"', StarMisplaced),
        ("coach EN", OperatorAlone),
        ("OF coach", OperatorAlone),
        ("coach EN OF loon", OperatorAlone),
        ("coach NIET", OperatorAlone),
        ("coach ~", OperatorAlone),
        ("coach ~ -loon", OperatorAlone),
        ("NIET coach", OnlyLeftOut),
        ("coach OF -loon", OnlyLeftOut),
        ("(coach loon) ~ uwv", NearWithoutWords),
        ("coach ~31 loon", TooFarApart),
        ("coach " * 31, QueryTooLong),
        ("a" * 501, QueryTooLong),
        ("(" * 11 + "coach" + ")" * 11, QueryTooLong),
    ],
)
def test_what_cannot_be_understood_gets_a_sentence(typed: str, error: type[QueryError]) -> None:
    with pytest.raises(error):
        parse_query(typed)
