"""What the documentation leaves out or gets wrong: `python -m tools.documentation`.

Every verb, setting, environment variable and error is mentioned in `docs/reference`; every link leads
somewhere; every `draad` line in an example is one that the command understands.
"""

from __future__ import annotations

import argparse
import dataclasses
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from study import config
from tools.error_reference import ROOMS, ROOT, errors_of, is_fresh
from workbench.cli.verbs import VERBS, load

REFERENCE = Path("docs/reference")
# Material of the example study is no documentation, though it is Markdown too.
NO_DOCUMENTATION = ("workbench/example",)
FENCE = re.compile(
    r"^(?P<mark>```+|~~~+)(?P<language>\w*)[^\n]*\n(?P<body>.*?)^(?P=mark)\s*$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|(?:src|href)=\"([^\"]+)\"")
VARIABLE = re.compile(r"\bDRAAD_[A-Z_]+\b")
SHELLS = {"sh", "bash", "console", "shell"}


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example: where it stands, its language and what it says."""

    file: Path
    line: int
    language: str
    body: str


def pages(root: Path = ROOT) -> list[Path]:
    """The Markdown files of the documentation, from the root of the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
    names = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return sorted(Path(name) for name in set(names) if name and not name.startswith(NO_DOCUMENTATION))


def examples(file: Path, root: Path = ROOT) -> list[Example]:
    """The fenced examples of a page, in their order."""
    text = (root / file).read_text(encoding="utf-8")
    return [
        Example(file, text[: found.start()].count("\n") + 1, found["language"].lower(), found["body"])
        for found in FENCE.finditer(text)
    ]


def links(text: str) -> list[str]:
    """Where the links and pictures of a page lead to; what stands in an example is no link."""
    plain = re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))
    return [found[1] or found[2] for found in LINK.finditer(plain)]


def anchors(text: str) -> set[str]:
    """The anchors of the headings of a page, as the usual viewers make them."""
    heads = re.findall(r"^#{1,6}\s+(.*?)\s*#*$", FENCE.sub("", text), re.MULTILINE)
    plain = (re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", head).lower() for head in heads)
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in plain} | set(
        re.findall(r"<a (?:id|name)=\"([^\"]+)\"", text)
    )


def broken_links(file: Path, root: Path = ROOT) -> list[str]:
    """A line for each link of the page that leads to a file or a heading that is not there."""
    text = (root / file).read_text(encoding="utf-8")
    return [
        f"{file.as_posix()}: the link to {target} leads nowhere"
        for target in links(text)
        if not re.match(r"[a-z]+:", target) and not leads_somewhere(target, root / file)
    ]


def leads_somewhere(target: str, page: Path) -> bool:
    """Whether a relative link of this page has a file, and a heading in it when one is named."""
    name, _, anchor = unquote(target).partition("#")
    aim = page.parent / name if name else page
    if not aim.exists():
        return False
    return not anchor or aim.suffix != ".md" or anchor in anchors(aim.read_text(encoding="utf-8"))


def verbs() -> list[str]:
    """The verbs of the command."""
    return list(VERBS)


def settings() -> list[str]:
    """The names that may stand in a `study.toml`."""
    kinds = [kind for kind in vars(config).values() if isinstance(kind, type) and dataclasses.is_dataclass(kind)]
    return sorted({each.name for kind in kinds for each in dataclasses.fields(kind)})


def variables() -> list[str]:
    """The environment variables that the code reads."""
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
    return sorted({name for file in files for name in VARIABLE.findall(file.read_text(encoding="utf-8"))})


def errors() -> list[str]:
    """The names of everything that can be said to a person when something is wrong."""
    return sorted({kind.__name__ for room in ROOMS for kind in errors_of(room)})


@cache
def reference(root: Path = ROOT) -> str:
    """All reference pages as one text."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((root / REFERENCE).rglob("*.md")))


def unmentioned(text: str) -> list[str]:
    """A line for each verb, setting, variable and error that this reference does not mention."""
    # a tuple of the code, `perspectives`, is written [[perspective]] in a study.toml
    wanted = [
        *(("verb", verb, rf"\bdraad {verb}\b") for verb in verbs()),
        *(("setting", name, rf"`\[*{name.removesuffix('s')}s?\]*`") for name in settings()),
        *(("variable", name, rf"`{name}`") for name in variables()),
        *(("error", name, rf"`{name}`") for name in errors()),
    ]
    return [
        f"docs/reference: the {kind} {name} is not mentioned"
        for kind, name, pattern in wanted
        if not re.search(pattern, text)
    ]


def commands(example: Example) -> Iterator[tuple[int, list[str]]]:
    """The `draad` commands of an example with their lines, as words; what is piped or chained is taken apart."""
    body = example.body.replace("\\\n", "  ")
    for number, line in enumerate(body.splitlines(), start=example.line + 1):
        for part in re.split(r"\s(?:&&|\|\||[|;])\s", re.sub(r"^\s*\$ ", "", line)):
            words = shlex.split(part, comments=True)
            if words[:1] == ["draad"]:
                yield number, words[1:]


def misunderstood(words: list[str]) -> str | None:
    """What the command would complain about when it is given these words; None when it understands them."""
    verb = next((word for word in words if word in VERBS), None)
    if verb is None:
        return None if {"--help", "--version"} & set(words) else f"no verb in “draad {' '.join(words)}”"
    parser = argparse.ArgumentParser(prog=f"draad {verb}", exit_on_error=False)
    for option in ("--study", "-s", "--lang"):
        parser.add_argument(option)
    parser.add_argument("--json", action="store_true")
    load(verb).add_arguments(parser)
    own = [word for word in words[words.index(verb) + 1 :] if word not in {"…", "..."}]
    try:
        parser.parse_args(own)
    except argparse.ArgumentError as problem:
        return f"“draad {' '.join(words)}” is not understood: {problem}"
    except SystemExit as ended:
        return None if ended.code == 0 else f"“draad {' '.join(words)}” is not understood"
    return None


def wrong_commands(file: Path, root: Path = ROOT) -> list[str]:
    """A line for each `draad` command in the examples of a page that would not be understood."""
    return [
        f"{example.file.as_posix()}:{line}: {problem}"
        for example in examples(file, root)
        if example.language in SHELLS
        for line, words in commands(example)
        if (problem := misunderstood(words))
    ]


def faults() -> list[str]:
    """Everything that is left out or wrong, a line each."""
    by_page = [line for file in pages() for line in (*broken_links(file), *wrong_commands(file))]
    old = [] if is_fresh() else ["docs/reference/errors.md is older than the errors; run: make reference"]
    return [*by_page, *unmentioned(reference()), *old]


def main() -> int:
    """Say what is left out or wrong; 1 when something is."""
    lines = faults()
    print(*lines, sep="\n", end="\n" if lines else "")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
