from __future__ import annotations

import pytest

from coding.agreement import AGREEMENT_COLUMNS
from coding.errors import TooFewCoders, UnknownCoder
from corpus.segments import Role
from study.folder import Study
from workbench.actions.agreement import agreement_of
from workbench.actions.codings import Place, add_coding
from workbench.actions.material import load_material
from workbench.errors import NothingImported


def test_without_names_everybody_who_coded_is_compared(example: Study) -> None:
    coders, rows = agreement_of(example)
    assert coders == ("joris", "marit")
    assert {tuple(row) for row in rows} == {AGREEMENT_COLUMNS}
    assert agreement_of(example, coders=("marit", "joris"))[0] == ("marit", "joris")


def test_two_coders_who_agree_have_alpha_one(either_coded: Study) -> None:
    for quote, code in (("Niemand belde mij", "contact"), ("bleef meekijken", "nazorg"), ("kwam de coach", "nazorg")):
        add_coding(either_coded, Place("gesprek", quote=quote), by="bo", code=code)
    assert {row["code"]: row["alpha"] for row in agreement_of(either_coded)[1]} == {"contact": 1.0, "nazorg": 1.0}


def test_one_coder_or_a_stranger_cannot_be_compared(coded: Study, study: Study) -> None:
    with pytest.raises(TooFewCoders):
        agreement_of(coded)
    with pytest.raises(UnknownCoder, match="niemand"):
        agreement_of(coded, coders=("ans", "niemand"))


def test_nothing_imported_says_so(study: Study) -> None:
    with pytest.raises(NothingImported):
        agreement_of(study)


def test_questions_of_an_interviewer_are_no_units(example: Study) -> None:
    units = agreement_of(example)[1][0]["n_units"]
    material = load_material(example)
    both = {each.document_id for each in material.codings if each.coder == "joris"}
    said = [each for each in material.segments if each.document_id in both and each.role is not Role.INTERVIEWER]
    assert units == len(said)
