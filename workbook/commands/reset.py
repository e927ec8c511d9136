"""`workbook reset`: put an answer back to the unsolved exercise."""

from __future__ import annotations

import argparse

from workbook import answers
from workbook.commands.common import add_exercise, exercise_and_history, shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `reset`."""
    add_exercise(parser)


def run(options: argparse.Namespace) -> int:
    """Reset one exercise."""
    with exercise_and_history(options.exercise) as (exercise, history):
        kept = answers.reset(exercise, history)
        work = f" Your work is kept as version {kept}: `workbook undo {exercise.name}` brings it back." if kept else ""
        print(f"{shown(answers.answer_path(exercise))} is as it was at the beginning.{work}")
    return 0
