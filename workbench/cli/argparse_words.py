"""What argparse says by itself, in the language of the person: it asks gettext, so gettext gets our catalogue."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from study.messages import LOCALE, N_

DOMAIN = "workbench"
"""The catalogue in which the words below are translated; Python's gettext finds it in LOCALE."""
LANGUAGE_OF_GETTEXT = "LANGUAGE"

WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("not allowed with argument %s"),
)
"""Everything of argparse (Python 3.11 to 3.13) that a person can get to see; the rest is said to programmers."""


@contextmanager
def argparse_speaking(language: str) -> Iterator[None]:
    """Inside the block argparse speaks this language; afterwards gettext is as it was."""
    domain, before = gettext.textdomain(), os.environ.get(LANGUAGE_OF_GETTEXT)
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ[LANGUAGE_OF_GETTEXT] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ[LANGUAGE_OF_GETTEXT]
        else:
            os.environ[LANGUAGE_OF_GETTEXT] = before
