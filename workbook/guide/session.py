"""The guide without a screen: which exercise is in hand, what is known of it, and what the keys do to it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from workbook import answers
from workbook.history import History
from workbook.notebook import latest, place, source_of
from workbook.places import Exercise, WorkbookError, find_exercises
from workbook.progress import Standing, line_to_open, standing
from workbook.reference import Reference, blank_lines
from workbook.solution import may_be_seen
from workbook.updates import follow_renames, outdated, remember_bases
from workbook.verdict import Status, Verdict


@dataclass(frozen=True)
class Page:
    """What is shown of an exercise besides its verdict."""

    exercise: Exercise
    title: str
    text: str
    hints: tuple[str, ...]
    hint_count: int
    take_away: str
    has_plot: bool


class Session:
    """One learner's way through the workbook.

    Raises WorkbookError when there are no exercises.
    """

    def __init__(self, root: Path, history: History) -> None:
        self.root = root
        self.history = history
        self.exercises = find_exercises(root)
        if not self.exercises:
            raise WorkbookError(f"there are no exercises in {root}. Take the workbook anew from its repository.")
        self.standings = {exercise.name: standing(exercise, history) for exercise in self.exercises}
        self.verdict: Verdict | None = None
        self._hints: dict[str, int] = {}
        self.current = self._where_one_was()

    # Where one is

    def neighbour(self, step: int) -> Exercise | None:
        """Return the exercise so many further on, or back; None where there is none."""
        index = self.exercises.index(self.current) + step
        return self.exercises[index] if 0 <= index < len(self.exercises) else None

    def go(self, exercise: Exercise) -> None:
        """Take an exercise in hand; it is where one is the next time."""
        self.current, self.verdict = exercise, None
        self.history.position = exercise.name

    def soon_needed(self) -> list[Exercise]:
        """Return the exercises whose libraries should be ready: the one in hand, and the next of its chapter."""
        index = self.exercises.index(self.current)
        return [one for one in self.exercises[index : index + 2] if one.chapter == self.current.chapter]

    def page(self) -> Page:
        """Return the text of the exercise in hand, and the hints shown so far."""
        try:
            reference = Reference.read(self.current.reference)
        except (WorkbookError, OSError) as error:  # it happens to whoever writes exercises
            return Page(self.current, self.current.name, f"This exercise cannot be read: {error}", (), 0, "", False)
        return Page(
            exercise=self.current,
            title=reference.title,
            text=reference.text.split("\n", 1)[-1].strip(),
            hints=reference.hints[: self._hints_shown()],
            hint_count=len(reference.hints),
            take_away=reference.take_away,
            has_plot="matplotlib" in reference.source,
        )

    def _where_one_was(self) -> Exercise:
        known = {exercise.name: exercise for exercise in self.exercises}
        first_left = next((one.exercise for one in self.standings.values() if not one.passed), self.exercises[0])
        return known.get(self.history.position or "", first_left)

    # What is known

    def learn(self, exercise: Exercise, verdict: Verdict | None) -> None:
        """Take in what a check found, None when it could not be made."""
        if verdict is not None:
            self.standings[exercise.name] = Standing(exercise, verdict.status)
        if exercise == self.current:
            self.verdict = verdict

    def refresh(self) -> None:
        """Look again how every exercise stands."""
        self.standings = {exercise.name: standing(exercise, self.history) for exercise in self.exercises}

    def chapters(self) -> list[tuple[int, str, list[Standing]]]:
        """Return each chapter's number and title, and how its exercises stand."""
        numbers = sorted({exercise.chapter for exercise in self.exercises})
        groups = {
            number: [one for one in self.standings.values() if one.exercise.chapter == number] for number in numbers
        }
        return [(number, group[0].exercise.chapter_title, group) for number, group in groups.items()]

    @property
    def passed(self) -> bool:
        """Whether the last check of the exercise in hand passed."""
        return self.verdict is not None and self.verdict.status is Status.PASSED

    def where(self) -> str:
        """Return the file of the exercise in hand, with the line of its message: `file:line`, from here."""
        path = latest(self.current.answer)[0]
        line = self.verdict.line if self.verdict else None
        try:
            shown = place(path, line)
        except (WorkbookError, OSError):
            shown = str(path)
        return shown.replace(f"{Path.cwd()}{os.sep}", "", 1)

    def blanks(self) -> list[tuple[int, str]]:
        """Return the lines of the exercise in hand that still have a blank."""
        if self.verdict is None or self.verdict.status is not Status.TODO:
            return []
        try:
            text = source_of(answers.answer_path(self.current))
        except (WorkbookError, OSError, UnicodeDecodeError):
            return []
        lines = text.splitlines()
        return [(number, lines[number - 1].strip()) for number in blank_lines(text)]

    # What the keys do

    def show_hint(self) -> None:
        """Show one more hint. Raises HistoryError when that will not be remembered the next time."""
        name = self.current.name
        self._hints[name] = self._hints_shown() + 1
        self.history.show_hint(name, self._hints[name])

    def _hints_shown(self) -> int:
        return self._hints.get(self.current.name, 0) or self.history.hints_shown(self.current.name)

    def may_see_solution(self) -> bool:
        """Whether the learner may see the solution: after a pass, or after giving up."""
        return self.passed or may_be_seen(self.current, self.history)

    def give_up(self) -> None:
        """Remember that the learner gave up. Raises HistoryError when that cannot be remembered."""
        self.history.give_up(self.current.name)

    def reset(self) -> str:
        """Start the exercise again; returns what to tell. Raises what answers.reset raises."""
        kept = answers.reset(self.current, self.history)
        return f"Begun again. Your work is kept as version {kept}: u brings it back." if kept else "Begun again."

    def undo(self) -> str:
        """Take the last change back; returns what to tell. Raises what answers.undo raises."""
        kind, kept = answers.undo(self.current, self.history)
        return f"The {kind} is taken back." + (f" What stood there is version {kept}." if kept else "")

    def line(self) -> int | None:
        """Return the line at which to open the learner's file."""
        return line_to_open(self.current, self.history)

    def look_for_updates(self) -> str | None:
        """Note what each file was made from; returns a line when there is a newer text."""
        try:
            follow_renames(self.exercises, self.history)
            newer = outdated(self.exercises, self.history)
            remember_bases(self.exercises, self.history)
        except (WorkbookError, OSError) as error:
            return f"Newer texts could not be looked for: {error}"
        if not newer:
            return None
        many = f"{len(newer)} exercises have" if len(newer) > 1 else f"{newer[0].name} has"
        return f"{many} a newer text. Leave with q, then type: workbook update"
