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
# Numbers, time, and verbs and nouns that talk about anything: they tell conversations apart, not subjects.
_LIGHT = """
    één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig honderd duizend
    eerste tweede derde laatste volgende vorige half halve helft paar aantal
    keer keren dag dagen week weken maand maanden jaar jaren tijd tijden moment uurtje kwartier vandaag morgen gisteren
    zit zitten zat zaten gezeten sta staat staan stond stonden lig ligt liggen lag lagen loop loopt lopen liep
    krijg krijgt krijgen kreeg kregen gekregen vind vindt vinden vond vonden gevonden denk denkt denken dacht dachten
    weet weten wist wisten laat laten liet lieten maak maakt maken maakte gemaakt blijf blijft blijven bleef bleven
    zie ziet zien zag zagen gezien kijk kijkt kijken keek neem neemt nemen nam geef geeft geven gaf gegeven
    hoor hoort horen hoorde gehoord vraag vraagt vragen vroeg gevraagd zeggen zeiden gezegd vertel vertelt vertellen
    vertelde heet heten heette noem noemt noemen ken kent kennen kende bedoel bedoelt houd hou houdt houden hield
    mens mensen man mannen vrouw vrouwen jongen meisje ding dingen manier kant stuk deel geval punt rest
    alleen samen steeds meteen ineens opeens bijna vooral verder eerst later laatst meestal allemaal allebei beide
    hetzelfde zelfde enige niks bezig weg graag snel lang langer korter
    januari februari maart april mei juni juli augustus september oktober november december
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend middag avond nacht
    morgens ochtends middags avonds nachts vanmorgen vanmiddag vanavond uur uren minuut minuten
    dertien veertien vijftien zestien zeventien achttien negentien nul eén
    anders daarna eigen ene dezelfde zich mijne vorig vroeger eerder ooit opnieuw vanaf naast achter langs dichtbij
    eruit eraf erover eronder ervoor erachter alsof terwijl juist zelfs liever helemaal elkaars
    zet zetten gezet begin begint begonnen begon beginnen praat praten praatte belt bel bellen belde belden gebeld
    breng brengt brengen bracht lees lezen las gelezen schrijf schreef schrijven geschreven stuur stuurt stuurde
    gestuurd hang hangt hing vallen valt viel kost kosten zoek zoekt zocht klopt klopte wacht wachtte leg legt leggen
    legde wou halen haal haalt haalde gehaald hardop
    goed goede beter beste mooi mooie leuk fijn gek fout eerlijk erger netjes nodig vast vol leeg dicht los groot grote
    klein kleine oud oude hard sorry mevrouw meneer haha hoi vent kerel lachen
    hand handen hoofd kop tafel deur stoel koffie naam woord zaak vorm begin eind einde
"""
STOP_WORDS = frozenset(f"{_GRAMMAR} {_SPOKEN} {_LIGHT}".split())

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
