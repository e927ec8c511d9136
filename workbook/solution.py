"""The reference's solution, and whether the learner may see it: after a pass, or after giving up."""

from __future__ import annotations

from workbook.history import History
from workbook.places import Exercise
from workbook.reference import Reference


def solution_of(exercise: Exercise) -> str:
    """Return the solved code, without the exercise's text."""
    reference = Reference.read(exercise.reference)
    lines = reference.solved_text.splitlines()
    return "\n".join(lines[reference.tree.body[0].end_lineno :]).strip("\n")


def may_be_seen(exercise: Exercise, history: History) -> bool:
    """Whether any version of the answer has passed, or the learner gave up."""
    return history.gave_up(exercise.name) or history.has_passed(exercise.name)
