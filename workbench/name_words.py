"""The words for kinds of names and for why one was suggested, the same on the screen and on the pages."""

from __future__ import annotations

from corpus.names.found import LIKELY, UNSURE, Rule
from corpus.replacements import NameKind
from study.messages import N_
from study.messages import translate as _
from workbench.actions.name_groups import Group

KINDS = {
    NameKind.PERSON: N_("person"),
    NameKind.EMPLOYER: N_("employer"),
    NameKind.OFFICE: N_("office"),
    NameKind.PLACE: N_("place"),
    NameKind.PHONE: N_("phone number"),
    NameKind.EMAIL: N_("e-mail address"),
    NameKind.BSN: N_("citizen service number"),
    NameKind.IBAN: N_("bank account"),
    NameKind.POSTCODE: N_("postcode"),
    NameKind.BIRTH_DATE: N_("date of birth"),
    NameKind.AGE: N_("age"),
    NameKind.FUNCTION: N_("rare function"),
    NameKind.OTHER: N_("something else"),
}
RULES = {
    Rule.PARTICIPANT: N_("a participant"),
    Rule.KEY: N_("replaced before"),
    Rule.SPEAKER: N_("speaks here"),
    Rule.CHECK: N_("passes the number test"),
    Rule.FORM: N_("looks like one"),
    Rule.TITLE: N_("addressed so"),
    Rule.LIST: N_("on a list of names"),
    Rule.CONTEXT: N_("words around it"),
    Rule.ELSEWHERE: N_("same words elsewhere"),
    Rule.CAPITAL: N_("a capital only"),
    Rule.BY_HAND: N_("marked by hand"),
}


def kind_words(kind: NameKind) -> str:
    """What it is."""
    return _(KINDS[kind])


def rule_words(rule: Rule) -> str:
    """Why it was suggested."""
    return _(RULES[rule])


def decision_words(group: Group) -> str:
    """What was decided about it; nothing when nobody did."""
    if group.is_open:
        return ""
    return _("to be replaced") if group.is_accepted else _("stays")


def certainty_words(score: float) -> str:
    """How sure the rule is, in words."""
    if score >= 0.8:
        return _("almost certain")
    if score >= LIKELY:
        return _("quite likely")
    return _("perhaps") if score >= UNSURE else _("probably not")
