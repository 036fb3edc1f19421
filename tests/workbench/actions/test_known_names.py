from __future__ import annotations

from study.folder import Study
from workbench.actions.known_names import add_known_names, forget_known_names, known_names


def test_a_study_knows_no_names_at_first(study: Study) -> None:
    assert known_names(study) == {}


def test_names_are_kept_by_code_each_once_and_in_order(study: Study) -> None:
    add_known_names(study, {"P01": ["Joke  Terpstra", "Jo"], "P02": ["Sem Bos"]})
    add_known_names(study, {"P01": ["Jo", "J.T.", " "]})
    assert known_names(study) == {"P01": ("Joke Terpstra", "Jo", "J.T."), "P02": ("Sem Bos",)}


def test_names_lie_in_the_vault_and_not_in_the_study(study: Study) -> None:
    add_known_names(study, {"P01": ["Joke Terpstra"]})
    for place in (study.folder, study.vault().folder):
        files = [each for each in place.rglob("*") if each.is_file()]
        assert all(b"Terpstra" not in each.read_bytes() for each in files)


def test_the_names_of_one_participant_can_be_forgotten(study: Study) -> None:
    add_known_names(study, {"P01": ["Joke Terpstra"], "P02": ["Sem Bos"]})
    forget_known_names(study, "P01")
    forget_known_names(study, "P09")
    assert known_names(study) == {"P02": ("Sem Bos",)}
