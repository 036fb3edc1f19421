"""Privacy in the workbench's own tables, and the registers of all rooms together."""

from __future__ import annotations

import coding.privacy
import corpus.privacy
import prioritisation.privacy
import synthesis.privacy
from corpus.privacy import ID, RESEARCHER, SETTING
from study.holdings import Holds, Register
from workbench.outbox import Export

HOLDS: Register = {
    Export: Holds(
        words=("file",), rests_on=("quotes",), nobody={"id": ID, "what": SETTING, "by": RESEARCHER, "digest": SETTING}
    )
}
"""What the fields of each record of the workbench may hold."""

REGISTER: Register = {
    **corpus.privacy.HOLDS,
    **coding.privacy.HOLDS,
    **synthesis.privacy.HOLDS,
    **prioritisation.privacy.HOLDS,
    **HOLDS,
}
"""What the fields of every record of the house may hold."""
