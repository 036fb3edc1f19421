from __future__ import annotations

from study.folder import Study
from tests.workbench.command import Command


def test_a_database_of_this_version_is_up_to_date(draad: Command, study: Study) -> None:
    answer = draad("-s", study.folder, "migrate")
    assert (answer.code, answer.out) == (0, "The database of “mijn” is up to date.\n")
    assert draad("-s", study.folder, "migrate", "--json").value == {"database": str(study.folder / "study.sqlite")}


def test_a_newer_database_is_left_alone(draad: Command, study: Study) -> None:
    import sqlite3

    with sqlite3.connect(study.folder / "study.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_toekomst'")
    connection.close()
    answer = draad("-s", study.folder, "migrate")
    assert answer.code == 20
    assert "newer Rode Draad" in answer.sentence
