"""Five sessions of a made-up study: two with ballots, two consultations, one open to anyone."""

from __future__ import annotations

from pathlib import Path

from study.folder import Study
from tests.workbench.material import put
from workbench.actions.points import import_points
from workbench.actions.sessions import import_sessions

POINTS = """
[[point]]
key = "bellen"
title = "Bel binnen een week"
explanation = "Nu hoort niemand iets."

[[point]]
key = "blijven"
title = "Blijf tot er ander werk is"

[[point]]
key = "brief"
title = "Schrijf brieven die te lezen zijn"
"""
EMPLOYERS = """
[[session]]
key = "s-werkgevers"
title = "Overleg met werkgevers"
perspective = "werkgever"
held_on = 2026-06-02
form = "consultation"
options = ["bellen", "blijven", "brief"]
invited = 7
present = 4
marking = "rangorde"
facilitator = "een onderzoeker"

[[session.entry]]
point = "blijven"
reworded = "Blijf een halfjaar"
dissent = "1 werkgever zag dit anders: een halfjaar is te lang."

[[session.entry]]
brought_in = true
key = "formulieren"
title = "Schaf dubbele formulieren af"
explanation = "Elk kwartaal hetzelfde."

[[session.entry]]
point = "bellen"
"""
EXPERTS = """
[[session]]
key = "s-deskundigen"
title = "Overleg met deskundigen"
perspective = "arbeidsdeskundige"
held_on = 2026-06-04
form = "consultation"
present = 5
marking = "groepen"

[[session.entry]]
point = "bellen"
group = "Eerst"
dissent = "2 van de 5 zagen dit anders: eerst een gesprek."

[[session.entry]]
point = "brief"
group = "Later"
"""


def voted(key: str, perspective: str, day: str, ballots: list[str], *, title: str = "Stemming") -> str:
    """A session with ballots over the three points, each written as a TOML list of lists."""
    whose = f'perspective = "{perspective}"\n' if perspective else ""
    head = f'\n[[session]]\nkey = "{key}"\ntitle = "{title}"\n{whose}held_on = {day}\nform = "ballots"\n'
    options = 'options = ["bellen", "blijven", "brief"]\n'
    return head + options + "".join(f"\n[[session.ballot]]\nranking = {each}\n" for each in ballots)


ORDER, TURNED = '[["bellen"], ["blijven"], ["brief"]]', '[["brief"], ["blijven"], ["bellen"]]'
TWICE = '[["bellen"], ["bellen"]]'
SESSIONS = (
    voted("s-werknemers", "werknemer", "2026-05-19", [ORDER] * 4)
    + voted("s-jobcoaches", "jobcoach", "2026-05-27", [TURNED] * 6 + [ORDER] * 3)
    + EMPLOYERS
    + EXPERTS
    + voted("s-open", "", "2026-06-11", [ORDER] * 20 + [TURNED] * 14 + ["[]"] * 3 + [TWICE], title="Open dag")
)


def with_lists(study: Study, folder: Path, sessions: str = SESSIONS) -> Study:
    """The study with the points and these sessions."""
    import_points(study, put(folder, "punten.toml", POINTS), by="ans")
    import_sessions(study, put(folder, "sessies.toml", sessions), by="ans")
    return study
