"""Which line an id stands in, on disk."""

from __future__ import annotations

import sqlite3

from .read_lines import Place

_CACHE_KIB = 16 * 1024


def _key_of(identifier: str) -> bytes:
    """By code unit: UTF-8 has no lone surrogates."""
    return identifier.encode("utf-16-le", "surrogatepass")


class DiskIndex:
    """In a database that has no name: it is gone with the process, however that ends."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        for setting in (
            "temp_store=FILE",
            "journal_mode=OFF",
            "synchronous=OFF",
            f"cache_size=-{_CACHE_KIB}",
        ):
            self._database.execute(f"PRAGMA {setting}")
        self._database.execute(
            "CREATE TABLE lines (id BLOB PRIMARY KEY, line INT, offset INT, length INT) WITHOUT ROWID"
        )
        self._database.execute("BEGIN")

    def find(self, identifier: str) -> Place | None:
        row = self._database.execute(
            "SELECT line, offset, length FROM lines WHERE id = ?", (_key_of(identifier),)
        ).fetchone()
        return None if row is None else Place(*row)

    def keep(self, identifier: str, place: Place) -> None:
        values = (_key_of(identifier), place.line, place.offset, place.length)
        self._database.execute("INSERT INTO lines VALUES (?, ?, ?, ?)", values)

    def close(self) -> None:
        self._database.close()
