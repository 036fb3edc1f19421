"""Each kind of rule on sentences of its own, with the traps that lie beside it."""

from __future__ import annotations

import pytest

from corpus.names.found import UNSURE
from corpus.names.known import Known
from corpus.pseudonyms import Suggester
from corpus.replacements import NameKind

RULES = Suggester()


def found(text: str, known: Known | None = None) -> list[tuple[str, str]]:
    """What is found with some certainty, with its kind."""
    suggester = Suggester(known) if known else RULES
    return [(text[each.start : each.end], each.kind.value) for each in suggester.suggest(text) if each.score >= UNSURE]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Bel me op 06 48 21 73 95 graag.", "06 48 21 73 95", "telefoon"),
        ("Bel (0546) 81 23 47.", "(0546) 81 23 47", "telefoon"),
        ("Bel +31 6 13579246.", "+31 6 13579246", "telefoon"),
        ("Bel 0031-613579246.", "0031-613579246", "telefoon"),
        ("Bel +49 171 234 5678 in Gronau.", "+49 171 234 5678", "telefoon"),
        ("Mail jo.bos+werk@post.example even.", "jo.bos+werk@post.example", "e-mail"),
        ("Dat is jobos apenstaartje post punt nl dus.", "jobos apenstaartje post punt nl", "e-mail"),
        ("Mijn bsn is 1112.22.333.", "1112.22.333", "bsn"),
        ("Het nummer 123456782 stond er.", "123456782", "bsn"),
        ("Naar NL91ABNA0417164300 dus.", "NL91ABNA0417164300", "iban"),
        ("Naar NL91 ABNA 0417 1643 00 BEDANKT.", "NL91 ABNA 0417 1643 00", "iban"),
        ("Wij zitten op 7602KD in de wijk.", "7602KD", "postcode"),
        ("Ik ben geboren op 14 maart 1986.", "14 maart 1986", "geboortedatum"),
        ("Hij is van 3-11-1979, zei hij.", "3-11-1979", "geboortedatum"),
        ("Ik ben van 1971, dus reken maar uit.", "1971", "geboortedatum"),
        ("Ik ben jarig op 21 september.", "21 september", "geboortedatum"),
        ("Geboortedatum: 14/9/'62 staat er.", "14/9/'62", "geboortedatum"),
        ("Ik ben nu 47 en moe.", "47", "leeftijd"),
        ("Ik ben zevenenveertig geworden.", "zevenenveertig", "leeftijd"),
        ("Een 58-jarige man kwam binnen.", "58", "leeftijd"),
        ("Toen ik 19 was ging het mis.", "19", "leeftijd"),
        ("Zij is 31 jaar oud.", "31", "leeftijd"),
        ("Op mijn 23e begon ik daar.", "23", "leeftijd"),
        ("Mevrouw van den Hoogenband belde.", "van den Hoogenband", "persoon"),
        ("Ik sprak dr. Ö. Korkmaz nog.", "Ö. Korkmaz", "persoon"),
        ("Ik heb Fatima el Idrissi gezien.", "Fatima el Idrissi", "persoon"),
        ("De brief was van Dijkstra, Sjoerd van der, zei ze.", "Dijkstra, Sjoerd van der", "persoon"),
        ("Mijn coach heet Xandelle en is lief.", "Xandelle", "persoon"),
        ("Wij kwamen uit 's-Hertogenbosch.", "'s-Hertogenbosch", "plaats"),
        ("In Alphen aan den Rijn was werk.", "Alphen aan den Rijn", "plaats"),
        ("Ze woont in Knollenveen nu.", "Knollenveen", "plaats"),
        ("Op de Molenstraat 12 was het.", "Molenstraat 12", "plaats"),
        ("Bij Garage Tolhuis kon ik blijven.", "Garage Tolhuis", "werkgever"),
        ("Ik zat bij de bakkerij Van Dopperen.", "Van Dopperen", "werkgever"),
        ("Dat was Ter Braak Techniek, dacht ik.", "Ter Braak Techniek", "werkgever"),
        ("Ik belde het Werkplein Salland.", "Werkplein Salland", "kantoor"),
        ("De wethouder van Twenterand kwam.", "wethouder van Twenterand", "functie"),
    ],
)
def test_what_says_who_somebody_is_is_found(text: str, words: str, kind: str) -> None:
    assert (words, kind) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op 03-11-2019 10:30 begon de vergadering van 1234567.",
        "De brief van 3 april 2023 kwam te laat.",
        "Het kostte 1234 AB-punten en 4711 stuks.",
        "Bestelnummer 123456789 ligt klaar, 1.112.223 stuks.",
        "Bel 112, of 0900 1234.",
        "Ik ben 47 minuten onderweg en 30 kilo kwijt.",
        "Wij waren met 58 mensen en ik ben 80% afgekeurd.",
        "Het UWV, SZW en de Wmo zeggen dat.",
        "De Wet banenafspraak en de Participatiewet gelden dan.",
        "Bron: eigen onderzoek. Tip: bel eerst. Box 2 zegt meer.",
        "In mei, op een Maandag, spraken wij Nederlands.",
        "De jongens van de bakker kochten een roos aan de beek.",
        "Bakker is een mooi vak. Visser ook.",
        "De directeur van de zaak en de burgemeester lachten.",
        "Zie https://www.rijksoverheid.example/Onderwerpen/Jan-Jansen en verder.",
        "Een ADHD-diagnose en een UWV-kantoor, dat wel.",
    ],
)
def test_what_says_nothing_of_anybody_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_what_is_left_with_a_capital_is_offered_below_all_else() -> None:
    text = "Ik kreeg er een Kwibus bij."
    (only,) = RULES.suggest(text)
    assert (text[only.start : only.end], only.kind) == ("Kwibus", NameKind.OTHER)
    assert only.score < UNSURE


