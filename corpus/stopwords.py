"""Stop words: Dutch words that carry no subject, and what people say while they think."""

from __future__ import annotations

import re

_GRAMMAR = """
    de het een der den des
    ik je jij jou jouw u uw hij hem zijn zij ze haar hun hen wij we ons onze jullie me mij mijn mn z'n m'n d'r 'm
    dit dat deze die er hier daar wie wat waar welk welke wanneer hoe waarom zelf elkaar men iemand niemand iets niets
    alles iedereen elk elke ieder iedere sommige andere ander zo'n zulke
    ben bent is was waren geweest wezen heb hebt heeft had hadden gehad hebben word wordt werd werden geworden worden
    zal zult zullen zou zouden kan kun kunt kunnen kon konden mag mogen mocht mochten moet moeten moest moesten
    wil wilt willen wilde wilden hoef hoeft hoeven hoefde
    ga gaat gaan ging gingen gegaan doe doet doen deed deden gedaan kom komt komen kwam kwamen gekomen
    en of maar want dus dan als toen omdat doordat terwijl hoewel zodat tot dat wanneer indien toch ook nog al
    wel niet geen nooit altijd vaak soms weer meer minder veel weinig heel erg te zo er nu net pas straks
    in op aan bij met van voor door over onder naar uit om na tegen tussen zonder binnen buiten per via sinds tijdens
    af toe mee heen terug ervan erop eraan erin erbij ermee ervoor daarvan daarop daaraan daarin daarbij daarmee
    daarvoor daarom daardoor hierbij hiermee waarvan waarop waaraan waarin waarbij waarmee waarvoor waardoor
    's 't 'n 'k
"""
_SPOKEN = """
    eh ehm uh uhm euh hè he hé hm hmm mm mhm ja jaja jawel nee neen nou goh tja joh hoor oké oke okay
    eigenlijk gewoon zeg zegt zei zeker natuurlijk inderdaad precies misschien ongeveer sowieso dingetje
    toch best beetje even eventjes soort ofzo enzo zoiets dergelijke bijvoorbeeld
"""
STOP_WORDS = frozenset(f"{_GRAMMAR} {_SPOKEN}".split())

FILLERS = (
    "zeg maar",
    "weet je wel",
    "weet je",
    "weet ik veel",
    "snap je",
    "hoe zeg je dat",
    "hoe noem je dat",
    "laat ik zeggen",
    "laten we zeggen",
    "om het zo maar te zeggen",
    "of zo",
    "en zo",
    "een soort van",
    "op zich",
    "in die zin",
    "ik bedoel",
    "ja precies",
    "noem maar op",
)
_FILLER = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, FILLERS), key=len, reverse=True)) + r")\b")
_WORD = re.compile(r"['’]?[^\W\d_]+(?:['’-][^\W\d_]+)*")


def content_words(text: str) -> list[str]:
    """The words of a text that carry a subject, in lower case: no stop words, fillers, numbers or single letters.

    >>> content_words("Ja, ik was eh... zeg maar m'n baan kwijt, bij zo’n re-integratiebureau")
    ['baan', 'kwijt', 're-integratiebureau']
    """
    folded = _FILLER.sub(" ", text.lower().replace("’", "'"))
    return [word for word in _WORD.findall(folded) if len(word) > 1 and word not in STOP_WORDS]
