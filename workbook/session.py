"""One answer under check: its file, the data it is run on, and the process that it runs in.

Whatever goes wrong on the way ends the check: CheckFailed carries the verdict.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, NoReturn, TypeVar

import numpy as np

from workbook import words
from workbook.attempt import Attempt, Attempts, AttemptStoppedError, Figure, Limits, Raised, Reply, Returned, Stopped
from workbook.cases import Case
from workbook.crashes import crash
from workbook.earlier_modules import earlier_sources
from workbook.learner import LearnerFile
from workbook.places import Exercise
from workbook.reference import Reference
from workbook.verdict import CheckFailed, Problem, Status, Verdict

Value = TypeVar("Value")


# Training takes its time; no exercise makes a learner wait longer than this.
KERAS_LIMITS = Limits(seconds=60.0, total_seconds=180.0, memory_bytes=16 * 2**30)


class Session:
    """Runs a learner's file in an attempt, and asks it for values. What it draws at random follows from `seed`."""

    def __init__(
        self,
        exercise: Exercise,
        reference: Reference,
        file: LearnerFile,
        cases: list[Case],
        seed: int,
        attempts: Attempts,
        limits: Limits | None = None,
    ) -> None:
        self.exercise = exercise
        self.reference = reference
        self.file = file
        self.cases = cases
        self._seed = seed
        self._attempts = attempts
        self._limits = limits or (KERAS_LIMITS if "keras" in file.libraries else Limits())
        self._resources = ExitStack()
        self.crashed_at: int | None = None
        self._attempt: Attempt | None = None
        self._case: Case | None = None
        self._modules = earlier_sources(reference.tree, exercise.root)

    def run(self, case: Case) -> None:
        """Run the file on a case's data. Ends the check when it crashes or has to be stopped."""
        problem = self.try_to_run(case)
        if problem:
            self.fail(problem)

    def try_to_run(self, case: Case) -> Problem | None:
        """Run the file on a case's data, and return what stopped it; what it had set by then can still be asked for."""
        if self._attempt is None:
            self._attempt = self._resources.enter_context(self._attempts.start(self.file.libraries, self._limits))
        self._case = case
        text = self.file.text if case.own else self.file.text_without(case.values)
        reply = self._attempt.run(text, self.file.name, case.data, self._modules, self._next_seed())
        if isinstance(reply, Returned):
            return None
        problem = self.problem_of(reply, case)
        if isinstance(reply, Stopped):
            self.fail(problem)  # the process is gone, and there is nothing to be asked
        self.crashed_at = reply.frames[0][1] if reply.frames else reply.line
        return problem

    def _next_seed(self) -> int:
        """The seed of this run: what one run shows can be repeated, and no two runs draw the same."""
        self._seed += 1
        return self._seed

    def return_to_own_data(self) -> None:
        """Run the file on the workbook's own data again, if the last run was on others."""
        if self._case is not None and not self._case.own:
            self.run(self.cases[0])

    @property
    def attempt(self) -> Attempt:
        """The process, after a run on the workbook's own data at least."""
        if self._attempt is None:
            self.run(self.cases[0])
        assert self._attempt is not None
        return self._attempt

    def values(self, names: Iterable[str]) -> dict[str, Any]:
        """Return what the last run set these names to; a name that was not set is not in it."""
        wanted = list(names)
        return self._asked(lambda: self.attempt.values(wanted))

    def figures(self) -> list[Figure]:
        """Return the figures that the last run drew."""
        return self._asked(self.attempt.figures)

    def locals_of(self, function: str, *arguments: Any, **options: Any) -> dict[str, Any]:
        """Call a function again, and return the values of its own names."""
        return self._asked(lambda: self.attempt.locals_of(function, *arguments, **options))

    def returned(self, reply: Reply, function: str, case: Case) -> Any:
        """Return a reply's value. Ends the check when the function crashed or had to be stopped."""
        if isinstance(reply, Returned):
            return reply.value
        return self.fail(self.problem_of(reply, case, function))

    def problem_of(self, reply: Raised | Stopped, case: Case, function: str | None = None) -> Problem:
        """Put an exception or a limit in words; on other data than the workbook's own, say so."""
        if isinstance(reply, Stopped):
            text, line = words.stopped(reply, self.file.is_while(reply.loop_line))
            return Problem(text, None, line, status=Status.STOPPED)
        text, name = crash(reply, self.file.code(reply.line))
        if reply.kind == "NameError" and name and self.file.uses_as_key(name):
            text = f'a key needs quotes around it: ["{name}"]'
        elif reply.kind == "NameError" and name and self.file.compares(name):
            text = f"`==` compares two values; to set a name, write one `=`: {name} = ..."
        elif reply.kind == "NameError" and name and self.file.uses_as_text(name):
            text = f'a text needs quotes around it: "{name}"'
        nothing = self._returns_nothing() if "'NoneType'" in reply.message else None
        if nothing:
            return replace(nothing, status=Status.CRASHED)
        if not case.own:
            text = f"with other data{_sizes(case)} this fails: {text}"
        if name is None and reply.line is None:
            name = function
        return Problem(text, name, reply.line, status=Status.CRASHED)

    def _returns_nothing(self) -> Problem | None:
        """The problem of a function of the exercise that has no `return`, so that its result is missing later."""
        for line in self.reference.tree.body:
            if isinstance(line, ast.FunctionDef) and _returns(line):
                theirs = self.file.definition(line.name)
                if theirs is not None and not _returns(theirs):
                    return Problem(words.returns_nothing(theirs), line.name, theirs.lineno)
        return None

    def never_set(self, name: str, case: Case | None = None) -> Problem:
        """Return the problem of a name that is not there once the learner's file has run, on a case's data."""
        line = self.file.definition_line(name) or self.file.line_of(name)
        if line is not None:
            when = "" if case is None or case.own else f"with other data{_sizes(case)} "
            text = f"{when}it is not there in the end: this line is not reached, or a later one deletes it"
            return Problem(text, name, line)
        is_function = any(isinstance(node, ast.FunctionDef) and node.name == name for node in self.reference.tree.body)
        what = "this function is never defined" if is_function else "it is never set"
        near, line = self.file.near_name(name)
        if near:
            what += f"; `{near}` in line {line} looks like it. Name it `{name}`"
        return Problem(what, name)

    def fail(self, problem: Problem) -> NoReturn:
        """End the check. Raises CheckFailed."""
        message = words.headline(problem.words, problem.name, problem.line)
        verdict = Verdict(
            self.exercise.name, problem.status, message, problem.name, problem.line, problem.more, named=problem.named
        )
        raise CheckFailed(verdict, self._attempt.printed if self._attempt else "")

    def close(self) -> None:
        """End the attempt."""
        self._resources.close()

    def _asked(self, question: Callable[[], Value]) -> Value:
        try:
            return question()
        except AttemptStoppedError as error:
            return self.fail(self.problem_of(error.stopped, self.cases[0]))


def _returns(function: ast.FunctionDef) -> bool:
    """Whether a function returns anything but None."""
    returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
    return any(not (isinstance(value, ast.Constant) and value.value is None) for value in returned)


def _sizes(case: Case) -> str:
    """How long the first array of a case is."""
    for name, value in case.values.items():
        if isinstance(value, np.ndarray) and value.ndim:
            return f" (`{name}` has {len(value)} {'entry' if len(value) == 1 else 'entries'} there)"
    return ""
