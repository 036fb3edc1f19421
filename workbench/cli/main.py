"""`draad`: what a command does with its words, and what it says when it fails: one sentence and an exit code."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Sequence

from study.errors import StudyError
from study.messages import LANGUAGES, current_language, set_language
from study.messages import translate as _
from workbench.cli.argparse_words import argparse_speaking
from workbench.cli.grammar import read_words
from workbench.cli.screen import Screen
from workbench.cli.verbs import load
from workbench.looker import looking_as

LANGUAGE_VARIABLE = "DRAAD_LANG"
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 2 for wrong use, 130 when stopped, or that of the family of the error."""
    given = list(sys.argv[1:] if words is None else words)
    choose_language(given)
    _write_utf8()
    # Interrupted while it closes a connection, SQLAlchemy logs a traceback, which without a handler goes to the screen.
    logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())
    try:
        code = _run(given)
        sys.stdout.flush()
        return code
    except StudyError as problem:
        return _fail(problem)
    except KeyboardInterrupt:
        sys.stderr.write(_("Stopped. What was finished is stored; the same command goes on from there.") + "\n")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except OSError as problem:
        sentence = _sentence_for(problem)
        if sentence is None:
            raise
        return _fail(sentence)


def choose_language(words: Sequence[str]) -> None:
    """Choose the language before anything is said: --lang, else DRAAD_LANG, else Dutch."""
    language = os.environ.get(LANGUAGE_VARIABLE, LANGUAGES[0])
    for place, word in enumerate(words):
        if word == "--lang":
            language = "".join(words[place + 1 : place + 2])
        elif word.startswith("--lang="):
            language = word.removeprefix("--lang=")
    set_language(language if language in LANGUAGES else LANGUAGES[0])


def _run(words: list[str]) -> int:
    try:
        with argparse_speaking(current_language()):
            arguments = read_words(words)
    except SystemExit as ended:
        return int(ended.code or 0)
    from workbench.cli.people import person

    with looking_as(person(arguments)):
        return load(arguments.verb).run(arguments, Screen(json=arguments.json)) or 0


def _write_utf8() -> None:
    """UTF-8 on both streams, also where a pipe on Windows would get an older encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _let_go_of_output() -> None:
    """Whoever read our output went away: what is still buffered goes nowhere, without a complaint at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _sentence_for(problem: OSError) -> StudyError | None:
    from workbench.disk import sentence_for

    return sentence_for(problem)


def _fail(problem: StudyError) -> int:
    sys.stderr.write(f"{problem}\n")
    return problem.exit_code
