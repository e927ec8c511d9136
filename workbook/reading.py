"""Read an answer from its file; what stands in the way of running it ends the check before it begins."""

from __future__ import annotations

import ast
import stat
import warnings
from pathlib import Path

from workbook import words
from workbook.learner import LearnerFile
from workbook.notebook import source_of
from workbook.places import Exercise, WorkbookError
from workbook.reference import blank_lines
from workbook.verdict import CheckFailed, Problem, Status, Verdict

# An answer is a page of text; what is far larger is no answer.
LARGEST_ANSWER = 1_000_000


def read_answer(exercise: Exercise, path: Path, text: str | None = None) -> LearnerFile:
    """Return the answer in `path`, or in `text`, ready to be run.

    Raises CheckFailed when there is no such file, it has blanks, or it is not Python.
    """
    problem: Problem | None = None
    if text is None:
        text, problem = _read_text(exercise, path)
    file, problem = (None, problem) if text is None else _parse(path.name, text, exercise.root)
    if file is not None:
        return file
    assert problem is not None
    message = words.headline(problem.words)
    raise CheckFailed(Verdict(exercise.name, problem.status, message, None, problem.line, problem.more))


def _read_text(exercise: Exercise, path: Path) -> tuple[str | None, Problem | None]:
    try:
        details = path.stat()
        if stat.S_ISDIR(details.st_mode):
            text = f"{path.name} is a folder; the answer should be a file of this name"
        elif not stat.S_ISREG(details.st_mode):
            text = f"{path.name} is no ordinary file, so it is not read"
        elif details.st_size > LARGEST_ANSWER:
            text = f"{path.name} is larger than 1 MB: that is no answer"
        else:
            return source_of(path), None
    except FileNotFoundError:
        text = f"There is no file {path.name} here. `workbook reset {exercise.name}` makes it anew"
    except UnicodeDecodeError:
        text = f"{path.name} is not a text file in UTF-8. Save it with the encoding UTF-8"
    except WorkbookError as error:
        text = str(error)
    except OSError as error:
        text = f"{path.name} cannot be read: {error.strerror}"
    return None, Problem(text, status=Status.CRASHED)


def _parse(name: str, text: str, root: Path) -> tuple[LearnerFile | None, Problem | None]:
    blanks = blank_lines(text)
    if blanks:
        return None, _todo(blanks)
    if "\0" in text:
        return None, Problem(f"{name} holds a null byte, so it is not a text file", status=Status.CRASHED)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return LearnerFile(name, text, ast.parse(text), root), None
    except SyntaxError as error:
        message, shown = words.syntax_error(error)
        return None, Problem(message, None, error.lineno, shown, Status.CRASHED)
    except (RecursionError, MemoryError):
        return None, Problem(f"{name} is nested too deeply to be read as Python", status=Status.CRASHED)
    except ValueError as error:
        return None, Problem(f"{name} cannot be read as Python: {error}", status=Status.CRASHED)


def _todo(lines: list[int]) -> Problem:
    if len(lines) == 1:
        return Problem(f"Line {lines[0]} has a blank to fill", None, lines[0], status=Status.TODO)
    listed = ", ".join(map(str, lines[:-1])) + f" and {lines[-1]}"
    return Problem(f"Lines {listed} have blanks to fill", None, lines[0], status=Status.TODO)
