from __future__ import annotations

from fractions import Fraction

from synthesis.grounding import ground_statement


def test_a_real_stem_finds_what_a_prefix_does_not() -> None:
    said = ["de wachttijden aan de telefoon zijn veel te lang"]
    assert ground_statement("lange wachttijd telefonisch", said).new_words == ("telefonisch",)


def test_an_invented_statement_asks_for_a_reason() -> None:
    grounding = ground_statement("Waarderen deskundige begeleiding", ["Niemand belde terug."])
    assert (grounding.covered, grounding.asks_for_a_reason) == (Fraction(0), True)


def test_half_of_the_words_is_enough() -> None:
    assert not ground_statement("jobcoach zwijgt", ["de jobcoach belde"]).asks_for_a_reason


def test_a_denial_that_nobody_uttered_is_seen() -> None:
    assert ground_statement("Krijgen geen reactie", ["we kregen een reactie"]).negation_differs
    assert not ground_statement("Krijgen geen reactie", ["we kregen nooit een reactie"]).negation_differs


def test_a_denial_that_got_lost_is_seen() -> None:
    assert ground_statement("Krijgen een reactie", ["we kregen geen reactie.", "nooit!"]).negation_differs
    assert not ground_statement("Krijgen een reactie", ["geen reactie", "soms een reactie"]).negation_differs


def test_a_statement_without_content_is_covered() -> None:
    assert ground_statement("ja", []).covered == 1
