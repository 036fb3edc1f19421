"""A team's own files, small and made up: an interview, a codebook, codings, and the files people write by hand."""

from __future__ import annotations

from pathlib import Path

TURNS = (
    ("Interviewer", "Hoe ging het toen de baan ophield?"),
    ("Ans de Wit", "Niemand belde mij, terwijl ik elke week op een telefoontje zat te wachten."),
    ("Interviewer", "En wat had u willen horen?"),
    ("Ans de Wit", "Dat er iemand bleef meekijken tot ik ander werk had gevonden."),
    ("Bram Vos", "Bij mij kwam de coach gewoon langs en dat hielp me er goed doorheen."),
)
CODEBOOK = """
[[group]]
key = "knelpunt"
label = "Knelpunt"

[[code]]
group = "knelpunt"
key = "contact"
name = "Contact"

[[code]]
group = "knelpunt"
key = "nazorg"
name = "Nazorg"
parent = "contact"
"""
CODINGS = """document;start;end;text;code;coder;phase;valence
gesprek.vtt;;;Niemand belde mij;contact;ans;1;pijnpunt
gesprek.vtt;;;iemand bleef meekijken;nazorg;ans;1;pijnpunt
gesprek;;;kwam de coach gewoon langs;nazorg;ans;2;goed
"""
REGISTER = """
[[instrument]]
key = "interviews"
title = "Interviews met werkgevers"
kind = "interview"
perspective = "werkgever"

[[guide]]
key = "lijst"
instrument = "interviews"

[[question]]
guide = "lijst"
key = "v1"
text = "Hoe ging het toen de baan ophield?"
phases = ["1"]

[[participant]]
code = "W01"
perspective = "werkgever"
labels = ["Ans de Wit"]
"""
POINTS = """
[[point]]
key = "bellen"
title = "Bel binnen een week"

[[point]]
key = "blijven"
title = "Blijf tot er ander werk is"
"""
SESSIONS = """
[[session]]
key = "s1"
title = "Wat eerst moet"
form = "ballots"
options = ["bellen", "blijven"]
"""
BALLOTS = "nr;stem\n1;bellen > blijven\n2;blijven\n3;\n4;bellen > onbekend\n5;bellen = blijven\n"


def vtt(turns: tuple[tuple[str, str], ...] = TURNS) -> str:
    """The turns as a caption file, ten seconds each."""
    cues = [
        f"00:00:{10 * place:02}.000 --> 00:00:{10 * place + 9:02}.000\n<v {speaker}>{words}</v>"
        for place, (speaker, words) in enumerate(turns)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def put(folder: Path, name: str, text: str) -> Path:
    """The file with this text, in the folder."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
