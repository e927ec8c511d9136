"""`workbook hint`: one more hint at each call."""

from __future__ import annotations

import argparse

from workbook.commands.common import add_exercise, exercise_and_history
from workbook.reference import Reference


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `hint`."""
    add_exercise(parser)


def run(options: argparse.Namespace) -> int:
    """Print the hints shown so far, and one more."""
    with exercise_and_history(options.exercise) as (exercise, history):
        hints = Reference.read(exercise.reference).hints
        count = min(history.hints_shown(exercise.name) + 1, len(hints))
        history.show_hint(exercise.name, count)
        for number, hint in enumerate(hints[:count], start=1):
            print(f"Hint {number} of {len(hints)}\n\n{hint}\n")
        if count == len(hints):
            print(f"That is every hint. `workbook solution {exercise.name}` shows the solution.")
    return 0
