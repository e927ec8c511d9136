"""From what a person types to the exercise that is meant."""

from __future__ import annotations

import difflib
import re
from pathlib import Path, PurePath

from workbook.places import Exercise, WorkbookError, find_exercises

_NUMBER = re.compile(r"0*(\d+)\.0*(\d+)")
_FILE = re.compile(r"(?:\d+_|test_)?(?P<name>\w+?)(?:\.py|\.ipynb)?")


def find_exercise(root: Path, word: str) -> Exercise:
    """Return the exercise that `word` names: `calculating_slopes`, `3.6`, or a path in any of the three trees.

    Raises WorkbookError when there is none, with the nearest name.
    """
    wanted = name_in(word)
    exercises = find_exercises(root)
    for typed in (word, wanted):
        for exercise in exercises:
            if typed in (exercise.name, exercise.number):
                return exercise
    raise WorkbookError(f"there is no exercise {word!r}. {_nearest(exercises, wanted)}")


def name_in(word: str) -> str:
    """Return the exercise's name or number in `word`, however it was typed; it need not be one that there is."""
    number = _NUMBER.fullmatch(word)
    if number:
        return f"{number[1]}.{number[2]}"
    last = PurePath(word.replace("\\", "/")).name
    match = _FILE.fullmatch(last)
    return match["name"] if match else last


def _nearest(exercises: list[Exercise], wanted: str) -> str:
    names = [exercise.name for exercise in exercises]
    numbers = [exercise.number for exercise in exercises]
    near = difflib.get_close_matches(wanted, names, 1, 0.5) or [name for name in names if wanted and wanted in name][:1]
    if near:
        return f"Did you mean {near[0]!r}?"
    if numbers:
        return f"They go from {numbers[0]} to {numbers[-1]}; `workbook list` shows them all."
    return "This folder has no exercises: take the workbook anew from its repository."
