from __future__ import annotations

from coding.codebook import Code
from coding.codings import StatementKind, Valence
from synthesis.findings import LONGEST_LABEL, Wording
from synthesis.proposals import propose_findings, shorten_label
from tests.synthesis.cases import GOOD, PAIN, asked, asked_table, map_of, passage, passages, people

STUDY = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

ROWS = [
    passage("c1", "w1", valence=PAIN, text="De jobcoach belde nooit terug na mijn vraag", actor="coach"),
    passage("c2", "w2", valence=PAIN, text="De jobcoach belde nooit terug", actor="coach", kind="ervaring"),
    passage("c3", "w3", valence=GOOD, text="De jobcoach dacht echt met ons mee", actor="uwv"),
    passage("c4", "w1", code="regels", code_name="Regels", text="Die regels snapt werkelijk niemand"),
    passage("c5", None, phase=None, text="Wij willen een vaste contactpersoon"),
    passage("c6", "w1", code=None),
    passage("c7", "w1", role="interviewer"),
]


def test_praise_and_complaint_never_share_a_finding() -> None:
    keys = [each.key for each in propose_findings(passages(*ROWS), study_id=STUDY)]
    assert keys == [
        "werkgever-0-contact-goed",
        "werkgever-0-contact-pijnpunt",
        "werkgever-0-regels",
        "werkgever-x-contact",
    ]


def test_the_wording_is_a_passage_word_for_word() -> None:
    found = propose_findings(passages(*ROWS), study_id=STUDY)
    texts = {row["text"] for row in ROWS}
    assert all(each.wording in texts and each.origin is Wording.EXTRACT for each in found)


def test_label_topic_valence_actor_and_kind_are_proposed_from_the_passages() -> None:
    pain = propose_findings(passages(*ROWS), study_id=STUDY)[1]
    assert (pain.label, pain.topic, pain.valence) == ("Contact met de jobcoach", "contact", Valence.PAIN)
    assert (pain.actor, pain.kind, pain.passages) == ("coach", StatementKind.EXPERIENCE, ("c1", "c2"))


def test_an_actor_that_half_the_respondents_mean_is_not_proposed() -> None:
    rows = [passage("c1", "w1", actor="coach"), passage("c2", "w2", actor="uwv"), passage("c3", "w2", actor="uwv")]
    assert propose_findings(passages(*rows), study_id=STUDY)[0].actor is None


def test_the_codebook_gives_the_label_when_it_is_there() -> None:
    code = Code("id", "contact", "knelpunt", "Bereikbaarheid", 1)
    assert propose_findings(passages(ROWS[0]), study_id=STUDY, codes=[code])[0].label == "Bereikbaarheid"


def test_proposing_again_gives_the_same_findings_in_any_order() -> None:
    assert propose_findings(passages(*ROWS), study_id=STUDY) == propose_findings(passages(*ROWS[::-1]), study_id=STUDY)


def test_nothing_coded_proposes_nothing() -> None:
    assert propose_findings(passages(), study_id=STUDY) == ()


def test_a_map_follows_from_codings_alone() -> None:
    found = propose_findings(passages(*ROWS), study_id=STUDY)
    journey = map_of(ROWS, found, asked_table(asked(people(6), via="geen_topiclijst")), guides_known=False)
    assert [(each.r, each.eligible) for each in journey.cell("werkgever", "0").statements] == [(2, 6), (1, 6), (1, 6)]
    assert journey.unsupported == ()


def test_a_long_name_is_cut_between_words() -> None:
    label = shorten_label("Bereikbaarheid van de jobcoach buiten kantooruren en in het weekend")
    assert len(label) <= LONGEST_LABEL
    assert label.endswith("…")
    assert shorten_label("x" * 200) == "x" * (LONGEST_LABEL - 1) + "…"
