"""`workbook solution`: the reference's solution, after a pass or after giving up."""

from __future__ import annotations

import argparse
import sys

from workbook.commands.common import add_exercise, exercise_and_history
from workbook.history import History
from workbook.places import Exercise
from workbook.solution import may_be_seen, solution_of
from workbook.verdict import Status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `solution`."""
    add_exercise(parser)
    parser.add_argument("--give-up", action="store_true", help="show it although the exercise has not passed")


def run(options: argparse.Namespace) -> int:
    """Print the solution; returns 1 when it stays hidden."""
    with exercise_and_history(options.exercise) as (exercise, history):
        if not _may_see_it(exercise, history, options.give_up):
            print(f"{exercise.name} has not passed yet. `workbook hint {exercise.name}` shows one more hint.")
            print(f"To see the solution all the same: workbook solution {exercise.name} --give-up")
            return 1
        print(solution_of(exercise))
    return 0


def _may_see_it(exercise: Exercise, history: History, give_up: bool) -> bool:
    if may_be_seen(exercise, history) or _passes(exercise):
        return True
    if not give_up and sys.stdin.isatty():
        give_up = input(f"{exercise.name} has not passed yet. Give up and see the solution? [y/N] ").lower() == "y"
    if give_up:
        history.give_up(exercise.name)
    return give_up


def _passes(exercise: Exercise) -> bool:
    from workbook.judge import Judge  # here, since it takes long to import

    with Judge(exercise.root) as judge:
        return judge.check(exercise).status is Status.PASSED
