from __future__ import annotations

from corpus.guides import Question
from corpus.question_links import SURE, Ground, Proposal, propose_links
from corpus.readers.drafts import Draft
from corpus.segments import Role, Segment, Unit
from tests.corpus.material import a_question, a_reading

LIST = (
    ("k1", "Hoe bent u bij de gemeente terechtgekomen met uw schulden?"),
    ("k2", "Wat gebeurde er in het eerste gesprek met de schuldhulpverlener?"),
    ("k3", "Welke afspraken zijn er toen gemaakt, en stonden die op papier?"),
    ("k4", "Hoe vaak had u daarna nog contact, en wie nam het initiatief?"),
    ("k5", "Wanneer dacht u erover om te stoppen met het traject?"),
    ("k6", "Wat betekende de budgetbeheerder voor de rust in huis?"),
    ("k7", "Als u één ding aan de hulp mocht veranderen, wat zou dat dan zijn?"),
)
QUESTIONS = tuple(a_question(key, text=text) for key, text in LIST)
# Three talks, made up: what the interviewer says, and the question that a person would say it puts ("" is none).
TALKS = (
    (
        ("Fijn dat u er bent. Loopt de opname?", ""),
        ("Hoe bent u bij de gemeente terechtgekomen met uw schulden?", "k1"),
        ("Wie wees u daarop?", ""),
        ("En toen bent u gewoon naar binnen gelopen.", ""),
        ("Wat gebeurde er in dat eerste gesprek met de schuldhulpverlener?", "k2"),
        ("Met z'n tweeën, of was er nog iemand bij?", ""),
        ("Dat klinkt heftig.", ""),
        ("Welke afspraken hebben jullie toen gemaakt? Stond dat ook op papier?", "k3"),
        ("Mag ik die brief straks zien?", ""),
        ("Hebt u daarna nog vaak contact gehad, en wie nam dan het initiatief?", "k4"),
        ("Elke maand dus.", ""),
        ("Even terug: die beslagvrije voet, wat deed dat met de boodschappen?", ""),
        ("Heeft u er weleens over gedacht om met het traject te stoppen?", "k5"),
        ("Waarom deed u het niet?", ""),
        ("Wat betekende die budgetbeheerder voor de rust bij u thuis?", "k6"),
        ("Ook voor de kinderen?", ""),
        ("Dan de laatste. Als u één ding aan de hulp mocht veranderen, wat zou dat dan zijn?", "k7"),
        ("Dank u wel, dan zet ik hem uit.", ""),
    ),
    (
        ("Goedemiddag, hebt u de informatiebrief gelezen?", ""),
        ("Kunt u vertellen hoe u met uw schulden bij de gemeente bent terechtgekomen?", "k1"),
        ("Via de huisarts zelfs.", ""),
        ("Hoe lang liep u er toen al mee rond?", ""),
        ("En dat eerste gesprek met de schuldhulpverlener, wat gebeurde daar?", "k2"),
        ("Een tolk erbij?", ""),
        ("Zijn er toen afspraken op papier gezet?", "k3"),
        ("Wie bewaarde dat papier?", ""),
        ("Hm.", ""),
        ("Was er later nog contact? Van wie kwam het initiatief?", "k4"),
        ("Een keer per jaar, begrijp ik.", ""),
        ("Dacht u toen aan stoppen met het hele traject?", "k5"),
        ("Wie hield u tegen?", ""),
        ("En uw huisbaas, wist die ervan?", ""),
        ("Welke veranderingen aan de hulp zou u willen? Noem één ding.", "k7"),
        ("Wilt u nog iets kwijt dat ik niet gevraagd heb?", ""),
    ),
    (
        ("Zo, we zijn begonnen.", ""),
        ("U had geen zin in dit gesprek, zei u aan de telefoon.", ""),
        ("hoe bent u bij de gemeente terechtgekomen met uw schulden", "k1"),
        ("Dus de deurwaarder stond al op de stoep.", ""),
        ("Wat gebeurde er in het eerste gesprek met de schuldhulpverlener?", "k2"),
        ("Hoe heette die regeling ook weer?", ""),
        ("Was er rust in huis toen de budgetbeheerder kwam?", "k6"),
        ("En wat vond uw dochter?", ""),
        ("Het geld voor de schoolreis, bedoelt u.", ""),
        ("Wanneer dacht u erover om te stoppen?", "k5"),
        ("Stoppen met roken, haha.", ""),
        ("Wat zou u veranderen aan de hulp, als het er één mocht zijn?", "k7"),
        ("Dank u wel.", ""),
    ),
)