def test_a_name_is_found_again_where_nothing_else_tells_it() -> None:
    text = "Mijn coach heet Xandelle. Toen zei Xandelle niets. Xandelle zweeg, en Xandelles zus ook."
    spans = [(text[each.start : each.end], each.ending) for each in RULES.suggest(text)]
    assert spans == [("Xandelle", ""), ("Xandelle", ""), ("Xandelle", ""), ("Xandelles", "s")]


SHEET = Known({"P01": ("Karel de Wit", "Kareltje", "KdW", "06 48217395"), "P02": ("Roos Çelik", "roos@post.example")})


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("toen kwam karel langs", "karel", "P01"),
        ("Dat is Karels fiets.", "Karels", "P01"),
        ("De Wit zei niets.", "De Wit", "P01"),
        ("Volgens K. de Wit niet.", "K. de Wit", "P01"),
        ("Van de Wit, Karel kwam post.", "de Wit, Karel", "P01"),
        ("Ik vroeg het KdW nog.", "KdW", "P01"),
        ("Ik zag Roos Celik daar.", "Roos Celik", "P02"),
        ("Bel 0648217395 maar.", "0648217395", "P01"),
        ("Mail ROOS@post.example maar.", "ROOS@post.example", "P02"),
    ],
)
def test_participants_are_found_in_all_their_forms(text: str, words: str, code: str) -> None:
    finds = {text[each.start : each.end]: each for each in Suggester(SHEET).suggest(text)}
    assert finds[words].code == code


def test_a_participant_whose_name_is_a_word_needs_the_capital() -> None:
    assert found("ik kreeg een roos op een wit bord", SHEET) == []


def test_a_name_of_two_participants_is_nobodys_in_particular() -> None:
    both = Known({"P01": ("Karel Wit",), "P02": ("Karel Zwart",)})
    (find,) = Suggester(both).suggest("toen kwam Karel binnen")
    assert find.code is None


def test_a_participant_is_found_in_an_address_on_the_web_but_not_in_one_of_the_government() -> None:
    social = "Zie https://netwerk.example/in/karel-de-wit nu."
    public = "Zie https://wetten.example/karel-de-wit nu."
    assert [social[each.start : each.end] for each in Suggester(SHEET).suggest(social)] == ["karel-de-wit"]
    assert Suggester(SHEET).suggest(public) == ()
