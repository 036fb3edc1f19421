"""Coding: spans of text get codes and facets, and become the passages table; agreement says how sure we may be.

Nothing is loaded late here: `passages` and `agreement` are also names of modules, which would take the place of the
verbs as soon as anyone imported them. The modules themselves fetch pandas and NumPy only when they are used.
"""

from coding.agreement import agreement
from coding.alpha import krippendorff_alpha
from coding.codebook import Code, CodeGroup
from coding.codebook_files import read_codebook, write_codebook
from coding.codings import Coding, Valence, code_span
from coding.passages import passages

__all__ = [
    "CodeGroup",
    "Code",
    "read_codebook",
    "write_codebook",
    "Coding",
    "Valence",
    "code_span",
    "passages",
    "agreement",
    "krippendorff_alpha",
]
