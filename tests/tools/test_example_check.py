from __future__ import annotations

from pathlib import Path

import pytest

from tools.example_check import find_faults, main, read_example

FRONT = """+++
key = "{key}"
title = "Gesprek"
kind = "transcript"
form = "{form}"
instrument = "interviews"
guide = "g-1"
held_on = 2026-03-04
[speakers]
"Onderzoeker" = {{ role = "interviewer" }}
"Sanne" = {{ participant = "W01" }}
+++

"""
TALK = """## 00:00:05 Onderzoeker {vraag=w1}
Hoe ging het daar?

## 00:00:09 Sanne
[[steun @0 >coach =goed ?ervaring !2 A1+|marit,joris #w-1: Goed, want Bram hielp]]. Thea kwam later ook nog langs.
"""
FILES = {
    "cast.md": "- **W01 Sanne**, met coach Bram en Thea.\n",
    "study.toml": '[[phase]]\nkey = "0"\n',
    "register.toml": '[[instrument]]\nkey = "interviews"\n[[guide]]\nkey = "g-1"\n'
    '[[question]]\nguide = "g-1"\nkey = "w1"\n[[participant]]\ncode = "W01"\n',
    "codebook.toml": '[[code]]\ngroup = "knelpunt"\nkey = "steun"\n[[code]]\ngroup = "actor"\nkey = "coach"\n',
    "findings.toml": '[[finding]]\nref = "f-1"\npassages = ["w-1"]\n',
    "theory.toml": '[[assumption]]\nkey = "A1"\nfrom = ["w-1"]\n',
    "points.toml": '[[point]]\nkey = "p-1"\nfindings = ["f-1"]\n',
    "process.toml": "",
    "logic.toml": "",
    "goals.toml": "",
    "sessions.toml": "",
}


def an_example(folder: Path, body: str = TALK, *, form: str = "docx-handmade", **changed: str) -> Path:
    """The folder of a small example without a fault, but for what is changed."""
    (folder / "sources").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.partition(".")[0], text), encoding="utf-8")
    (folder / "sources" / "01-sanne.md").write_text(FRONT.format(key="sanne", form=form) + body, encoding="utf-8")
    return folder


def said(folder: Path, only: str = "") -> list[str]:
    return [str(fault) for fault in find_faults(read_example(folder), only=only)]


def test_an_example_that_keeps_to_its_form_has_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], folder=an_example(tmp_path)) == 0
    numbers = next(line for line in capsys.readouterr().out.split("\n") if line.startswith("01-sanne.md"))
    assert numbers.split() == ["01-sanne.md", "docx-handmade", "14", "2", "1", "1"]


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("[[steun @0", "[[stuen @0", "01-sanne.md:17: code “stuen” is unknown (see codebook.toml)"),
        ("@0", "@7", "01-sanne.md:17: phase “7” is unknown (0, x)"),
        (">coach", ">steun", "01-sanne.md:17: actor “steun” is unknown (coach)"),
        ("=goed", "=fijn", "01-sanne.md:17: valence “fijn” is unknown"),
        ("A1+", "A9+", "01-sanne.md:17: assumption A9+ is not in theory.toml"),
        ("marit,joris", "marit,piet", "01-sanne.md:17: coder “piet” is unknown (marit, joris)"),
        ("marit,joris", "joris", "01-sanne.md:17: the name #w-1 must be lower case, and on a mark of marit"),
        ("vraag=w1", "vraag=w9", "01-sanne.md:14: vraag=w9 is no question of guide “g-1”"),
        ("05 Onderzoeker", "05 Rinus", "01-sanne.md:14: the speaker “Rinus” is not in the front matter"),
        ("00:00:09", "00:00:05", "01-sanne.md:17: the time 00:00:05 does not come after 00:00:05"),
        ("Thea kwam", "Ook kwam Marlies", "01-sanne.md:17: not in the cast: Marlies"),
        ("#w-1", "#w-2", "findings.toml:3: no mark is named “w-1”"),
        ("hielp]]", "hielp", "01-sanne.md:18: this mark is not closed before the end of its paragraph"),
    ],
)
def test_every_fault_is_named_with_its_place(tmp_path: Path, was: str, now: str, found: str) -> None:
    assert was in TALK
    faults = said(an_example(tmp_path, TALK.replace(was, now)))
    assert any(each.startswith(found) for each in faults), faults


