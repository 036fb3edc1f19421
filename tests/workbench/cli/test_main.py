"""What every command has in common: languages, JSON, one sentence and an exit code when it fails."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from study.folder import Study
from tests.workbench.command import Command, command, interruptible, really
from tests.workbench.material import put, vtt
from workbench.cli.main import INTERRUPTED, main
from workbench.cli.verbs import VERBS

READING = (
    ("codebook",), ("codebook", "show"), ("code",), ("code", "list"), ("code", "agreement"), ("topics",), ("map",),
    ("theory",), ("theory", "show"), ("vote",), ("vote", "count"), ("doctor",), ("migrate",),
    *(("export", what) for what in ("turns", "passages", "codes", "findings", "ranking")),
)  # fmt: skip


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_with_json_there_is_one_value_on_standard_output(
    draad: Command, own_example: Study, words: tuple[str, ...]
) -> None:
    answer = draad("-s", own_example.folder, *words, "--json")
    assert answer.code == 0
    assert answer.value or words[0] == "migrate"
    assert answer.out.count("\n") == 1


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_study_without_anything_gives_an_empty_value_or_one_sentence(
    draad: Command, study: Study, words: tuple[str, ...]
) -> None:
    answer = draad("-s", study.folder, *words, "--json")
    if answer.code:
        assert answer.sentence.startswith("There are no documents yet.")
        assert answer.code == 16
    else:
        assert words[0] in ("doctor", "migrate") or answer.value == []


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_no_line_for_people_is_wider_than_80(
    draad: Command, own_example: Study, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    answer = draad("-s", own_example.folder, *words)
    assert [line for line in answer.out.splitlines() if len(line) > 80 and words[0] != "export"] == []


def test_options_may_stand_before_the_verb_after_it_and_after_its_word(draad: Command, example: Study) -> None:
    wanted = draad("vote", "--json", "-s", example.folder).value
    assert wanted
    for words in (
        ("-s", example.folder, "--json", "vote"),
        ("-s", example.folder, "vote", "count", "--json"),
        ("vote", "count", "--json", "--study", example.folder, "--lang", "en"),
        ("vote", "--json", "count", f"--study={example.folder}"),
    ):
        assert draad(*words).value == wanted


def test_a_study_may_be_called_after_a_verb(draad: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert draad("new", "vote").code == 0
    assert draad("-s", "vote", "vote", "--json").value == []


def test_the_nearest_study_upwards_is_taken(
    draad: Command, coded: Study, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    below = coded.folder / "diep" / "dieper"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert len(draad("export", "codes", "--json").value) == 2
    monkeypatch.chdir(tmp_path)
    answer = draad("export", "codes")
    assert answer.code == 10
    assert answer.sentence.startswith(f"No study in “{tmp_path}”")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_both_languages(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    helps = []
    for language in ("nl", "en"):
        assert main(["--lang", language, verb, "--help"]) == 0
        helps.append(capsys.readouterr().out)
    assert "usage: draad" in helps[1]
    assert "show this help message and exit" in helps[1]
    assert helps[0] != helps[1]


def test_help_is_said_without_a_verb_and_is_no_success_when_it_was_not_asked_for(draad: Command) -> None:
    asked, not_asked = draad("--help"), draad()
    assert (asked.code, not_asked.code) == (0, 2)
    assert asked.out == not_asked.out
    assert all(verb in asked.out for verb in VERBS)
    assert draad("--version").out.startswith("Rode Draad ")


@pytest.mark.parametrize(
    "words",
    [("foo",), ("--bogus",), ("new",), ("vote", "foo"), ("export", "foo"), ("export",), ("import", "--kind", "x"),
     ("topics", "--seed", "-1"), ("topics", "--seed", "x"), ("map", "--prop"), ("code", "add"),
     ("--lang", "xx", "vote"),
     ("import", "x", "--column", "y"), ("import", "x", "--held-on", "3"), ("report", "--format", "odt"),
     ("code", "add", "a", "b", "--intensity", "9")],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_is_one_sentence_that_points_at_the_help(draad: Command, words: tuple[str, ...]) -> None:
    answer = draad(*words)
    assert answer.code == 2
    assert answer.sentence.startswith("draad")
    if words != ("--lang", "xx", "vote"):
        assert "See “draad" in answer.sentence


def test_the_language_is_the_option_or_the_variable_or_dutch(tmp_path: Path) -> None:
    sentences = [
        really("map", folder=tmp_path).err,
        really("map", folder=tmp_path, DRAAD_LANG="en").err,
        really("map", "--lang", "nl", folder=tmp_path, DRAAD_LANG="en").err,
        really("--lang=en", "map", folder=tmp_path, DRAAD_LANG="zz").err,
    ]
    assert [each.split()[0] for each in sentences] == ["Er", "No", "Er", "No"]


def test_a_reader_that_goes_away_is_no_failure(example: Study) -> None:
    for words in (("export", "turns"), ("codebook",), ("export", "passages", "--json"), ("--help",)):
        with subprocess.Popen(
            command("-s", example.folder, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b"", words
        assert process.returncode == 0, words


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent another way on Windows")
@pytest.mark.parametrize("moment", [0.05, 0.3, 0.5])
def test_an_interrupt_ends_with_a_sentence_and_130(tmp_path: Path, moment: float) -> None:
    words = command("--lang", "en", "demo", tmp_path / "v", "--no-bertopic")
    with interruptible(words) as process:
        assert process.stderr is not None
        first = process.stderr.readline()
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert first
    assert process.returncode == INTERRUPTED, rest
    assert rest.splitlines()[-1].startswith("Stopped.")
    assert "Traceback" not in rest


def test_output_is_utf8_whatever_the_machine_prefers(coded: Study, tmp_path: Path) -> None:
    put(tmp_path, "é.vtt", vtt((("Zoë", "Dat vond ik één groot feest, hè, met z'n allen."),)))
    assert really("-s", coded.folder, "import", tmp_path / "é.vtt", PYTHONIOENCODING="ascii").code == 0
    rows = really("-s", coded.folder, "export", "turns", PYTHONIOENCODING="ascii").out.splitlines()
    assert [json.loads(row)["speaker"] for row in rows if "één" in row] == ["Zoë"]


@pytest.mark.parametrize(
    "words",
    [("export", "turns", "-o"), ("codebook", "export"), ("report", "--format", "html", "-o"), ("map", "-o")],
    ids=" ".join,
)
def test_a_place_that_cannot_be_written_is_one_sentence_and_changes_nothing(
    draad: Command, coded: Study, tmp_path: Path, words: tuple[str, ...]
) -> None:
    way = put(tmp_path, "bestand", "in de weg")
    target = way / "x.toml" if "export" in words else way
    if words[0] == "export":
        target = way / "sub" / "x"
    answer = draad("-s", coded.folder, *words, target)
    last = answer.err.splitlines()[-1]
    assert answer.code in (12, 16, 20)
    assert "bestand" in last
    assert way.read_text(encoding="utf-8") == "in de weg"
    assert not (coded.folder / "rapport").exists()


def test_a_fault_of_ours_keeps_its_traceback(draad: Command, coded: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    import workbench.actions.codebook

    def fail(_study: Study) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(workbench.actions.codebook, "code_usage", fail)
    with pytest.raises(ZeroDivisionError):
        draad("-s", coded.folder, "codebook")
