"""`workbook open`: open an exercise in the learner's editor, at the line of its message."""

from __future__ import annotations

import argparse

from workbook import answers
from workbook.commands.common import add_exercise, exercise_and_history
from workbook.editor import open_in_editor
from workbook.notebook import notebook_of, source_of
from workbook.progress import line_to_open


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `open`."""
    add_exercise(parser)
    parser.add_argument("--notebook", action="store_true", help="open it as a notebook, made from the file if need be")


def run(options: argparse.Namespace) -> int:
    """Open one exercise."""
    with exercise_and_history(options.exercise) as (exercise, history):
        path = answers.answer_path(exercise)
        if options.notebook and path.suffix != ".ipynb":
            notebook = path.with_suffix(".ipynb")
            answers.replace(exercise, history, notebook, notebook_of(source_of(path)).encode(), "notebook")
            path = notebook
        line = line_to_open(exercise, history)
    open_in_editor(path, line)
    return 0
