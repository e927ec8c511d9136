"""How the exercises stand by what was last checked, without checking anything again."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.answers import answer_path, read, unsolved
from workbook.history import History, HistoryError, digest_of
from workbook.notebook import source_in, source_of
from workbook.places import Exercise, WorkbookError
from workbook.reference import blank_lines
from workbook.verdict import Status, Verdict

if TYPE_CHECKING:
    from workbook.judge import Judge  # to list the exercises takes no NumPy

_LOADED = re.compile(rb"""\bload\(\s*["'](\w+)["']""")


class Stale(StrEnum):
    """Why the last known status may no longer hold."""

    ANSWER = "answer"
    CHECK = "check"


@dataclass(frozen=True)
class Standing:
    """How an answer stands: the status that was found last (None: never checked), and why it may no longer hold."""

    exercise: Exercise
    status: Status | None
    stale: Stale | None = None

    @property
    def passed(self) -> bool:
        """Whether this very answer passed this very check."""
        return self.status is Status.PASSED and self.stale is None

    @property
    def wrong(self) -> bool:
        """Whether this very answer failed this very check."""
        return self.stale is None and self.status in (Status.WRONG, Status.CRASHED, Status.STOPPED)

    @property
    def words(self) -> str:
        """The standing as the learner reads it."""
        if self.status is None:
            return "unchecked"
        if self.stale is None:
            return str(self.status)
        changed = {Stale.ANSWER: "edited since", Stale.CHECK: "its check changed since"}[self.stale]
        return f"{self.status}, {changed}"


def standing(exercise: Exercise, history: History) -> Standing:
    """Return how an answer stands. A file with blanks left is TODO, whether or not it was checked."""
    path = answer_path(exercise)
    content = read(path)
    if content is None:
        return Standing(exercise, None)
    version = history.version_of(exercise.name, content)
    if version is not None and version.verdict is not None:
        same_check = version.verdict.status is Status.TODO or version.checked_by == fingerprint(exercise)
        return Standing(exercise, version.verdict.status, None if same_check else Stale.CHECK)
    try:
        if blank_lines(source_of(path)):
            return Standing(exercise, Status.TODO)
    except (WorkbookError, UnicodeDecodeError):
        pass  # what cannot be read as text has not been checked
    earlier = [version.verdict.status for version in history.versions(exercise.name) if version.verdict]
    return Standing(exercise, earlier[-1] if earlier else None, Stale.ANSWER if earlier else None)


def line_to_open(exercise: Exercise, history: History) -> int | None:
    """Return the line that the last message about this very answer names, or else the first blank's, if any."""
    path = answer_path(exercise)
    content = read(path)
    version = history.version_of(exercise.name, content) if content is not None else None
    if version is not None and version.verdict is not None and version.verdict.line:
        return version.verdict.line
    try:
        blanks = blank_lines(source_of(path))
    except (OSError, WorkbookError, UnicodeDecodeError):
        return None  # the editor will show what is wrong with the file
    return blanks[0] if blanks else None


def checked(judge: Judge, exercise: Exercise, history: History) -> tuple[Verdict, str | None]:
    """Check an answer, and keep the version that was checked.

    Returns the verdict, and a line that says why when the version could not be kept.
    """
    saved = Saved.read(answer_path(exercise))
    verdict = judge.check(exercise, saved.path, saved.text)
    return verdict, record(exercise, history, saved, verdict)


@dataclass(frozen=True)
class Saved:
    """An answer as it was saved when its check began; `content` is None where there is no file."""

    path: Path
    content: bytes | None

    @classmethod
    def read(cls, path: Path) -> Saved:
        """Read an answer."""
        return cls(path, read(path))

    @property
    def text(self) -> str | None:
        """Its text; None where the judge is to read the file itself, and to say what is wrong with it."""
        try:
            return source_in(self.content, self.path) if self.content is not None else None
        except (WorkbookError, UnicodeDecodeError):
            return None


def record(exercise: Exercise, history: History, saved: Saved, verdict: Verdict | None) -> str | None:
    """Keep a checked version of an answer; `verdict` is None where only a part of its check was run.

    Returns a line that says why when it could not be kept.
    """
    if saved.content is None:
        return None
    try:
        if history.base(exercise.name) is None:
            history.set_base(exercise.name, unsolved(exercise))
        history.keep(exercise.name, saved.content, saved.path.suffix, "check", verdict, fingerprint(exercise))
    except HistoryError as error:
        return str(error)
    return None


def fingerprint(exercise: Exercise) -> str:
    """Return what tells one check of an exercise from a later, changed one: its file, the solution, and the data."""
    parts = [read(exercise.check) or b"", _without_text(read(exercise.reference) or b"")]
    names = sorted({name.decode() for name in _LOADED.findall(parts[1])})
    parts += [read(exercise.root / "data" / f"{name}.json") or b"" for name in names]
    return hashlib.sha256("".join(digest_of(part) for part in parts).encode()).hexdigest()


def _without_text(source: bytes) -> bytes:
    """A reference without its docstring: other words are no other check."""
    return source.split(b'"""', 2)[-1]
