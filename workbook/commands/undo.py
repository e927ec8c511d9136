"""`workbook undo`: take back the last reset, restore or update."""

from __future__ import annotations

import argparse

from workbook import answers
from workbook.commands.common import add_exercise, exercise_and_history, shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `undo`."""
    add_exercise(parser)


def run(options: argparse.Namespace) -> int:
    """Take back the last change that the workbook made to one answer."""
    with exercise_and_history(options.exercise) as (exercise, history):
        kind, kept = answers.undo(exercise, history)
        since = f" What stood there until now is version {kept}." if kept else ""
        print(f"The {kind} is taken back: {shown(answers.answer_path(exercise))} is as it was before.{since}")
    return 0
