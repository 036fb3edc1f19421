"""What is said beside a result that rests on documents nobody checked for names."""

from __future__ import annotations

from study.folder import Study
from study.messages import translate_count
from workbench.cli.screen import Screen


def warn_raw(study: Study, screen: Screen) -> None:
    """One line when documents with people's words have not been checked for names yet."""
    from workbench.actions.checking import count_raw

    number = count_raw(study)
    if number:
        screen.warn(
            translate_count(
                "{number} document was not checked for names yet: see “draad names status”.",
                "{number} documents were not checked for names yet: see “draad names status”.",
                number,
            )
        )
