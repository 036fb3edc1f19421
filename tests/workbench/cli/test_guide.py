from __future__ import annotations

from pathlib import Path

from corpus.guides import Guide
from study.folder import Study
from tests.workbench.actions.test_linking import QUESTIONS, TURNS
from tests.workbench.command import Command
from tests.workbench.material import put
from workbench.actions.guides import add_guide
from workbench.actions.importing import Choices, import_file
from workbench.actions.instruments import save_instrument


def with_talk(study: Study, folder: Path) -> Study:
    save_instrument(study, {"title": "Ronde", "kind": "interview", "perspective": "werkgever"}, by="ans")
    add_guide(study, "ronde", "Lijst", by="ans", drafts=[{"text": each} for each in QUESTIONS])
    file = put(folder, "gesprek.txt", "\n".join(map(": ".join, TURNS)))
    import_file(study, file, Choices(perspective="werkgever", instrument="ronde"), by="ans")
    return study


def test_lists_and_their_questions_are_shown(study: Study, draad: Command, tmp_path: Path) -> None:
    assert "no topic lists yet" in draad("-s", study.folder, "guide").out
    with_talk(study, tmp_path)
    assert draad("-s", study.folder, "guide", "--json").value == [
        {"key": "lijst", "title": "Lijst", "version": "1", "replaces": None, "questions": 3}
    ]
    shown = draad("-s", study.folder, "guide", "show", "lijst")
    assert QUESTIONS[0] in shown.out
    assert "covers nothing yet" in shown.out
    assert "geen" in draad("-s", study.folder, "guide", "show", "geen").sentence


def test_a_file_is_looked_at_brought_in_and_followed_by_a_version(study: Study, draad: Command, tmp_path: Path) -> None:
    with_talk(study, tmp_path)
    file = put(tmp_path, "nieuw.csv", "vraag;fase\nHoe begon het?;0\n")
    words = ("-s", study.folder, "guide", "import", file, "--json")
    assert draad(*words, "--instrument", "ronde", "--dry-run").value == {"key": None, "questions": 1}
    assert draad(*words, "--instrument", "ronde").value == {"key": "nieuw", "questions": 1}
    assert draad(*words, "--replaces", "nieuw").value == {"key": "nieuw-2", "questions": 1}
    assert draad("-s", study.folder, "guide", "version", "nieuw-2", "--json").value["key"] == "nieuw-3"
    with study.reading() as store:
        assert [each.replaces for each in store.records(Guide)[0]] == [None, None, "nieuw", "nieuw-2"]
    assert draad(*words).code == 2


def test_questions_are_linked_from_the_score_that_is_asked(study: Study, draad: Command, tmp_path: Path) -> None:
    with_talk(study, tmp_path)
    words = ("-s", study.folder, "guide", "link", "lijst")
    look = draad(*words, "--dry-run")
    assert "2 turns would be linked" in look.out
    assert "gesprek.txt" in look.out
    assert "gemeente" not in look.out
    assert draad(*words, "--least", "0,95", "--json").value == {"linked": 1, "turns": 6}
    assert draad(*words, "--json").value == {"linked": 1, "turns": 2}
    assert draad(*words, "--json").value == {"linked": 0, "turns": 0}
    assert draad(*words, "--least", "veel").code == 2


def test_the_register_in_the_settings_is_brought_in_without_a_name(study: Study, draad: Command) -> None:
    file = study.folder / "study.toml"
    more = '\n[[instrument]]\nkey = "ronde"\ntitle = "Ronde"\nkind = "interview"\nperspective = "werkgever"\n'
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert draad("-s", study.folder, "import", "--register", "--json").value["register"]["instruments"] == 1
