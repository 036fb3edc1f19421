"""Small sources for the tests of the makers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from corpus.readers import read_document
from corpus.reading import Reading, ReadingOptions
from workbench.example.makers import make_file
from workbench.example.sources import Source, SourceTurn

POSTS = (
    SourceTurn(
        "2026-03-30 09:02", "Moderator", {"id": "p1", "draad": "D1", "vraag": "j1"}, "Waaraan merkte je dat?", ()
    ),
    SourceTurn(
        "2026-03-30 10:47", "Ilse", {"id": "p2", "draad": "D1", "op": "p1", "eens": "4"}, "Aan de app.\n\nEcht.", ()
    ),
    SourceTurn("2026-03-31 08:00", "Hein", {"id": "p3", "draad": "D1", "op": "p2"}, "Bij mij niet.", ()),
)
PROSE = (
    SourceTurn(None, None, {}, "Handreiking", (), heading=1),
    SourceTurn(None, None, {}, "De regio zegt: doe het op tijd, en met elkaar. " * 70, ()),
    SourceTurn(None, None, {}, "Wat wij verwachten", (), heading=2),
    SourceTurn(None, None, {}, "Werkgeversservicepunten en re-integratiebedrijven financieren dit. " * 50, ()),
)


def a_source(form: str, turns: tuple[SourceTurn, ...], kind: str = "policy") -> Source:
    about = {
        "key": "stuk",
        "title": "Handreiking Westmark",
        "kind": kind,
        "form": form,
        "instrument": "bureau",
        "held_on": date(2024, 5, 14),
    }
    plain = tuple(SourceTurn(t.time, t.speaker, t.more, t.text.strip(), (), t.heading) for t in turns)
    return Source(about, plain)


def read_made(source: Source, folder: Path) -> Reading:
    """The reading of the file that is made of a source."""
    name, data = make_file(source)
    (folder / name).write_bytes(data)
    is_prose = source.turns[0].speaker is None
    return read_document(folder / name, options=ReadingOptions(speakers=False if is_prose else None))
