from __future__ import annotations

from dataclasses import replace

from synthesis.quotes import LARGEST_POOL, Quote, choose_quotes, find_medoid_quote, gather_candidates


def quote(number: int, text: str, person: str | None = "w1") -> Quote:
    return Quote(
        f"c{number}",
        text,
        f"d-{person}",
        f"{person}.vtt",
        100 * number,
        100 * number + len(text),
        participant_id=person,
    )


SAME = [
    quote(1, "De jobcoach belde nooit terug na mijn vraag", "w1"),
    quote(2, "De jobcoach belde mij eindelijk terug gisteren", "w2"),
    quote(3, "Het formulier was veel te lang voor mij", "w3"),
    quote(4, "Mijn jobcoach belde na die vraag nooit", "w4"),
]


def test_the_medoid_comes_first_and_nobody_is_quoted_twice() -> None:
    double = [*SAME, quote(5, "De jobcoach belde nooit meer na mijn vraag", "w1")]
    chosen = choose_quotes(double)
    assert chosen[0] == find_medoid_quote(double)
    assert len({each.participant_id for each in chosen}) == len(chosen) == 3


def test_the_order_of_the_passages_changes_nothing() -> None:
    assert choose_quotes(SAME) == choose_quotes(SAME[::-1])


def test_the_second_quote_is_unlike_the_first() -> None:
    near = [quote(1, "fiets trein auto tram", "w1"), quote(2, "fiets trein auto boot", "w2")]
    far = quote(3, "koe paard geit schaap", "w3")
    apart = [quote(4, "fiets trein auto vliegtuig", "w4"), far]
    chosen = choose_quotes([*near, *apart], limit=2)
    assert far in choose_quotes([*near, *apart], limit=4)
    assert far not in chosen  # nearness weighs more than being different


def test_one_contra_quote_is_added_from_somebody_else() -> None:
    contra = [quote(7, "Ze belden mij juist elke week", "w1"), quote(8, "Bij mij werd er netjes teruggebeld", "w9")]
    chosen = choose_quotes(SAME[:1], contra)
    assert [(each.coding_id, each.contra) for each in chosen] == [("c1", False), ("c8", True)]


def test_who_says_both_things_is_quoted_once_against_it() -> None:
    contra = [quote(7, "Ze belden mij juist elke week", "w1")]
    chosen = choose_quotes(SAME, contra)
    assert [each.participant_id for each in chosen].count("w1") == 1
    assert (chosen[-1].participant_id, chosen[-1].contra) == ("w1", True)


def test_only_somebody_who_is_alone_on_both_sides_is_quoted_on_both() -> None:
    contra = [quote(7, "Ze belden mij juist elke week", "w1")]
    assert [each.contra for each in choose_quotes(SAME[:1], contra)] == [False, True]


def test_a_long_passage_is_quoted_by_the_sentence_and_stays_verbatim() -> None:
    long = "Dat weet ik niet meer precies. " + "Het duurde maanden voor er iemand belde. " * 9
    whole = quote(1, long)
    candidates = gather_candidates([whole])
    assert {each.text for each in candidates} == {
        "Dat weet ik niet meer precies.",
        "Het duurde maanden voor er iemand belde.",
    }
    for each in candidates:
        assert long[each.start - whole.start : each.end - whole.start] == each.text


def test_a_few_words_are_quoted_when_there_is_nothing_else() -> None:
    assert [each.text for each in choose_quotes([quote(1, "Nooit.")])] == ["Nooit."]
    assert [each.text for each in choose_quotes([quote(1, "Nooit."), SAME[1]])] == [SAME[1].text]


def test_the_same_words_of_one_respondent_are_one_candidate() -> None:
    again = replace(SAME[0], coding_id="c9", start=900, end=950)
    assert len(gather_candidates([SAME[0], again])) == 1
    assert len(gather_candidates([SAME[0], replace(again, participant_id="w9")])) == 2


def test_a_crowd_of_candidates_is_thinned_evenly_over_respondents() -> None:
    talker = [quote(each, f"Ik zeg het nog een keer: {each}", "w1") for each in range(2 * LARGEST_POOL)]
    kept = gather_candidates([*talker, *SAME])
    assert len(kept) == LARGEST_POOL
    assert {each.participant_id for each in kept} == {"w1", "w2", "w3", "w4"}


def test_a_group_voice_is_quoted_without_a_participant() -> None:
    group = quote(1, "Wij vinden allemaal dat het anders moet", None)
    assert choose_quotes([group])[0].participant_id is None


def test_without_candidates_there_is_no_medoid() -> None:
    assert find_medoid_quote([]) is None
    assert choose_quotes([]) == ()


def test_of_a_rendering_the_literal_words_are_quoted_and_else_it_stays_a_rendering() -> None:
    told = replace(quote(1, "Zij zei dat ‘niemand mij ooit heeft gebeld’ en zweeg."), verbatim=False)
    (literal,) = gather_candidates([told])
    assert literal.verbatim
    assert (literal.text, literal.start, literal.end) == ("niemand mij ooit heeft gebeld", 113, 142)
    (rendered,) = gather_candidates([replace(quote(2, "Zij vond ‘bellen’ in het begin heel lastig."), verbatim=False)])
    assert (rendered.verbatim, rendered.text) == (False, "Zij vond ‘bellen’ in het begin heel lastig.")
