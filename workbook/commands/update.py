"""`workbook update`: merge a newer text of the exercises with the learner's answers."""

from __future__ import annotations

import argparse
import subprocess
import sys

from workbook.commands.common import opened_history, shown
from workbook.places import find_exercises, find_root
from workbook.pulling import pull
from workbook.updates import update


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `update`."""
    parser.add_argument("--pull", action="store_true", help="take the newest workbook with git first")


def run(options: argparse.Namespace) -> int:
    """Update the learner's files, and say what became of each; returns 1 when git could not pull."""
    root = find_root()
    if options.pull:
        with opened_history(root) as history:
            pulled = pull(root, find_exercises(root), history)
        # The rest is done by the program that was pulled, not by the one that runs.
        again = subprocess.run([sys.executable, "-m", "workbook.terminal", "update"], cwd=root, check=False)
        if not pulled:
            print("workbook: git could not pull; it says why above. Your answers are in place.", file=sys.stderr)
        return again.returncode or (0 if pulled else 1)
    with opened_history(root) as history:
        reports = update(root, history)
    for report in reports:
        print(f"{report.exercise.number} {report.exercise.name}: {report.words}.")
        for path, line in report.places:
            print(f"    {shown(path)}{f':{line}' if line else ''}")
    print("Every exercise has the newest text." if not reports else "`workbook undo EXERCISE` takes an update back.")
    return 0
