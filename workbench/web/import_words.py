"""The words of the import pages: how readers, settings, columns and voices are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.readers.answers import ROLES as SURVEY_ROLES
from corpus.readers.columns import ROLES
from corpus.readers.registry import list_readers
from corpus.reading import ReadingOptions
from corpus.rounds import COLUMN
from corpus.segments import Role
from corpus.speakers import fold_label
from study.messages import N_
from study.messages import translate as _
from workbench.actions.choices import Choices
from workbench.actions.previewing import Preview
from workbench.web.import_forms import ASKS, NOBODY, SPEAKS, TOGETHER

VOICES_SHOWN = 60
READERS: Mapping[str, str] = {
    "vtt": N_("captions (vtt)"),
    "srt": N_("captions (srt)"),
    "docx": N_("Word document"),
    "sheet": N_("table of a community"),
    "text": N_("plain text"),
    "survey": N_("answers to a survey"),
    "zoom_chat": N_("chat of Zoom"),
    "whisper": N_("speech recognised by Whisper (json)"),
    "community_json": N_("community (json)"),
    "forum": N_("forum page (html)"),
    "meet": N_("Google Meet (docx)"),
    "odt": N_("OpenDocument text (odt)"),
    "rtf": N_("rich text (rtf)"),
    "pdf": N_("pdf document"),
}
SETTINGS: Mapping[str, str] = {
    "format": N_("format"),
    "encoding": N_("encoding"),
    "delimiter": N_("sign between the cells"),
    "sheet": N_("sheet"),
    "per": N_("a document for each"),
    "speakers": N_("read as a talk"),
    "join_speakers": N_("joined by speaker"),
    "only_sound": N_("only what is sound"),
    "names": N_("are speakers"),
    "no_names": N_("are no speakers"),
    "perspective": N_("perspective"),
    "kind": N_("kind"),
    "guide": N_("topic list"),
    "language": N_("language"),
    "interviewers": N_("ask the questions"),
    "groups": N_("are several people"),
    "keep_original": N_("a copy in the vault"),
}
ROLE_WORDS: Mapping[Role, str] = {
    Role.RESPONDENT: N_("a respondent"),
    Role.INTERVIEWER: N_("asks"),
    Role.GROUP: N_("several people"),
    Role.NONE: N_("no speaker"),
}
VOICE_CHOICES: Mapping[str, str] = {
    SPEAKS: N_("is a speaker"),
    ASKS: N_("asks the questions"),
    TOGETHER: N_("is several people at once"),
    NOBODY: N_("is no speaker"),
}


def reader_words() -> list[tuple[str, str]]:
    """Every reader with what it reads, in the order of the words."""
    return sorted(((each.name, reader_word(each.name)) for each in list_readers()), key=lambda pair: pair[1])


def reader_word(name: str) -> str:
    """What a reader reads; one that a lab added is called by its own name."""
    return _(READERS[name]) if name in READERS else name


def role_words() -> dict[Role, str]:
    """What each voice does."""
    return {role: _(words) for role, words in ROLE_WORDS.items()}


def voice_choices() -> list[tuple[str, str]]:
    """What a person may say that a label is."""
    return [(value, _(words)) for value, words in VOICE_CHOICES.items()]


def setting_words(name: str) -> str:
    """What a kept setting is about."""
    if name.startswith(COLUMN):
        role = name.removeprefix(COLUMN)
        known = {**SURVEY_ROLES, **ROLES}
        return _("column for {role}", role=_(known[role]) if role in known else role)
    return _(SETTINGS[name]) if name in SETTINGS else name


def role_title(words: str) -> str:
    """What a column holds, as the head of a field."""
    said = _(words)
    return said[:1].upper() + said[1:]


def said_role(label: str, choices: Choices) -> str:
    """What a person said that this label is; empty when nothing was said."""
    folded = fold_label(label)
    said = (
        (ASKS, choices.interviewers),
        (TOGETHER, choices.groups),
        (NOBODY, choices.reading.no_names),
        (SPEAKS, choices.reading.names),
    )
    return next((role for role, labels in said if folded in set(map(fold_label, labels))), "")


def unseen_names(preview: Preview, options: ReadingOptions) -> list[str]:
    """The labels that a person named as speakers and that are not in the table of voices."""
    shown = {fold_label(each.label) for each in preview.voices[:VOICES_SHOWN]}
    return [each for each in options.names if fold_label(each) not in shown]


def pairs(values: Iterable[str]) -> list[tuple[str, str]]:
    """Each value with itself as its words, those without any left out."""
    return [(each, each) for each in dict.fromkeys(values) if each.strip()]
