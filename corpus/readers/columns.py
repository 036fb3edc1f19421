"""Columns: which column of a community export holds what, by the names Dutch and English programs give them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.errors import MissingColumn, UnknownColumn
from study.messages import N_
from study.messages import translate as _

# The names of each role, the surest first: with "bericht" and "reactie" side by side the first is the text.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("bericht", "tekst", "text", "message", "berichttekst", "content", "inhoud", "post", "body", "comment",
             "message_text", "post_text", "reactie", "antwoord", "answer", "reply"),
    "author": ("gebruiker", "auteur", "author", "user", "gebruikersnaam", "username", "user_name", "deelnemer",
               "participant", "afzender", "naam", "name", "spreker", "speaker", "geplaatst_door", "posted_by", "van"),
    "thread": ("draad", "draad_id", "thread", "thread_id", "topic", "topic_id", "discussie", "discussion", "onderwerp"),
    "key": ("bericht_id", "berichtid", "id", "post_id", "message_id", "comment_id", "berichtnummer", "reactie_id"),
    "parent": ("reactie_op", "parent", "parent_id", "reply_to", "in_reply_to", "antwoord_op", "ouder", "reactie_op_id",
               "in_reply_to_id", "reply_to_id"),
    "date": ("datum", "date", "datum_tijd", "datetime", "timestamp", "tijdstip", "posted_at", "created_at", "created",
             "geplaatst_op", "geplaatst", "aangemaakt"),
    "prompt": ("vraag", "prompt", "question", "opdracht", "stelling", "vraag_id", "question_id", "prompt_id"),
    "likes": ("eens", "likes", "duimpjes", "instemming", "thumbs_up", "upvotes", "reactions", "vind_ik_leuk",
              "hartjes", "hearts", "emoji", "emojis", "reacties_emoji", "waarderingen", "like"),
}  # fmt: skip
ROLES: Mapping[str, str] = {
    "text": N_("the text"),
    "author": N_("the author"),
    "thread": N_("the thread"),
    "key": N_("the id of the post"),
    "parent": N_("the post it replies to"),
    "date": N_("the date"),
    "prompt": N_("the question"),
    "likes": N_("the number of likes"),
}
NEEDED = ("text", "author")
SURELY = 10
"""So many of the names of text and of author leave no doubt."""


def find_columns(
    header: Sequence[str],
    *,
    names: Mapping[str, tuple[str, ...]] = NAMES,
    given: Mapping[str, str] | None = None,
    file: str = "",
) -> dict[str, int]:
    """The place of the column for each role that the header names, or that is given by name.

    Raises `UnknownColumn` when a column that is given is not there.

    >>> find_columns(["Draad", "Gebruiker", "Bericht"])
    {'text': 2, 'author': 1, 'thread': 0}
    """
    words = [fold_header(each) for each in header]
    chosen = {role: find_place(header, name, file=file) for role, name in (given or {}).items()}
    free = [word if place not in chosen.values() else "" for place, word in enumerate(words)]
    for role, known in names.items():
        place = next((free.index(name) for name in known if name in free), None)
        if role not in chosen and place is not None:
            chosen[role] = place
            free[place] = ""
    return chosen


def check_columns(columns: Mapping[str, int], header: Sequence[str], *, file: str) -> None:
    """Nothing, when text and author have a column; raises `MissingColumn` with those found and expected otherwise."""
    for role in NEEDED:
        if role not in columns:
            raise MissingColumn(
                file=file, role=_(ROLES[role]), found=list_headers(header), expected=", ".join(NAMES[role][:6])
            )


def name_columns(columns: Mapping[str, int], header: Sequence[str]) -> dict[str, str]:
    """The header of the column for each role."""
    return {role: header[place].strip() for role, place in columns.items()}


def score_posts(header: Sequence[str]) -> int:
    """How many columns of an export of posts the header names; 0 without one for text and one for author."""
    found = find_columns(header)
    return len(found) if set(NEEDED) <= found.keys() else 0


def is_sure(header: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether text and author go by names that mean nothing else, unlike "antwoord" or "naam"."""
    return all(fold_header(header[columns[role]]) in NAMES[role][:SURELY] for role in NEEDED)


def list_headers(header: Sequence[str]) -> str:
    """The headers as a person reads them in a sentence."""
    return ", ".join(" ".join(each.split())[:40] for each in header if each.strip()) or "–"


def fold_header(header: str) -> str:
    """The header as it is compared: lower case, one underscore for anything between words.

    >>> fold_header(" Reactie-op (ID) ")
    'reactie_op_id'
    """
    return re.sub(r"\W+", "_", header.casefold()).strip("_")


def find_place(header: Sequence[str], name: str, *, file: str) -> int:
    """The place of the column with this header; raises `UnknownColumn`."""
    words, folded = [fold_header(each) for each in header], fold_header(name)
    if folded not in words:
        raise UnknownColumn(file=file, column=name, found=list_headers(header))
    return words.index(folded)
