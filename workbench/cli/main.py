"""`draad [-s FOLDER] [--lang nl|en] VERB … [--json]`: the grammar, the help, and what happens when it fails."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from study.errors import DiskFull, ReadOnly, StudyError
from study.messages import LANGUAGES, set_language
from study.messages import translate as _
from workbench.cli.screen import Screen
from workbench.cli.verbs import VERBS, load

LANGUAGE_VARIABLE = "DRAAD_LANG"
USAGE = 2
INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints and headings are in the language of the person."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, _("{command}: {problem}", command=self.prog, problem=message) + "\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong usage, or that of the family of the error."""
    given = list(sys.argv[1:] if words is None else words)
    _speak(given)
    try:
        return _run(given)
    except StudyError as problem:
        return _fail(str(problem), problem.exit_code)
    except KeyboardInterrupt:
        return _fail(_("Stopped. What was finished is stored; the same command goes on from there."), INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as problem:
        sentence = _sentence_for(problem)
        if sentence is None:
            raise
        return _fail(str(sentence), sentence.exit_code)


def _run(words: list[str]) -> int:
    general = _general()
    arguments, rest = general.parse_known_args(_before_verb(words))
    verb = next(iter(rest), None)
    if verb is None:
        general.print_help()
        return 0 if arguments.help else USAGE
    if verb not in VERBS:
        known = ", ".join(VERBS)
        general.error(_("“{verb}” is no verb; choose from {known}", verb=verb, known=known))
    module = load(verb)
    parser = _Parser(prog=f"draad {verb}", description=_(VERBS[verb]).capitalize() + ".", parents=[_shared()])
    module.add_arguments(parser)
    own = words[words.index(verb) + 1 :]
    arguments = parser.parse_args(own, namespace=argparse.Namespace(study=arguments.study))
    return module.run(arguments, Screen(json=arguments.json)) or 0


def _before_verb(words: list[str]) -> list[str]:
    """The words up to and with the verb: the options of a verb are its own."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in ("-s", "--study", "--lang"):
            skip = True
        elif not word.startswith("-"):
            return words[: place + 1]
    return words


def _general() -> argparse.ArgumentParser:
    width = max(map(len, VERBS)) + 2
    verbs = "\n".join(f"  {verb:<{width}}{_(summary)}" for verb, summary in VERBS.items())
    parser = _Parser(
        prog="draad",
        usage=_("draad [-s FOLDER] [--lang nl|en] VERB … [--json]"),
        description=_("Rode Draad: from transcripts to a ranked list and a report."),
        epilog=_("verbs:") + "\n" + verbs + "\n\n" + _("“draad VERB --help” says more about a verb."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="store_true", help=_("show this help"))
    parser.add_argument("--version", action="version", version=_version(), help=_("show the version"))
    _add_shared(parser, default=None)
    return parser


def _shared() -> argparse.ArgumentParser:
    """What may stand before the verb or after it."""
    parser = argparse.ArgumentParser(add_help=False)
    _add_shared(parser, default=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, for other programs"))
    return parser


def _add_shared(parser: argparse.ArgumentParser, *, default: str | None) -> None:
    parser.add_argument(
        "-s", "--study", metavar=_("FOLDER"), default=default, help=_("the study (else the nearest folder upwards)")
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=_("the language: Dutch or English"))


def _speak(words: Sequence[str]) -> None:
    """Choose the language before anything is said: --lang, else DRAAD_LANG, else Dutch."""
    language = os.environ.get(LANGUAGE_VARIABLE, "nl")
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--lang":
            language = following
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
    set_language(language if language in LANGUAGES else "nl")


def _version() -> str:
    from importlib.metadata import version

    return f"Rode Draad {version('rodedraad')}"


def _sentence_for(problem: OSError) -> StudyError | None:
    place = problem.filename or "?"
    if problem.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return DiskFull(place=place)
    return ReadOnly(place=place) if isinstance(problem, PermissionError) or problem.errno == errno.EROFS else None


def _fail(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code
