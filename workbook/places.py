"""Where the workbook lies on this machine, and which exercises it has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_NUMBERED = re.compile(r"(\d+)_(\w+)")


class WorkbookError(Exception):
    """Something that the user can put right; the message is one line that says how."""


def find_root(start: Path | None = None) -> Path:
    """Return the workbook's folder: the nearest one above `start` (here, by default), else where this program lies.

    Raises WorkbookError when neither holds a workbook.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, Path(__file__).resolve().parents[1]):
        if (folder / "reference").is_dir() and (folder / "checks").is_dir():
            return folder
    raise WorkbookError(
        f"there is no workbook in {start} or above it. Go to the folder that you cloned, and try again."
    )


@dataclass(frozen=True)
class Exercise:
    """One exercise: its name, and the place that it has in each of the three trees."""

    root: Path
    chapter_folder: str
    file_name: str

    @cached_property
    def name(self) -> str:
        """What the exercise is called: its file's name without the number."""
        return self._parts(self.file_name.removesuffix(".py"))[1]

    @cached_property
    def chapter(self) -> int:
        """The chapter's number."""
        return int(self._parts(self.chapter_folder)[0])

    @cached_property
    def chapter_title(self) -> str:
        """The chapter's name in words."""
        words = self._parts(self.chapter_folder)[1].replace("_", " ")
        return words[0].upper() + words[1:]

    @cached_property
    def number(self) -> str:
        """Chapter and place in it, as in `3.6`."""
        return f"{self.chapter}.{int(self._parts(self.file_name)[0])}"

    @property
    def place(self) -> Path:
        """The path inside `exercises/`, `reference/` or a folder of answers."""
        return Path(self.chapter_folder, self.file_name)

    @property
    def reference(self) -> Path:
        """The solved file."""
        return self.root / "reference" / self.place

    @property
    def answer(self) -> Path:
        """The learner's file."""
        return self.root / "exercises" / self.place

    @property
    def check(self) -> Path:
        """The pytest file that holds what the exercise must show."""
        return self.root / "checks" / self.chapter_folder / f"test_{self.name}.py"

    @staticmethod
    def _parts(name: str) -> tuple[str, str]:
        match = _NUMBERED.match(name)
        if match is None:
            raise WorkbookError(f"{name!r} has no number in front: exercises and chapters are called 03_like_this.")
        return match[1], match[2]


def find_exercises(root: Path) -> list[Exercise]:
    """Return every exercise of the workbook at `root`, in order."""
    return [
        Exercise(root, path.parent.name, path.name)
        for path in sorted((root / "reference").glob("[0-9]*_*/[0-9]*_*.py"))
    ]
