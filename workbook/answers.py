"""A learner's file, read and replaced without ever losing what stood in it.

Whatever the workbook writes over an answer: the old text is in the history before the file changes, and the file
changes from one whole text to the other.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path

from workbook.history import History
from workbook.notebook import latest, notebook_of
from workbook.places import Exercise, WorkbookError
from workbook.reference import Reference


def answer_path(exercise: Exercise) -> Path:
    """Return the learner's file: the script, or the notebook of the same name if that was saved last."""
    return latest(exercise.answer)[0]


def read(path: Path) -> bytes | None:
    """Return what stands in a learner's file; None when there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def unsolved(exercise: Exercise, suffix: str = ".py", like: bytes | None = None) -> bytes:
    """Return an exercise's unsolved file, with the line endings of `like`."""
    text = Reference.read(exercise.reference).exercise_text
    return with_line_endings((text if suffix == ".py" else notebook_of(text)).encode(), like)


def with_line_endings(content: bytes, like: bytes | None) -> bytes:
    """Return `content` with the line endings that most lines of `like` have."""
    content = content.replace(b"\r\n", b"\n")
    if like is not None and 2 * like.count(b"\r\n") > like.count(b"\n"):
        return content.replace(b"\n", b"\r\n")
    return content


def replace(exercise: Exercise, history: History, path: Path, content: bytes, kind: str) -> int | None:
    """Write `content` over an answer, in one step, for what `kind` names (`reset`, `undo`, ...).

    Returns the number of the version under which the old text is kept, None when there was no file.
    Raises HistoryError or WorkbookError when that cannot be done safely, OSError when the file cannot be written;
    the file is then as it was.
    """
    kept = _keep_copy(exercise, history, path, kind)
    before = None if kept is None else history.content(history.version(exercise.name, kept).digest)
    if before is not None and before != content:
        history.add_change(exercise.name, kind, path.suffix, before, content)
    write(path, content, history.folder)
    return kept


def reset(exercise: Exercise, history: History) -> int | None:
    """Put an answer back to the unsolved exercise; returns and raises as `replace` does."""
    path = answer_path(exercise)
    content = unsolved(exercise, path.suffix, read(path))
    kept = replace(exercise, history, path, content, "reset")
    history.set_base(exercise.name, unsolved(exercise))
    return kept


def undo(exercise: Exercise, history: History) -> tuple[str, int | None]:
    """Take back the last reset, restore or update of an answer.

    Returns what was taken back, and the number under which the text that stood there until now is kept.
    Raises WorkbookError when there is nothing to take back, and as `replace` does.
    """
    path = answer_path(exercise)
    for change in history.changes(exercise.name):
        place = path.with_suffix(change.suffix)
        before = history.content(change.before)
        if read(place) == before:  # it was noted, and stopped before it was made, or taken back by hand
            history.mark_undone(change)
            continue
        kept = _keep_copy(exercise, history, place, "undo")
        write(place, before, history.folder)
        history.mark_undone(change)
        return change.kind, kept
    raise WorkbookError(
        f"there is no reset, restore or update of {exercise.name} to take back."
        f" `workbook history {exercise.name}` lists what was kept."
    )


def restore(exercise: Exercise, history: History, number: int) -> tuple[Path, int | None]:
    """Bring back a version that was kept.

    Returns the file, and the number under which the text that stood there until now is kept.
    Raises WorkbookError when there is no such version, and as `replace` does.
    """
    version = history.version(exercise.name, number)
    path = exercise.answer.with_suffix(version.suffix)
    return path, replace(exercise, history, path, history.content(version.digest), "restore")


def write(path: Path, content: bytes, scratch: Path) -> None:
    """Write a file in one step: at every moment it holds all of the old text, or all of the new one.

    A symbolic link stays one, and a file keeps its permissions. `scratch` is a folder for the unfinished copy, used
    when it lies on the same disk. Raises OSError when the file cannot be written; it is then as it was.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(scratch)
    same_disk = scratch.is_dir() and scratch.stat().st_dev == target.parent.stat().st_dev
    unfinished = (scratch if same_disk else target.parent) / f".{target.name}.{secrets.token_hex(6)}.new"
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            unfinished.chmod(stat.S_IMODE(target.stat().st_mode))
        unfinished.replace(target)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        error.filename, error.filename2 = str(path), None
        raise
    _write_folder_through(target.parent)


def _keep_copy(exercise: Exercise, history: History, path: Path, kind: str) -> int | None:
    """Keep what stands in a file that is about to be replaced; a save in the meantime is kept as well."""
    _refuse_read_only(path)
    history.require_lasting()
    kept, before = None, read(path)
    while before is not None:
        kept = history.keep(exercise.name, before, path.suffix, origin=f"before {kind}")
        saved_meanwhile = read(path)
        if saved_meanwhile == before:
            break
        before = saved_meanwhile
    return kept


def _refuse_read_only(path: Path) -> None:
    """Raise WorkbookError when the learner has made the file read-only: replacing it would get round that."""
    with contextlib.suppress(FileNotFoundError):
        if not path.stat().st_mode & stat.S_IWUSR:
            raise WorkbookError(f"{path} is read-only, so it was left as it is. Make it writable, and try again.")


def _remove_leftovers(scratch: Path) -> None:
    """Remove unfinished copies whose program was killed an hour ago or more; the files themselves are whole."""
    for leftover in scratch.glob(".*.new"):
        with contextlib.suppress(FileNotFoundError):
            if leftover.stat().st_mtime < time.time() - 3600:
                leftover.unlink()


def _write_folder_through(folder: Path) -> None:
    """Make a rename outlive a power cut, where the system has a way to say so."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
