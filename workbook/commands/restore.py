"""`workbook restore`: bring back a version that was kept."""

from __future__ import annotations

import argparse

from workbook import answers
from workbook.commands.common import add_exercise, exercise_and_history, shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `restore`."""
    add_exercise(parser)
    parser.add_argument("number", type=int, metavar="N", help="the version's number in `workbook history EXERCISE`")


def run(options: argparse.Namespace) -> int:
    """Bring back one version of one answer."""
    with exercise_and_history(options.exercise) as (exercise, history):
        path, kept = answers.restore(exercise, history, options.number)
        since = f" What stood there until now is version {kept}." if kept else ""
        print(f"{shown(path)} is version {options.number} again.{since}")
    return 0
