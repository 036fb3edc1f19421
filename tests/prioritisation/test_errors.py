from __future__ import annotations

import string

import pytest

from prioritisation import errors
from prioritisation.errors import PrioritisationError
from study.messages import speaking

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, PrioritisationError)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_a_sentence_in_both_languages_and_exits_with_14(kind: type[PrioritisationError]) -> None:
    places = [name for _, name, _, _ in string.Formatter().parse(kind.message) if name]
    error = kind(**{name: f"<{name}>" for name in places})
    said = {}
    for language in ("en", "nl"):
        with speaking(language):
            said[language] = str(error)
    assert error.exit_code == 14
    assert said["en"] != said["nl"]
    for sentence in said.values():
        assert sentence.endswith(".")
        assert all(f"<{name}>" in sentence for name in places)
