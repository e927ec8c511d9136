"""Take a newer workbook with git, although the learner has changed files that it brings."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from workbook.answers import read
from workbook.history import History, Pending
from workbook.places import Exercise, WorkbookError
from workbook.updates import remember_bases


def pull(root: Path, exercises: list[Exercise], history: History) -> bool:
    """Make way for newer files, and pull them. Returns whether git could.

    The answers that made way wait in the history until `updates.update` puts them back, whatever happens in between.
    Raises WorkbookError when this is no clone made with git, or the history cannot keep the answers.
    """
    if shutil.which("git") is None:
        raise WorkbookError("git is not installed. Install it, or take the newer workbook as you took this one.")
    if _git(root, "rev-parse", "--is-inside-work-tree").returncode:
        raise WorkbookError(f"{root} is no clone made with git. Take the newer workbook as you took this one.")
    history.require_lasting()
    remember_bases(exercises, history)
    changed = _changed(root)
    for exercise in exercises:
        content = read(exercise.answer)
        if exercise.answer in changed and content is not None:
            committed = _git(root, "show", f"HEAD:./{exercise.answer.relative_to(root).as_posix()}").stdout
            history.set_pending(exercise.name, Pending(".py", content, committed))
    made_way = [str(exercise.answer) for exercise in exercises if exercise.answer in changed]
    if made_way:
        _git(root, "checkout", "--quiet", "HEAD", "--", *made_way).check_returncode()
    return subprocess.run(["git", "-C", str(root), "pull", "--ff-only"], check=False).returncode == 0


def _changed(root: Path) -> set[Path]:
    """The committed files in exercises/ that are not as they were committed."""
    top = Path(_git(root, "rev-parse", "--show-toplevel").stdout.decode().strip())
    listed = _git(root, "diff", "--name-only", "-z", "HEAD", "--", "exercises")
    listed.check_returncode()
    names = [name for name in listed.stdout.decode().split("\0") if name]
    return {root / (top / name).relative_to(root.resolve()) for name in names}


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
