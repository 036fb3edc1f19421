"""The coding page: from key press to saved and shown, on a transcript of 300,000 characters with 3,000 codings.

`python -m benchmarks.coding_page` makes the study, opens it in Chromium, and codes 200 turns by one key each.
"""

from __future__ import annotations

import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from benchmarks.measuring import say
from coding.codebook import Code, CodeGroup
from coding.codings import Coding
from corpus.documents import Document, DocumentKind
from corpus.participants import Participant
from corpus.segments import Role, Segment, Unit
from study.folder import Study
from study.ids import new_id
from tests.servers.chromium import running_chromium, watched_page
from workbench.actions.starting import start_study

SEED = 20261201
CHARACTERS = 300_000
CODINGS = 3_000
CODES = 80
PRESSES = 200
BETWEEN = 150
"""Milliseconds between two keys of somebody who is quick."""
CODER = "bea"
WORDS = ("toen", "de", "coach", "belde", "niemand", "meer", "over", "het", "werk", "dat", "ik", "deed", "bij", "hem")
WATCH = """
() => {
  window.times = [];
  let pressed = null;
  addEventListener("keydown", event => { if (event.key === "1") pressed = event.timeStamp; }, true);
  const done = () => {
    if (pressed === null || document.getElementById("bewaard").dataset.waiting !== "0") return;
    if (!document.querySelector(".chip[aria-pressed=true]")) return;
    const from = pressed;
    pressed = null;
    // A task after the frame: by then it is painted.
    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - from)));
  };
  new MutationObserver(done).observe(document.body, { subtree: true, childList: true, attributes: true });
}
"""

MARK = "name => performance.getEntriesByName(name)[0].startTime"
WAIT = """
number => new Promise(done => {
  const look = () => (window.times.length > number ? done() : setTimeout(look, 5));
  look();
})
"""


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        study = start_study(Path(folder) / "studie")
        document = fill(study)
        with serving(study) as address, running_chromium() as browser, watched_page(browser) as (page, _):
            page.set_viewport_size({"width": 1440, "height": 900})
            page.context.add_cookies([{"name": "draad_naam", "value": CODER, "url": address}])
            say(f"{CHARACTERS:,} characters, {CODINGS:,} codings, {CODES} codes")
            for which in ("first time", "again"):
                first, usable, marked = open_page(page, f"{address}/codeer/{document.id}")
                say(f"  {which}: text in sight {first:.0f} ms, usable {usable:.0f} ms, all marks {marked:.0f} ms")
            times = press_keys(page)
            cuts = quantiles(times, n=20)
            say(f"  key to saved and shown, {len(times)} times: p50 {cuts[9]:.0f} ms   p95 {cuts[18]:.0f} ms")


@contextmanager
def serving(study: Study) -> Iterator[str]:
    """The address of the workbench as people start it: a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = str(Path(sys.executable).with_name("draad"))
    command = [program, "-s", str(study.folder), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout
        process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def open_page(page: Page, address: str) -> tuple[float, float, float]:
    """Milliseconds until the text is in sight, the page can be worked on, and every coding is drawn."""
    page.goto(address)
    page.wait_for_selector("#tekst[data-ready]", timeout=60_000)
    page.wait_for_timeout(500)
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    return first, *page.evaluate(
        "['bruikbaar', 'getekend'].map(each => performance.getEntriesByName(each)[0].startTime)"
    )


def press_keys(page: Page) -> list[float]:
    """Milliseconds for each press of the key of the code that was used last, turn after turn."""
    page.keyboard.press("/")
    page.keyboard.type("Code 7")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.evaluate(WATCH)
    for number in range(PRESSES):
        page.keyboard.press("Escape")
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(BETWEEN)
        page.keyboard.press("1")
        page.evaluate(WAIT, number)
    times: list[float] = page.evaluate("window.times")
    return times


def fill(study: Study) -> Document:
    """A transcript with turns of about 250 characters, coded all over by two people, often three deep."""
    chance = random.Random(SEED)  # noqa: S311 - made-up material
    turns = [_turn(chance) for _ in range(CHARACTERS // 250)]
    text = "\n\n".join(turns)[:CHARACTERS]
    document = Document(
        new_id(), "Lang gesprek", text, DocumentKind.TRANSCRIPT, None, None, "nl", None, "lang.vtt", new_id()
    )
    with study.store(by=CODER) as store:
        person = Participant(new_id(), "W01", study.settings.perspectives[0].key)
        store.add(person, document, *_segments(document, turns, person))
        store.add(CodeGroup(new_id(), "knelpunt", "Knelpunt", 1))
        store.add(*(Code(new_id(), f"code-{each}", "knelpunt", f"Code {each}", each) for each in range(CODES)))
        store.add(*(_coding(chance, document) for _ in range(CODINGS)))
    return document


def _turn(chance: random.Random) -> str:
    size = chance.randint(120, 380)
    words: list[str] = []
    while sum(map(len, words)) + len(words) < size:
        words.append(chance.choice(WORDS))
    return " ".join(words)


def _segments(document: Document, turns: list[str], person: Participant) -> list[Segment]:
    made, at = [], 0
    for number, turn in enumerate(turns):
        end = min(at + len(turn), len(document.text))
        if at < end:
            made.append(Segment(new_id(), document.id, number, Unit.TURN, at, end, None, person.id, Role.RESPONDENT))
        at += len(turn) + 2
    return made


def _coding(chance: random.Random, document: Document) -> Coding:
    start = chance.randrange(len(document.text) - 400)
    coder = CODER if chance.random() < 0.6 else "cor"
    end = start + chance.randint(20, 300)
    code = f"code-{chance.randrange(CODES)}"
    return Coding(new_id(), document.id, start, end, coder, code=code, made_at=datetime.now(UTC))


if __name__ == "__main__":
    main()
