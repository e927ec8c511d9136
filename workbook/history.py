"""What the workbook keeps of a learner's work: every checked version, in `.workbook/history.sqlite3` of the clone.

The history is a safety copy and a cache, never the truth: a solved exercise is one that passes.

SQLite in WAL mode survives a kill at any moment and serves two guides at once (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from workbook.places import WorkbookError
from workbook.verdict import Status, Verdict

Result = TypeVar("Result")

_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE text (digest TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE version (
    exercise TEXT NOT NULL, number INTEGER NOT NULL, saved REAL NOT NULL, suffix TEXT NOT NULL, digest TEXT NOT NULL,
    origin TEXT NOT NULL, status TEXT, message TEXT, name TEXT, line INTEGER, more TEXT, seconds REAL, checked_by TEXT,
    PRIMARY KEY (exercise, number)
) WITHOUT ROWID;
CREATE INDEX version_of_text ON version (exercise, digest);
CREATE TABLE change (
    id INTEGER PRIMARY KEY, exercise TEXT NOT NULL, made REAL NOT NULL, kind TEXT NOT NULL, suffix TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE exercise (
    name TEXT PRIMARY KEY, hints INTEGER NOT NULL DEFAULT 0, gave_up INTEGER NOT NULL DEFAULT 0, base TEXT
) WITHOUT ROWID;
CREATE TABLE pending (
    exercise TEXT PRIMARY KEY, suffix TEXT NOT NULL, digest TEXT NOT NULL, in_place TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_PATIENCE_SECONDS = 10
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {
    sqlite3.SQLITE_CANTOPEN: "it cannot be written",
    sqlite3.SQLITE_READONLY: "it cannot be written",
    sqlite3.SQLITE_PERM: "it cannot be written",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk gives an error",
}


class HistoryError(WorkbookError):
    """A version could not be kept; the message is one line that says why."""


@dataclass(frozen=True)
class Version:
    """One version of an answer, as it stood in the file.

    `suffix` is that of the file (`.py` or `.ipynb`), `saved` the time in seconds since 1970, `origin` what it was kept
    for (`check`, `reset`, ...), `verdict` what the last check of it found, `checked_by` the fingerprint of that check.
    """

    exercise: str
    number: int
    saved: float
    suffix: str
    digest: str
    origin: str
    verdict: Verdict | None
    checked_by: str | None


@dataclass(frozen=True)
class Change:
    """One time that the workbook itself replaced an answer: what for, and what stood there before and after."""

    id: int
    kind: str
    suffix: str
    before: str
    after: str


@dataclass(frozen=True)
class Pending:
    """An answer that waits to be put back into its file, and what stands in that file meanwhile."""

    suffix: str
    content: bytes
    in_place: bytes


def digest_of(content: bytes) -> str:
    """Return what tells one text from another."""
    return hashlib.sha256(content).hexdigest()


class History:
    """The store. Safe to use from several threads and several processes.

    `notice` is a line for the learner when something is not as it should be: nothing can be kept here, or a broken
    store was set aside.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / ".workbook"
        self.path = self.folder / "history.sqlite3"
        self.notice: str | None = None
        self.lasting = True
        self._lock = threading.RLock()
        self._connection = self._open()

    def __enter__(self) -> History:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store; it is whole without that too."""
        with self._lock:
            self._connection.close()

    # Versions

    def keep(
        self,
        exercise: str,
        content: bytes,
        suffix: str = ".py",
        origin: str = "check",
        verdict: Verdict | None = None,
        checked_by: str | None = None,
    ) -> int:
        """Keep one version of an answer and return its number; what is kept last already is not kept twice.

        Raises HistoryError when the store cannot be written.
        """

        def work(connection: sqlite3.Connection) -> int:
            digest = _keep_text(connection, content)
            last = connection.execute(
                "SELECT number, digest, suffix FROM version WHERE exercise = ? ORDER BY number DESC LIMIT 1",
                (exercise,),
            ).fetchone()
            number = int(last[0]) if last else 0
            if last is None or (last[1], last[2]) != (digest, suffix):
                number += 1
                connection.execute(
                    "INSERT INTO version (exercise, number, saved, suffix, digest, origin) VALUES (?, ?, ?, ?, ?, ?)",
                    (exercise, number, time.time(), suffix, digest, origin),
                )
            if verdict is not None:
                connection.execute(
                    "UPDATE version SET status = ?, message = ?, name = ?, line = ?, more = ?, seconds = ?,"
                    " checked_by = ? WHERE exercise = ? AND number = ?",
                    (
                        str(verdict.status),
                        verdict.message,
                        verdict.name,
                        verdict.line,
                        json.dumps(verdict.more),
                        verdict.seconds,
                        checked_by,
                        exercise,
                        number,
                    ),
                )
            return number

        return self._write(work)

    def versions(self, exercise: str) -> list[Version]:
        """Return the versions of an answer, oldest first."""
        return self._versions("exercise = ? ORDER BY number", exercise)

    def version(self, exercise: str, number: int) -> Version:
        """Return one version. Raises WorkbookError when there is none of that number."""
        found = self._versions("exercise = ? AND number = ?", exercise, number)
        if found:
            return found[0]
        last = len(self.versions(exercise))
        known = f"They go from 1 to {last}." if last else "Nothing of it has been kept yet."
        raise WorkbookError(f"{exercise} has no version {number}. {known}")

    def version_of(self, exercise: str, content: bytes) -> Version | None:
        """Return the last checked version that has this content."""
        where = "exercise = ? AND digest = ? AND status IS NOT NULL ORDER BY number DESC LIMIT 1"
        return next(iter(self._versions(where, exercise, digest_of(content))), None)

    def has_passed(self, exercise: str) -> bool:
        """Whether any version of the answer has ever passed."""
        return bool(self._versions("exercise = ? AND status = ? LIMIT 1", exercise, str(Status.PASSED)))

    def content(self, digest: str) -> bytes:
        """Return a text that was kept."""
        row = self._read("SELECT content FROM text WHERE digest = ?", digest)
        return bytes(row[0][0])

    # Changes that the workbook made

    def changes(self, exercise: str) -> list[Change]:
        """Return the changes that can be taken back, latest first."""
        where = "SELECT id, kind, suffix, before, after FROM change WHERE exercise = ? AND NOT undone ORDER BY id DESC"
        return [Change(*row) for row in self._read(where, exercise)]

    def add_change(self, exercise: str, kind: str, suffix: str, before: bytes, after: bytes) -> None:
        """Note that the workbook is about to replace an answer. Raises HistoryError when it cannot be noted."""

        def work(connection: sqlite3.Connection) -> None:
            digests = [_keep_text(connection, content) for content in (before, after)]
            connection.execute(
                "INSERT INTO change (exercise, made, kind, suffix, before, after) VALUES (?, ?, ?, ?, ?, ?)",
                (exercise, time.time(), kind, suffix, *digests),
            )

        self._write(work)

    def mark_undone(self, change: Change) -> None:
        """Note that a change has been taken back."""
        self._execute("UPDATE change SET undone = 1 WHERE id = ?", change.id)

    # What is remembered of an exercise

    def hints_shown(self, exercise: str) -> int:
        """How many hints the learner has asked for."""
        return int(self._remembered(exercise, "hints") or 0)

    def show_hint(self, exercise: str, count: int) -> None:
        """Note that `count` hints have been shown."""
        self._remember(exercise, "hints", count)

    def gave_up(self, exercise: str) -> bool:
        """Whether the learner asked for the solution without a pass."""
        return bool(self._remembered(exercise, "gave_up"))

    def give_up(self, exercise: str) -> None:
        """Note that the learner wants to see the solution without a pass."""
        self._remember(exercise, "gave_up", 1)

    def base(self, exercise: str) -> bytes | None:
        """Return the exercise's text from which the learner's file was made; None when it is not known."""
        digest = self._remembered(exercise, "base")
        return None if digest is None else self.content(str(digest))

    def set_base(self, exercise: str, content: bytes) -> None:
        """Note the text from which the learner's file was made."""

        def work(connection: sqlite3.Connection) -> None:
            digest = _keep_text(connection, content)
            connection.execute(
                "INSERT INTO exercise (name, base) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET base = excluded.base",
                (exercise, digest),
            )

        self._write(work)

    def names(self) -> set[str]:
        """The exercises of which anything is kept."""
        rows = self._read("SELECT name FROM exercise UNION SELECT exercise FROM version")
        return {str(row[0]) for row in rows}

    def rename(self, old: str, new: str) -> None:
        """Give all that is kept of one exercise to another, of which nothing is kept yet."""

        def work(connection: sqlite3.Connection) -> None:
            for table, column in (
                ("version", "exercise"),
                ("change", "exercise"),
                ("exercise", "name"),
                ("pending", "exercise"),
            ):
                connection.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE {column} = ?", (new, old))

        self._write(work)

    # Answers that an update has taken out of their files, and has not put back yet

    def pending(self) -> dict[str, Pending]:
        """Exercise -> every answer that waits to be put back."""
        rows = self._read("SELECT exercise, suffix, digest, in_place FROM pending")
        return {
            str(name): Pending(str(suffix), self.content(digest), self.content(in_place))
            for name, suffix, digest, in_place in rows
        }

    def set_pending(self, exercise: str, pending: Pending) -> None:
        """Note that an answer is about to be taken out of its file. Raises HistoryError when it cannot be noted."""

        def work(connection: sqlite3.Connection) -> None:
            digests = [_keep_text(connection, content) for content in (pending.content, pending.in_place)]
            connection.execute(
                "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?)", (exercise, pending.suffix, *digests)
            )

        self._write(work)

    def put_back(self, exercise: str) -> None:
        """Note that a waiting answer is back in its file."""
        self._execute("DELETE FROM pending WHERE exercise = ?", exercise)

    # Where the learner was

    @property
    def position(self) -> str | None:
        """The exercise that the guide showed last."""
        rows = self._read("SELECT value FROM setting WHERE name = 'position'")
        return str(rows[0][0]) if rows else None

    @position.setter
    def position(self, exercise: str) -> None:
        self._execute("INSERT OR REPLACE INTO setting VALUES ('position', ?)", exercise)

    # How it is stored

    def require_lasting(self) -> None:
        """Raise HistoryError when what is kept now would be gone at the end of this program."""
        if not self.lasting:
            raise HistoryError(f"{self.notice} So your file was left as it is.")

    def faults(self) -> list[str]:
        """Return what SQLite finds broken in the store; nothing when it is whole."""
        return [str(row[0]) for row in self._read("PRAGMA integrity_check") if row[0] != "ok"]

    def _versions(self, where: str, *values: object) -> list[Version]:
        columns = (
            "exercise, number, saved, suffix, digest, origin, status, message, name, line, more, seconds, checked_by"
        )
        found = []
        for row in self._read(f"SELECT {columns} FROM version WHERE {where}", *values):
            exercise, number, saved, suffix, digest, origin, status, message, name, line, more, seconds, checked_by = (
                row
            )
            verdict = None
            if status is not None:
                verdict = Verdict(exercise, Status(status), message, name, line, tuple(json.loads(more)), seconds)
            found.append(Version(exercise, number, saved, suffix, digest, origin, verdict, checked_by))
        return found

    def _remembered(self, exercise: str, column: str) -> Any:
        rows = self._read(f"SELECT {column} FROM exercise WHERE name = ?", exercise)
        return rows[0][0] if rows else None

    def _remember(self, exercise: str, column: str, value: int) -> None:
        self._execute(
            f"INSERT INTO exercise (name, {column}) VALUES (?, ?)"
            f" ON CONFLICT (name) DO UPDATE SET {column} = excluded.{column}",
            exercise,
            value,
        )

    def _execute(self, statement: str, *values: object) -> None:
        self._write(lambda connection: connection.execute(statement, values))

    def _read(self, statement: str, *values: object) -> list[Any]:
        return self._guarded(lambda connection: connection.execute(statement, values).fetchall())

    def _write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        def in_one_piece(connection: sqlite3.Connection) -> Result:
            with _transaction(connection):
                return work(connection)

        return self._guarded(in_one_piece)

    def _guarded(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Do some work on the store. A broken one is set aside, and the work done on a new one.

        Raises HistoryError when the store cannot be used.
        """
        with self._lock:
            try:
                try:
                    return work(self._connection)
                except sqlite3.DatabaseError as error:
                    if _code(error) not in _BROKEN:
                        raise
                    self._connection.close()
                    self._connection = self._open(suspect=True)
                    return work(self._connection)
            except sqlite3.DatabaseError as error:
                raise HistoryError(f"nothing could be kept in {self.folder}: {_reason(error)}.") from None

    def _open(self, suspect: bool = False) -> sqlite3.Connection:
        """Open the store; a `suspect` one is looked through. Where none can be written, use memory and say so."""
        try:
            self.folder.mkdir(exist_ok=True)
            try:
                return self._connect(suspect)
            except _BrokenError:
                self._set_aside()
                return self._connect()
        except OSError as error:
            return self._in_memory(error.strerror or str(error))
        except sqlite3.DatabaseError as error:
            if _code(error) in _UNWRITABLE:
                return self._in_memory(_reason(error))
            raise HistoryError(f"the history in {self.folder} cannot be opened: {_reason(error)}.") from None

    def _connect(self, suspect: bool = False) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _use_write_ahead_log(connection)
            connection.execute("PRAGMA synchronous = FULL")  # what is kept outlives a power cut as well
            _make_tables(connection)
            with _transaction(connection):
                pass  # a store that cannot be written is found now, not at the first version
            if suspect and connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise _BrokenError
        except sqlite3.DatabaseError as error:
            connection.close()
            if _code(error) in _BROKEN:
                raise _BrokenError from None
            raise
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> None:
        """Move a broken store out of the way; all of it is kept."""
        aside = self.path.with_stem(f"history-broken-{time.strftime('%Y%m%d-%H%M%S')}")
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + ending).rename(aside.with_name(aside.name + ending))
        self.notice = f"The history was broken. It is set aside as .workbook/{aside.name}, and a new one is begun."

    def _in_memory(self, reason: str) -> sqlite3.Connection:
        """Go on with a copy that ends with this program."""
        self.lasting = False
        self.notice = f"Nothing can be kept in {self.folder} ({reason}): answers are checked, without a history."
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with contextlib.suppress(sqlite3.DatabaseError):  # there may be none, or only half of one
            stored = sqlite3.connect(f"{self.path.as_uri()}?mode=ro&immutable=1", uri=True)
            with contextlib.closing(stored):
                stored.backup(connection)
        _make_tables(connection)
        return connection


class _BrokenError(Exception):
    """The file is no longer a store that SQLite can read."""


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _keep_text(connection: sqlite3.Connection, content: bytes) -> str:
    digest = digest_of(content)
    connection.execute("INSERT OR IGNORE INTO text VALUES (?, ?)", (digest, content))
    return digest


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Set the mode that a new store needs; while another program does so, SQLite does not wait of itself."""
    give_up_at = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(0.01)


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables of a new store. Raises HistoryError when a newer workbook has made others."""
    if _schema_version(connection) < _SCHEMA_VERSION:
        with _transaction(connection):
            if _schema_version(connection) < _SCHEMA_VERSION:  # another guide may have been first
                for statement in _SCHEMA.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
    if _schema_version(connection) > _SCHEMA_VERSION:
        raise HistoryError("the history was written by a newer workbook. Take the newest workbook, and try again.")


def _schema_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _code(error: sqlite3.DatabaseError) -> int:
    """The primary result code: https://www.sqlite.org/rescode.html."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _reason(error: sqlite3.DatabaseError) -> str:
    return _UNWRITABLE.get(_code(error)) or (
        "another program is using it" if _code(error) == sqlite3.SQLITE_BUSY else str(error)
    )
