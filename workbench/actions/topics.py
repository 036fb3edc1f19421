"""Topics: fitted on what respondents said, kept with settings and seed, laid beside the codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from corpus.embedding import fit_embedder
from corpus.segments import Role
from corpus.stopwords import content_words
from study.folder import Study
from study.messages import translate as _
from synthesis.topics import TopicFit, fit_topics
from workbench.actions.material import Material, load_material
from workbench.actions.saving import put
from workbench.errors import NothingImported, NothingSaid
from workbench.progress import Progress, silent

if TYPE_CHECKING:
    import pandas

Method = Literal["builtin", "bertopic"]
METHODS: tuple[Method, ...] = ("builtin", "bertopic")
SEED = 42
LEAST_WORDS = 4
LEAST_SUBJECT_WORDS = 5
ENOUGH = 200
"""With so many turns that hold five words about a subject, shorter ones only blur the groups."""


def fit_study_topics(
    study: Study, methods: Sequence[Method] = METHODS[:1], *, by: str, seed: int = SEED, progress: Progress = silent
) -> tuple[TopicFit, ...]:
    """Fit each method on the segments of respondents and keep the result; the same corpus gives the same topics.

    Raises `NothingImported`, or `NothingSaid` when no respondent says anything of some length.
    """
    material = load_material(study)
    table = segment_texts(material)
    if table.empty:
        raise NothingSaid(words=LEAST_WORDS) if material.documents else NothingImported
    progress(_("Building vectors"))
    embedder = fit_embedder(list(table["text"]))
    fits = []
    for method in methods:
        progress(_("Topics: {method}", method=method))
        fits.append(fit_topics(table, embedder=embedder, method=method, seed=seed))
    with study.store(by=by) as store:
        methods_now = {each.method for each in fits}
        old = [each for each in store.records(TopicFit)[0] if each.method in methods_now]
        store.remove(*(each for each in old if each.id not in {fit.id for fit in fits}))
        put(store, *fits)
    return tuple(fits)


def segment_texts(material: Material) -> pandas.DataFrame:
    """What respondents said, a row for each segment of some length: ids, text, and a key that rests on content."""
    import pandas

    documents = {each.id: each for each in material.documents}
    rows = [
        (each.id, each.document_id, each.participant_id, text, f"{document.digest}/{each.ordinal:06}")
        for each in material.segments
        if each.role in (Role.RESPONDENT, Role.GROUP)
        for document in [documents[each.document_id]]
        for text in [document.text[each.start : each.end]]
        if len(text.split()) >= LEAST_WORDS
    ]
    full = [row for row in rows if len(content_words(row[3])) >= LEAST_SUBJECT_WORDS]
    columns = ["segment_id", "document_id", "participant_id", "text", "key"]
    return pandas.DataFrame(full if len(full) >= ENOUGH else rows, columns=columns)


def topic_fits(study: Study) -> tuple[TopicFit, ...]:
    """The topic models that are kept."""
    with study.reading() as store:
        fits: tuple[TopicFit, ...] = store.records(TopicFit)[0]
        return fits
