"""A small workbook of its own for each test, with real exercises in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.answers import unsolved
from workbook.history import History
from workbook.places import Exercise, find_exercises, find_root

SHOWN = ("calculating_slopes", "improving_weights", "zero_errors", "multiple_updates")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a workbook that holds a few exercises of the real one, unsolved."""
    source = find_root(Path(__file__))
    target = tmp_path / "clone"
    for exercise in find_exercises(source):
        if exercise.name in SHOWN:
            for path in (exercise.reference, exercise.check):
                if path.exists():
                    (target / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, target / path.relative_to(source))
    shutil.copytree(source / "data", target / "data")
    (target / "checks").mkdir(exist_ok=True)
    for exercise in find_exercises(target):
        exercise.answer.parent.mkdir(parents=True, exist_ok=True)
        exercise.answer.write_bytes(unsolved(exercise))
    return target


@pytest.fixture
def exercise(root: Path) -> Exercise:
    """The exercise that most tests work on."""
    return next(one for one in find_exercises(root) if one.name == "calculating_slopes")


@pytest.fixture
def history(root: Path) -> Iterator[History]:
    """An open history of the workbook."""
    with History(root) as opened:
        yield opened
