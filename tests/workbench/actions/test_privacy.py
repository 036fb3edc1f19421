"""Somebody who withdraws consent is gone: from every table, byte and count, and again after a restore."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from coding.codings import Coding
from coding.memos import Memo
from corpus.documents import Document
from corpus.names.proposals import KeyEntry
from corpus.participants import Participant
from corpus.removals import Removal
from corpus.replacements import NameKind
from corpus.sayings import MARK
from corpus.segments import Role, Segment
from corpus.spans import Edit, SpanMap
from prioritisation.consultations import Consultation
from study.folder import Study
from study.messages import speaking
from synthesis.evidence import Evidence
from synthesis.experience import ExperienceMap
from synthesis.findings import Finding
from synthesis.improvements import ImprovementPoint
from synthesis.logic import LogicLink
from synthesis.process import ProcessStep
from synthesis.theory import Assumption
from synthesis.topics import TopicFit
from synthesis.verdicts import Override
from tests.workbench.leaving import ANSWER, COACH, CODED, IN_GROUP, PARROT, WORDS, Cast, fill_results, fill_study
from workbench.actions.indexing import complete_index
from workbench.actions.known_names import add_known_names, known_names
from workbench.actions.maps import map_of
from workbench.actions.material import load_material
from workbench.actions.name_key import NameKey, keep_key, read_key
from workbench.actions.privacy import preview_withdrawal, withdraw
from workbench.actions.proving import prove_removal
from workbench.actions.rewriting import rewrite_texts
from workbench.actions.starting import start_study
from workbench.actions.testing import load_matrix
from workbench.errors import CodeNotTyped, NobodyLeft, UnknownParticipant
from workbench.outbox import Export


@pytest.fixture
def filled(either_study: Study) -> Study:
    fill_results(either_study, fill_study(either_study))
    return either_study


@pytest.fixture
def local(study: Study) -> Study:
    fill_results(study, fill_study(study))
    return study


def everything(study: Study) -> str:
    with study.reading() as store:
        return "\n".join(text for _table, text in store.texts())


def journey(study: Study) -> ExperienceMap:
    with study.reading() as store:
        return map_of(load_material(study), store.records(Finding)[0])


def test_no_word_of_hers_is_in_any_table_afterwards(filled: Study) -> None:
    before = everything(filled)
    assert all(words in before for words in WORDS)
    withdraw(filled, "W01", typed="W01", by="ans")
    after = everything(filled)
    assert not [words for words in WORDS if words in after]
    assert "Naam van W01" not in after
    assert "papegaai" not in after


def test_the_documents_of_others_keep_their_words_and_a_mark_stands_where_she_spoke(filled: Study) -> None:
    name = Cast(filled.settings.id)
    withdraw(filled, "W01", typed="W01", by="ans")
    with filled.reading() as store:
        assert {each.title for each in store.records(Document)[0]} == {"groep", "gesprek-2", "gesprek-3"}
        group = store.get(Document, name("groep"))
        turns = {each.ordinal: each for each in store.find(Segment, document_id=group.id)}
    assert group.text[turns[2].start : turns[2].end] == MARK
    assert (turns[2].role, turns[2].speaker, turns[2].participant_id) == (Role.NONE, None, None)
    assert group.text[turns[3].start : turns[3].end] == ANSWER
    assert turns[3].reply_to == turns[2].id


def test_the_codings_of_others_keep_their_words(filled: Study) -> None:
    name = Cast(filled.settings.id)
    withdraw(filled, "W01", typed="W01", by="ans")
    with filled.reading() as store:
        texts = {each.id: each.text for each in store.records(Document)[0]}
        said = {each.id: texts[each.document_id][each.start : each.end] for each in store.records(Coding)[0]}
    assert said[name("herkennen")] == ANSWER
    assert said[name("koffie")] == said[name("coach")] == COACH
    assert not {name("wachten"), name("papegaai"), name("rooster")} & set(said)


def test_what_rested_on_her_alone_goes_and_what_others_bear_out_stays(filled: Study) -> None:
    name = Cast(filled.settings.id)
    withdraw(filled, "W01", typed="W01", by="ans")
    with filled.reading() as store:
        findings, points, lists, steps, evidence, assumptions, links, fits, memos, overrides = store.records(
            *(Finding, ImprovementPoint, Consultation, ProcessStep, Evidence, Assumption, LogicLink, TopicFit),
            *(Memo, Override),
        )
    assert {each.key: each.passages for each in findings} == {
        "samen": (name("coach"),),
        "rooster": (name("niemand"), name("regeling")),
        "zonder": (name("coach"), name("koffie")),
    }
    assert [each.contra for each in findings] == [(), (), ()]
    assert points[0].findings == (name("f/samen"),)
    assert points[0].explanation == f"{MARK}."
    assert lists[0].entries[0].dissent == f"Iemand zei: {MARK}."
    assert [each.text for each in steps] == ["Bellen."]
    assert [each.coding_id for each in evidence] == [name("coach")]
    assert assumptions[0].reconstructed_from == (name("coach"),)
    assert links[0].passages == ()
    assert fits == ()
    assert [each.text for each in memos] == [f"Denk aan: {MARK}."]
    assert overrides[0].reason.startswith(f"Eén van hen zei: {MARK}")


def test_the_study_keeps_that_it_happened_and_how_much_it_was(filled: Study) -> None:
    done = withdraw(filled, "W01", typed="W01", by="ans")
    with filled.reading() as store:
        (removal,) = store.records(Removal)[0]
        assert not store.find(Participant, code="W01")
    assert removal == done.removal
    assert (removal.code, removal.by) == ("W01", "ans")
    counts = {name: number for name, number in removal.counts.items() if number}
    assert counts["documents"] == 1
    assert counts["turns"] == 3
    assert counts["codings"] == 3
    assert counts["findings"] == 1


def test_the_preview_says_what_will_happen_and_stores_nothing(filled: Study) -> None:
    before = everything(filled)
    shown = preview_withdrawal(filled, "W01")
    assert everything(filled) == before
    done = withdraw(filled, "W01", typed="W01", by="ans")
    assert shown.removal.counts == done.removal.counts
    assert shown.left.consequences == done.left.consequences
    assert shown.left.lost_findings == ("alleen",)
    assert [each.file for each in shown.left.exports] == ["rapport.docx"]
    assert {each.kind for each in shown.left.consequences} == {"finding", "cell", "verdict"}


def test_an_export_no_longer_says_which_quote_was_hers(filled: Study) -> None:
    name = Cast(filled.settings.id)
    withdraw(filled, "W01", typed="W01", by="ans")
    with filled.reading() as store:
        assert store.records(Export)[0][0].quotes == {"2": name("coach")}


@pytest.mark.parametrize("code", ["W01", "W02", "W03"])
def test_the_numbers_are_those_of_a_study_in_which_she_never_took_part(study: Study, tmp_path: Path, code: str) -> None:
    fill_results(study, fill_study(study))
    withdraw(study, code, typed=code, by="ans")
    other = start_study(tmp_path / "nooit")
    fill_study(other, people=[each for each in ("W01", "W02", "W03") if each != code])
    with study.reading() as store:
        findings = store.records(Finding)[0]
    mine, theirs = (figures(each, findings, study) for each in (study, other))
    assert mine == theirs


def figures(study: Study, findings: Sequence[Finding], named: Study) -> list[object]:
    """What the map of this study counts for findings whose passages are named as in the other one."""
    own, theirs = Cast(study.settings.id), Cast(named.settings.id)
    ids = {theirs(key): own(key) for key, *_rest in CODED}
    moved = [
        replace(
            each, passages=tuple(map(ids.__getitem__, each.passages)), contra=tuple(map(ids.__getitem__, each.contra))
        )
        for each in findings
    ]
    shown = map_of(load_material(study), moved)
    cells = [(each.perspective, each.phase, each.state, each.eligible, each.passages) for each in shown.cells]
    return [cells, [(each.finding.key, each.r, each.m, each.eligible, each.quantifier) for each in shown.statements]]


def test_the_code_has_to_be_typed(local: Study) -> None:
    with speaking("en"), pytest.raises(CodeNotTyped, match="Type “W01”"):
        withdraw(local, "W01", typed="w1", by="ans")
    assert PARROT in everything(local)


def test_who_is_not_there_cannot_leave(local: Study) -> None:
    with speaking("en"), pytest.raises(UnknownParticipant, match="X99"):
        preview_withdrawal(local, "X99")
    with speaking("en"), pytest.raises(NobodyLeft, match="W01"):
        prove_removal(local, "W01")


def test_no_byte_of_the_folder_or_the_vault_holds_her_words(local: Study) -> None:
    vault = local.vault()
    complete_index(local)
    assert b"papegaai" in (local.folder / "study.sqlite").read_bytes()
    vault.put(f"originals/{0:064x}", "\n".join(WORDS).encode())
    vault.put(f"originals/{1:064x}", f"W02: {COACH}\nW01: {IN_GROUP}".encode())
    add_known_names(local, {"W01": ["Ans de Wit"]})
    (local.output / "rapport.html").write_text(f"<p>Zij zei: <q>{PARROT}</q></p>", encoding="utf-8")
    (local.output / "rapport.docx").write_bytes(b"%PDF- that no reader opens")
    (local.output / "ander.html").write_text(f"<p>{COACH}</p>", encoding="utf-8")
    shutil.copy(local.folder / "study.sqlite", local.folder / "study.20260101T000000Z.backup.sqlite")
    foreseen = preview_withdrawal(local, "W01").outside
    done = withdraw(local, "W01", typed="W01", by="ans").outside
    assert done == foreseen
    assert (done.originals, done.shared, done.outputs) == (1, 1, ("rapport/rapport.docx", "rapport/rapport.html"))
    assert done.backups == ("study.20260101T000000Z.backup.sqlite",)
    for file in (each for each in local.folder.rglob("*") if each.is_file()):
        data = file.read_bytes()
        assert not [words for words in (*WORDS, "papegaai", "Naam van W01") if words.encode() in data], file.name
    assert vault.get(f"originals/{1:064x}").decode().count(COACH) == 1
    assert IN_GROUP.encode() not in vault.get(f"originals/{1:064x}")
    assert "W01" not in known_names(local)


def test_her_name_goes_from_the_texts_of_others_and_from_the_key(local: Study) -> None:
    name, vault = Cast(local.settings.id), local.vault()
    keep_key(vault, NameKey((KeyEntry("Ans de Wit", NameKind.PERSON, "W01"), KeyEntry("Bram", NameKind.PERSON, "W02"))))
    with local.store(by="ans") as store:
        text = store.get(Document, name("gesprek-2")).text
        rewrite_texts(store, {name("gesprek-2"): SpanMap([Edit(0, 3, "Ans de Wit vroeg: hoe")])})
        assert text.startswith("Hoe")
    withdraw(local, "W01", typed="W01", by="ans")
    with local.reading() as store:
        assert store.get(Document, name("gesprek-2")).text.startswith(f"{MARK} vroeg: hoe ging")
    assert [each.form for each in read_key(vault).entries] == ["Bram"]
    assert prove_removal(local, "W01").is_clean


def test_a_matrix_can_still_be_made(filled: Study) -> None:
    withdraw(filled, "W01", typed="W01", by="ans")
    assert load_matrix(filled).assumptions
    assert journey(filled).cells
