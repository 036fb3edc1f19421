from __future__ import annotations

import socket

import psycopg
import pytest

from tests.servers.postgresql import fresh_database, running_cluster

pytestmark = pytest.mark.server


def tables(url: str) -> list[str]:
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    with psycopg.connect(url) as connection:
        return [name for (name,) in connection.execute(query)]


def test_a_fresh_database_is_empty_and_takes_tables(postgres_database: str) -> None:
    assert tables(postgres_database) == []
    with psycopg.connect(postgres_database) as connection:
        connection.execute("CREATE TABLE voorbeeld (tekst text)")
    assert tables(postgres_database) == ["voorbeeld"]


def test_each_test_gets_a_database_of_its_own(postgres_url: str) -> None:
    with fresh_database(postgres_url) as first, fresh_database(postgres_url) as second:
        with psycopg.connect(first) as connection:
            connection.execute("CREATE TABLE voorbeeld (tekst text)")
        assert tables(second) == []


def test_a_database_is_dropped_though_someone_is_still_connected(postgres_url: str) -> None:
    with fresh_database(postgres_url) as url:
        forgotten = psycopg.connect(url)
    with pytest.raises(psycopg.OperationalError):
        forgotten.execute("SELECT 1")
    forgotten.close()
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)


def test_the_server_speaks_utf8(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        (words,) = connection.execute("SELECT 'één 👩🏽‍🔧 naïef'").fetchone() or ("",)
    assert words == "één 👩🏽‍🔧 naïef"


def test_a_cluster_is_gone_after_its_block() -> None:
    with running_cluster() as cluster:
        folder, port = cluster.folder, cluster.port
        socket.create_connection(("127.0.0.1", port)).close()
    assert not folder.exists()
    with pytest.raises(OSError, match=r"."):
        socket.create_connection(("127.0.0.1", port))


def test_the_address_of_a_database_is_of_each_kind(database_url: str) -> None:
    assert database_url.split(":", 1)[0] in {"sqlite", "postgresql"}