def test_what_is_missing_or_half_written_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = an_example(tmp_path, TALK.replace("@0", "@7"), codebook="[[code]\n")
    (folder / "register.toml").unlink()
    (folder / "sources" / "02-leeg.md").write_text("", encoding="utf-8")
    faults = said(folder)
    assert [each.split(":")[0] for each in faults] == ["01-sanne.md", "02-leeg.md", "codebook.toml", "register.toml"]


def test_one_source_is_looked_at_alone_but_repeats_count_against_all(tmp_path: Path) -> None:
    folder = an_example(tmp_path)
    other = FRONT.format(key="rinus", form="docx-handmade").replace("Sanne", "Rinus") + TALK.replace("Sanne", "Rinus")
    (folder / "sources" / "02-rinus.md").write_text(other, encoding="utf-8")
    faults = said(folder, "02")
    assert {each.split(":")[0] for each in faults} == {"02-rinus.md"}
    assert any("paragraph also at 01-sanne.md:17" in each for each in faults)
    assert any("the name #w-1 is also at 01-sanne.md:17" in each for each in faults)


def test_a_label_of_two_participants_and_a_doubled_key_are_named(tmp_path: Path) -> None:
    folder = an_example(tmp_path)
    other = FRONT.format(key="sanne", form="docx-handmade").replace("W01", "W02") + "## 00:00:01 Sanne\nJa.\n"
    (folder / "sources" / "02-ook.md").write_text(other, encoding="utf-8")
    faults = said(folder)
    assert "01-sanne.md:1: the label “Sanne” is used for W01 and W02" in faults
    assert "02-ook.md:1: another source has the key “sanne” too" in faults


def test_captions_cannot_hold_two_turns_of_one_speaker_in_a_row(tmp_path: Path) -> None:
    faults = said(an_example(tmp_path, TALK + "\n## 00:00:30 Sanne\nNog iets.\n", form="vtt-teams"))
    assert "01-sanne.md:20: “Sanne” has two turns in a row, which captions cannot hold" in faults


def test_a_turn_that_would_be_read_otherwise_is_named(tmp_path: Path) -> None:
    faults = said(an_example(tmp_path, TALK + "\nSanne: zo zei ik dat.\n"))
    assert len(faults) == 1
    assert faults[0].startswith("01-sanne.md:17: the docx-handmade file made of it is read otherwise from here")


def test_points_and_models_refer_to_what_is_there(tmp_path: Path) -> None:
    folder = an_example(tmp_path, points='[[point]]\nkey = "p-1"\nfindings = ["f-9"]\n')
    (folder / "process.toml").write_text('[[step]]\nkey = "s-1"\npassages = ["w-9"]\n', encoding="utf-8")
    assert said(folder) == [
        "points.toml:3: no finding is named “f-9”",
        "process.toml:3: no mark is named “w-9”",
    ]


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        ("{id=p1 draad=D1}", "the id p1 is also at line 14"),
        ("{id=p2 draad=D1 op=p9}", "op=p9 is no earlier post"),
        ("{id=p2 draad=D2 op=p1}", "op=p1 answers a post of another thread"),
        ("{id=p2 draad=D2}", "thread D2 does not start with the moderator"),
    ],
)
def test_posts_keep_to_their_threads(tmp_path: Path, posts: str, found: str) -> None:
    first = "## 2026-03-30 09:02 Onderzoeker {id=p1 draad=D1 vraag=w1}\nWat zag je?\n\n"
    talk = TALK.split("\n\n", 1)[1].partition("\n")[2]
    folder = an_example(tmp_path, f"{first}## 2026-03-30 10:00 Sanne {posts}\n{talk}", form="xlsx")
    assert any(found in each for each in said(folder))
