"""Coding: spans of text get codes and facets, and become the passages table; agreement says how sure we may be.

Nothing is loaded late here: `passages` is also the name of a module, which would take the place of the verb as soon
as anyone imported it. The modules themselves fetch pandas and NumPy only when they are used.
"""

from coding.codebook import Code, CodeGroup
from coding.codings import Coding, Valence
from coding.passages import passages

__all__ = [
    "Code",
    "CodeGroup",
    "Coding",
    "Valence",
    "passages",
]
