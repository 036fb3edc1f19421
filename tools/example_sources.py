"""Sources of the example study held against its register, codebook and theory, and against what captions can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from coding.codings import StatementKind, Valence
from corpus.errors import CorpusError
from corpus.readers import read_document
from corpus.reading import ReadingOptions
from corpus.speakers import label_variants
from tools.example_refs import Data
from workbench.example.makers import make_file
from workbench.example.marks import Mark
from workbench.example.sources import POSTED, PROSE, Fault, Source, SourceTurn

CODERS = frozenset({"marit", "joris"})
FIRST_CODER = "marit"
ROLES = frozenset({"interviewer", "group"})


def check_source(file: str, source: Source, data: Data) -> Iterator[Fault]:
    """The faults of one source by itself: front matter, turns, marks."""
    yield from _check_front(file, source, data)
    if source.form not in PROSE:
        yield from _check_speakers(file, source)
        yield from _check_posts(file, source) if source.form in POSTED else _check_clock(file, source)
    yield from _check_questions(file, source, data)
    for turn in source.turns:
        for mark in turn.marks:
            yield from (Fault(file, turn.line, sentence) for sentence in _mark_faults(mark, data))


def shared_labels(sources: Mapping[str, Source]) -> Iterator[Fault]:
    """A fault for every label under which two participants would be known: then it stands for neither."""
    people: dict[str, set[str]] = defaultdict(set)
    labels = [
        (file, label, said["participant"])
        for file, source in sources.items()
        for label, said in source.speakers.items()
        if "participant" in said
    ]
    for _, label, code in labels:
        for form in label_variants(label):
            people[form].add(code)
    for file, label, _ in labels:
        known = {code for form in label_variants(label) for code in people[form]}
        if len(known) > 1:
            yield Fault(file, 1, f"the label “{label}” is used for {' and '.join(sorted(known))}")


def check_round_trip(file: str, source: Source) -> Iterator[Fault]:
    """A fault where the file that is made of a source would not be read as the same turns."""
    with TemporaryDirectory() as folder:
        name, data = make_file(source)
        made = Path(folder) / name
        made.write_bytes(data)
        try:
            reading = read_document(made, options=ReadingOptions(speakers=False if source.form in PROSE else None))
        except CorpusError as problem:
            yield Fault(file, 1, f"the {source.form} file made of it cannot be read: {problem}")
            return
    read = [(turn.speaker, reading.text_of(turn)) for turn in reading.turns]
    written = [(turn.speaker, turn.text) for turn in source.turns]
    for turn, was, now in zip_longest(source.turns, written, read):
        if was != now:
            line = turn.line if turn else 1
            heard = f"“{now[0]}: {now[1][-60:]}”" if now else "nothing"
            yield Fault(file, line, f"the {source.form} file made of it is read otherwise from here: {heard}")
            return


def _check_front(file: str, source: Source, data: Data) -> Iterator[Fault]:
    about = source.about
    for name in ("instrument", "guide"):
        known = data.keys("register", name)
        if name in about and known is not None and about[name] not in known:
            yield Fault(file, 1, f"{name} “{about[name]}” is not in register.toml")
    people = data.keys("register", "participant", key="code")
    for label, said in source.speakers.items():
        if set(said) - {"participant", "role"} or len(said) != 1:
            yield Fault(file, 1, f"the speaker “{label}” needs either participant or role")
        if said.get("role", "group") not in ROLES:
            yield Fault(file, 1, f"the role of “{label}” is not one of {', '.join(sorted(ROLES))}")
        if people is not None and "participant" in said and said["participant"] not in people:
            yield Fault(file, 1, f"the participant “{said['participant']}” is not in register.toml")
    if about["kind"] == "verslag" and not any("participant" in each for each in source.speakers.values()):
        yield Fault(file, 1, "a verslag says in [speakers] whose talk it renders")


def _check_speakers(file: str, source: Source) -> Iterator[Fault]:
    for turn in source.turns:
        if turn.speaker not in source.speakers:
            yield Fault(file, turn.line, f"the speaker “{turn.speaker}” is not in the front matter")
    for label in source.speakers:
        if label not in {turn.speaker for turn in source.turns}:
            yield Fault(file, 1, f"the speaker “{label}” of the front matter says nothing")


def _check_clock(file: str, source: Source) -> Iterator[Fault]:
    for before, turn in pairwise(source.turns):
        if (turn.time or "") <= (before.time or ""):
            yield Fault(file, turn.line, f"the time {turn.time} does not come after {before.time}")
        if source.form.startswith("vtt") and turn.speaker == before.speaker:
            yield Fault(file, turn.line, f"“{turn.speaker}” has two turns in a row, which captions cannot hold")


def _check_posts(file: str, source: Source) -> Iterator[Fault]:
    posts: dict[str, SourceTurn] = {}
    latest: dict[str, str] = {}
    for turn in source.turns:
        identity, thread = turn.more.get("id", ""), turn.more.get("draad", "")
        if identity in posts:
            yield Fault(file, turn.line, f"the id {identity} is also at line {posts[identity].line}")
        if (answered := turn.more.get("op")) and posts.get(answered, turn).more.get("draad") != thread:
            yield Fault(file, turn.line, f"op={answered} answers a post of another thread")
        if answered and answered not in posts:
            yield Fault(file, turn.line, f"op={answered} is no earlier post")
        if thread in latest and (turn.time or "") < latest[thread]:
            yield Fault(file, turn.line, f"the time {turn.time} is before {latest[thread]} in thread {thread}")
        if thread not in latest and not _asks(source, turn):
            yield Fault(file, turn.line, f"thread {thread} does not start with the moderator")
        posts[identity], latest[thread] = turn, turn.time or ""


def _asks(source: Source, turn: SourceTurn) -> bool:
    return source.speakers.get(turn.speaker or "", {}).get("role") == "interviewer"


def _check_questions(file: str, source: Source, data: Data) -> Iterator[Fault]:
    known = data.keys("register", "question", guide=str(source.about.get("guide", "")))
    for turn in source.turns:
        key = turn.more.get("vraag")
        if key and known is not None and key not in known:
            yield Fault(file, turn.line, f"vraag={key} is no question of guide “{source.about.get('guide')}”")
        if key and source.form not in POSTED and not _asks(source, turn):
            yield Fault(file, turn.line, f"vraag={key} stands at a turn of “{turn.speaker}”, who does not ask")


def _mark_faults(mark: Mark, data: Data) -> Iterator[str]:
    known = {
        "code": data.keys("codebook", "code"),
        "actor": data.keys("codebook", "code", group="actor"),
        "phase": _with_across(data.keys("study", "phase")),
        "valence": frozenset(each.value for each in Valence),
        "kind": frozenset(each.value for each in StatementKind),
        "intensity": frozenset("0123"),
    }
    for name, value in [("code", mark.code), *mark.facets.items()]:
        values = known[name]
        if value is not None and values is not None and value not in values:
            yield f"{name} “{value}” is unknown{_hint(name, values)}"
    assumptions = data.keys("theory", "assumption")
    for assumption, sign in mark.stances:
        if assumptions is not None and assumption not in assumptions:
            yield f"assumption {assumption}{sign} is not in theory.toml"
    if strangers := set(mark.coders) - CODERS:
        yield f"coder “{', '.join(sorted(strangers))}” is unknown (marit, joris)"
    if mark.ref and (FIRST_CODER not in mark.coders or mark.ref != mark.ref.lower()):
        yield f"the name #{mark.ref} must be lower case, and on a mark of {FIRST_CODER}"


def _with_across(phases: frozenset[str] | None) -> frozenset[str] | None:
    return None if phases is None else phases | {"x"}


def _hint(name: str, values: frozenset[str]) -> str:
    return " (see codebook.toml)" if name == "code" else f" ({', '.join(sorted(values))})"
