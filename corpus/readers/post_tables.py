"""Post tables: posts from a file that is no table (json, a saved page), put in one and read as a community export."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from corpus.readers.exports import Export, open_export
from corpus.readers.table_rows import Grid, Rows
from corpus.reading import ReadingOptions

DELIMITER = ";"


def tabulate(
    posts: Sequence[Mapping[str, str]], *, file: str, format: str, encoding: str | None, options: ReadingOptions
) -> Export:
    """The posts as an export: a column for every field, in order of first appearance; line n is post n.

    Raises `MissingColumn` when no field holds the text or the author.
    """
    header = list(dict.fromkeys(name for post in posts for name in post))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=DELIMITER, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows(_cells(post, header) for post in posts)
    data = stream.getvalue().encode("utf-8", "replace")
    rows = Rows(data, encoding="utf-8", delimiter=DELIMITER, file=file, numbers=range(len(posts) + 1))
    return open_export(Grid(file, rows, format, encoding, DELIMITER), options)


def _cells(post: Mapping[str, str], header: Iterable[str]) -> list[str]:
    return [post.get(name, "") for name in header]
