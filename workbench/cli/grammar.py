"""The grammar of `draad`: what stands before the verb, what after it, and complaints of one sentence."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from study.messages import LANGUAGES
from study.messages import translate as _
from workbench.cli.verbs import VERBS

WRONG_USE = 2
WITH_VALUE = ("-s", "--study", "--lang")
"""The options that may stand before the verb and take the word after them."""


class Parser(argparse.ArgumentParser):
    """A parser that answers a mistake with one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is; ends with exit code 2."""
        sentence = _("{command}: {problem}. See “{command} --help”.", command=self.prog, problem=message.rstrip("."))
        self.exit(WRONG_USE, f"{sentence}\n")


class SubVerbs:
    """The words after a verb (`draad code add`), each with the options that every command has."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._verbs = parser.add_subparsers(dest="what", metavar=_("WHAT"))

    def add(self, name: str, about: str) -> argparse.ArgumentParser:
        """The parser of this word, to be given its own arguments."""
        return self._verbs.add_parser(
            name, help=about, description=sentence(about), parents=[shared()], allow_abbrev=False
        )


def split_at_verb(words: list[str]) -> tuple[list[str], str | None, list[str]]:
    """The words before the verb, the verb (the first word that is no option), and the words after it."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return words[:place], word, words[place + 1 :]
    return words, None, []


def read_words(words: list[str]) -> argparse.Namespace:
    """What is asked for: the verb and its arguments; a mistake or a call for help ends the command (`SystemExit`)."""
    before, verb, after = split_at_verb(words)
    general = _general()
    asked = general.parse_args(before)
    if verb is None or asked.help:
        general.print_help()
        general.exit(0 if asked.help else WRONG_USE)
    if verb not in VERBS:
        general.error(_("“{verb}” is no verb; choose from {known}", verb=verb, known=", ".join(VERBS)))
    start = argparse.Namespace(verb=verb, study=asked.study, json=asked.json)
    return _parser_of(verb).parse_args(after, namespace=start)


def _parser_of(verb: str) -> Parser:
    from workbench.cli.verbs import load

    parser = Parser(prog=f"draad {verb}", description=sentence(_(VERBS[verb])), parents=[shared()], allow_abbrev=False)
    load(verb).add_arguments(parser)
    return parser


def _general() -> Parser:
    width = max(map(len, VERBS)) + 2
    verbs = "\n".join(f"  {verb:<{width}}{_(summary)}" for verb, summary in VERBS.items())
    parser = Parser(
        prog="draad",
        usage=_("draad [-s FOLDER] [--lang nl|en] VERB … [--json]"),
        description=_("Rode Draad: from transcripts to a ranked list and a report."),
        epilog=_("verbs:") + "\n" + verbs + "\n\n" + _("“draad VERB --help” says more about a verb."),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
        parents=[shared()],
    )
    parser.add_argument("-h", "--help", action="store_true", help=_("show this help"))
    parser.add_argument("--version", action=_Version, nargs=0, help=_("show the version"))
    parser.set_defaults(study=None, json=False)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: reading metadata takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object, **_more: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"Rode Draad {version('rodedraad')}\n")
        parser.exit()


def shared() -> argparse.ArgumentParser:
    """The options that may stand anywhere: before the verb, after it, after the word that follows it."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "-s",
        "--study",
        metavar=_("FOLDER"),
        default=argparse.SUPPRESS,
        help=_("the study (else the nearest folder upwards)"),
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("the language: Dutch or English")
    )
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help=_("answer in JSON, for other programs")
    )
    return parser


def sentence(about: str) -> str:
    """A summary as a sentence: a capital in front, a full stop behind."""
    return f"{about[:1].upper()}{about[1:]}."
