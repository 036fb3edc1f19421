from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from study.folder import Study
from study.keys import vault_folder
from study.messages import speaking
from tests.workbench.material import put, vtt
from workbench.actions.importing import Choices, import_file
from workbench.doctor import EXTRAS, Check, examine


def test_python_our_packages_and_every_extra_are_looked_at() -> None:
    checks = examine(None)
    assert [each.what for each in checks[:2]] == ["Python", "Rode Draad"]
    assert [each.what.partition(":")[0] for each in checks[2:]] == list(EXTRAS)
    assert {each.state for each in checks} <= {"good", "absent"}


def test_an_extra_that_is_absent_comes_with_the_command_that_installs_it() -> None:
    code = (
        "import importlib.util as u\n"
        "import workbench.doctor as d\n"
        "d.find_spec = lambda name: None if name in ('bertopic', 'spacy') else u.find_spec(name)\n"
        "print(*(f'{c.what[:6]}|{c.state}|{c.advice}' for c in d.examine(None) if c.state == 'absent'), sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert "--no-deps bertopic" in lines[0]
    assert "rodedraad[language]" in lines[1]


def test_a_folder_that_hides_one_of_ours_is_found(tmp_path: Path) -> None:
    put(tmp_path, "corpus/__init__.py", "")
    code = "import workbench.doctor as d; print(*(c.what for c in d.examine(None) if c.state == 'wrong'))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; import workbench.doctor; sys.path.insert(0, {str(tmp_path)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["corpus"]


def test_a_study_is_looked_at_with_what_publishing_waits_for(study: Study, tmp_path: Path) -> None:
    assert {each.state for each in examine(study)} <= {"good", "absent"}
    import_file(study, put(tmp_path, "gesprek.vtt", vtt()), Choices(perspective="werkgever"), by="ans")
    (todo,) = (each for each in examine(study) if each.state == "todo")
    assert "werkgevers" in todo.what


def test_a_database_that_is_none_is_wrong_and_not_a_crash(study: Study) -> None:
    (study.folder / "study.sqlite").unlink()
    put(study.folder, "study.sqlite", "geen database" * 100)
    from study.folder import open_study

    assert "wrong" in {each.state for each in examine(open_study(study.folder))}


def vault_of(study: Study) -> Check:
    with speaking("en"):
        return next(each for each in examine(study) if each.what == "vault")


def test_the_vault_is_looked_for_and_not_made_by_looking(study: Study) -> None:
    looked = vault_of(study)
    folder = vault_folder() / study.settings.id
    assert (looked.state, looked.found) == ("good", f"{folder}, made when the first file is imported")
    assert not folder.exists()


def test_the_doctor_says_where_the_vault_is_and_whether_its_key_is_there(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    study.vault()
    assert vault_of(study).found.endswith("opened with the key in DRAAD_KLUIS_SLEUTEL")
    monkeypatch.setenv("DRAAD_KLUIS_SLEUTEL", "een andere sleutel")
    looked = vault_of(study)
    assert looked.state == "wrong"
    assert "een andere sleutel" not in looked.advice
