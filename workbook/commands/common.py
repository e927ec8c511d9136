"""What the commands on one exercise have in common."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from workbook.history import History
from workbook.lookup import find_exercise
from workbook.places import Exercise, find_root


def add_exercise(parser: argparse.ArgumentParser) -> None:
    """Declare the EXERCISE that a command is about."""
    parser.add_argument("exercise", metavar="EXERCISE", help="a name, a number such as 3.6, or a path")


@contextlib.contextmanager
def opened_history(root: Path) -> Iterator[History]:
    """Open the history; what is not as it should be with it is said in one line at the end."""
    with History(root) as history:
        yield history
        if history.notice:
            print(f"workbook: {history.notice}", file=sys.stderr)


@contextlib.contextmanager
def exercise_and_history(word: str) -> Iterator[tuple[Exercise, History]]:
    """Find the exercise that the learner named, and open the history."""
    root = find_root()
    exercise = find_exercise(root, word)
    with opened_history(root) as history:
        yield exercise, history


def shown(path: Path) -> str:
    """A path as short as it can be from here."""
    with contextlib.suppress(ValueError):
        return str(path.relative_to(Path.cwd()))
    return str(path)