def asked_by(said: tuple[str, ...]) -> tuple[list[Segment], str]:
    """A talk in which each of these is said by the interviewer, and answered."""
    reading = a_reading(*(draft for words in said for draft in (Draft(words, "I"), Draft("Dat weet ik niet.", "R"))))
    segments = [
        Segment(
            f"seg-{place}", "doc", place, Unit.TURN, turn.start, turn.end,
            role=Role.INTERVIEWER if turn.speaker == "I" else Role.RESPONDENT,
        )
        for place, turn in enumerate(reading.turns)
    ]  # fmt: skip
    return segments, reading.text


def proposed(*said: str, questions: tuple[Question, ...] = QUESTIONS, least: float = 0.2) -> tuple[Proposal, ...]:
    return propose_links(*asked_by(said), questions, least=least)


def _judged() -> list[tuple[Proposal, bool]]:
    """Every proposal for the three talks, and whether a person says the same."""
    judged = []
    for talk in TALKS:
        truth = {f"seg-{2 * place}": f"que-{key}" for place, (_said, key) in enumerate(talk) if key}
        for each in proposed(*(said for said, _key in talk)):
            judged.append((each, truth.get(each.segment_id) == each.question_id))
    return judged


def test_most_of_47_made_up_turns_get_the_question_that_a_person_would_give_them() -> None:
    assert sum(len(talk) for talk in TALKS) == 47
    judged = _judged()
    right, all_there = sum(is_right for _, is_right in judged), sum(bool(key) for talk in TALKS for _, key in talk)
    assert right / len(judged) >= 0.85
    assert right / all_there >= 0.85


def test_what_a_screen_may_tick_beforehand_is_right() -> None:
    sure = [is_right for each, is_right in _judged() if each.is_sure]
    assert len(sure) >= 12
    assert all(sure)


def test_the_reason_goes_from_the_very_words_to_likeness() -> None:
    first = LIST[0][1]
    said = (first, f"{first.upper()} ", f"Oké, dank u wel. {first}", "Hoe kwam u terecht bij de gemeente?")
    found = [(each.ground, each.question_id) for each in proposed(*said, questions=QUESTIONS[:1], least=0)]
    assert found[:3] == [(Ground.EXACT, "que-k1"), (Ground.FOLDED, "que-k1"), (Ground.WITHIN, "que-k1")]
    scores = [each.score for each in proposed(*said, questions=QUESTIONS[:1], least=0)]
    assert scores == sorted(scores, reverse=True)


def test_a_question_that_stands_elsewhere_in_the_list_than_the_turn_in_the_talk_counts_less() -> None:
    twice = (a_question("vroeg", text="Wat vond u van de brief?"), a_question("laat", text="Wat vond u van de brief?"))
    said = ("Die brief, wat vond u?", "Ja.", "Nee.", "Wat vond u van die brief?")
    assert [each.question_id for each in proposed(*said, questions=twice)] == ["que-vroeg", "que-laat"]


def test_by_likeness_a_question_is_proposed_for_one_turn_and_another_choice_stands_beside_it() -> None:
    found = proposed("Wat gebeurde er in het gesprek?", "Wat gebeurde er in dat eerste gesprek toen?")
    assert [each.question_id for each in found] == ["que-k2"]
    assert len(found[0].others) == 3


def test_respondents_put_no_questions_and_an_empty_list_proposes_nothing() -> None:
    segments, text = asked_by((LIST[0][1],))
    assert propose_links(segments[1:], text, QUESTIONS) == ()
    assert propose_links(segments, text, ()) == ()


def test_the_threshold_to_tick_lies_above_the_one_to_propose() -> None:
    assert all(each.score >= SURE for each, _ in _judged() if each.is_sure)
