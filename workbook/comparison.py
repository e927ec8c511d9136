"""Compare an answer with its reference, on every data set, and find the first thing that is wrong.

The reference is run statement by statement. After each one, the names that it sets are compared with the learner's,
and the learner's values are what the next statement begins from: so that a wrong `error` is one mistake, and a right
`slope` after it is not blamed. The functions that the learner writes are called, by the reference's own lines, in the
learner's process; each call is compared with the reference's function on the same arguments.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from workbook.attempt import Opaque, Returned
from workbook.blame import Blame
from workbook.cases import Case
from workbook.compare import kind_difference, same, same_data, show
from workbook.diagnosis import EditedSlip, Evidence, of_value
from workbook.function_diagnosis import Call, FunctionDiagnosis
from workbook.program import Environment, program_of, quiet, snapshot
from workbook.quiz import quiz_problem
from workbook.session import Session
from workbook.slips import Slip
from workbook.variants import bound_names
from workbook.verdict import CheckFailed, Problem


class _StatementFailedError(Exception):
    """A statement of the reference cannot go on from the learner's values; an earlier one is to blame."""


@dataclass
class _Walk:
    """The reference, gone through beside the learner's values on one case."""

    case: Case
    given: dict[str, Any]
    due: Environment
    before: dict[int, Environment]
    wrong: dict[int, list[str]]
    calls: list[Call]

    @property
    def is_wrong(self) -> bool:
        """Whether something wrong was found already."""
        return bool(self.wrong) or any(not call.right for call in self.calls)


class Comparison:
    """The comparison of one answer; `names` are those that it must get right.

    What is `left_open` the learner chooses: it is not compared, and what follows from it follows from the learner's.
    """

    def __init__(
        self,
        session: Session,
        names: tuple[str, ...],
        slips: tuple[Slip, ...] = (),
        left_open: tuple[str, ...] = (),
    ) -> None:
        self._session = session
        self._names = names
        self._slips = slips
        self._left_open = left_open
        self._tree = session.reference.tree
        self._program = program_of(self._tree)
        self._set_by = {name: index for index, line in enumerate(self._tree.body) for name in bound_names(line)}
        self._functions = self._learner_functions()
        self._walks: list[_Walk] = []
        missing = [name for name in names if name not in self._set_by]
        if missing:
            raise ValueError(f"{session.exercise.name}: the check names {missing[0]}, which the reference does not set")

    def problem(self) -> Problem | None:
        """Return what is wrong first, or None when all is right."""
        own = self._session.cases[0]
        crash = self._session.try_to_run(own)
        if crash:
            return self._before_the_crash(crash, own)
        given = self._values()
        missing = self._missing(given, own)
        if missing:
            return missing
        changed = self._changed_data(given, own)
        if changed:
            return changed
        if self._is_answer("answer") and "answer" in self._names:
            wrong_answer = quiz_problem(self._session.reference, given["answer"], self._session.file.line_of("answer"))
            if wrong_answer:
                return wrong_answer
        values = [given]
        for case in self._session.cases[1:] if self._has_script else ():
            crash = self._session.try_to_run(case)
            if crash:
                break
            given = self._values()
            missing = self._missing(given, case)
            if missing:
                return missing
            values.append(given)
        if self._functions and (len(values) > 1 or crash):
            self._session.run(own)  # calls go to a run on the workbook's own data: a function must use what it is given
        for index, case in enumerate(self._session.cases):
            self._walks.append(self._walk(case, values[index] if index < len(values) else {}))
        return self._first_problem() or crash or self._changed_argument()

    def _changed_argument(self) -> Problem | None:
        """The problem of a function that changes the arrays, lists or dictionaries that it is given."""
        for name in self._functions:
            call = next((call for call in self._walks[0].calls if call.function == name and not call.options), None)
            if call is None or not any(isinstance(argument, np.ndarray | list | dict) for argument in call.arguments):
                continue
            arguments = [self._sent(argument) for argument in call.arguments]
            places = self._session.attempt.changed_arguments(name, *arguments)
            definition = self._tree.body[call.index]
            assert isinstance(definition, ast.FunctionDef)
            if places:
                argument = definition.args.args[places[0]].arg
                text = f"it changes its argument `{argument}`; make a new array, and leave what it is given as it is"
                return Problem(text, name, self._session.file.line_of(name))
        return None

    def _first_problem(self) -> Problem | None:
        """Return what is wrong first, and a slip in Python itself where that is the cause."""
        problem = self._first_difference()
        if problem and not problem.named and self._session.file.has_caret(problem.line):
            return replace(problem, words="`^` is no power in Python; a square is `**2`", named=True)
        return problem

    def _before_the_crash(self, crash: Problem, own: Case) -> Problem:
        """Return what is wrong above the line that crashed, if anything is: then that is the cause."""
        if self._is_answer("answer") and crash.name in self._session.reference.options:
            return replace(crash, words=f'put the letter in quotes: answer = "{crash.name}"', name="answer")
        reached = self._session.file.set_before(self._session.crashed_at or 0)
        given = self._values_among(reached)
        cause = self._changed_data(given, own)
        if cause is None and all(name in given for name in self._functions):
            values = [given]
            for case in self._session.cases[1:] if self._has_script else ():
                self._session.try_to_run(case)
                values.append(self._values_among(reached))
            if self._functions and len(values) > 1:
                self._session.try_to_run(own)
            for case, given in zip(self._session.cases, values, strict=False):
                self._walks.append(self._walk(case, given))
            cause = self._first_problem()
        if cause is None:
            return crash
        where = f"Line {crash.line} fails because of it" if crash.line else "The file fails because of it"
        return replace(cause, status=crash.status, more=(*cause.more, f"{where}: {crash.words.rstrip('.')}."))

    def _values_among(self, names: set[str]) -> dict[str, Any]:
        return {name: value for name, value in self._values().items() if name in names}

    def due(self, name: str) -> Any:
        """Return what the reference sets a name to, on the workbook's own data."""
        if not self._walks:
            return self._program.run_all(self._program.environment(self._session.cases[0].data))[name]
        return self._walks[0].due[name]

    # Before the values: what is there, and what was changed

    def _values(self) -> dict[str, Any]:
        """The names that the reference sets, as far as the last run set them."""
        return self._session.values([*self._set_by, *self._functions])

    def _missing(self, given: dict[str, Any], case: Case) -> Problem | None:
        for name in (*self._functions, *self._names):
            if name not in given and (name in self._functions or self._is_script(self._set_by[name])):
                return self._session.never_set(name, case)
        return None

    def _changed_data(self, given: dict[str, Any], case: Case) -> Problem | None:
        """The problem of an answer that changes what it was given."""
        loaded = {
            name: index for index, line in enumerate(self._tree.body) if _loads(line) for name in bound_names(line)
        }
        for name, index in loaded.items():
            if self._set_by[name] != index or name not in given or isinstance(given[name], Opaque):
                continue
            due = self._loaded_value(name, index, case)
            if not same_data(given[name], due):
                line = self._session.file.line_of(name)
                in_place = line == self._session.file.load_line(name)
                how = ", in place, by another name or inside a function" if in_place else ""
                return Problem(
                    f"your code changes {_change(due, given[name])}{how}. Leave the data as they are", name, line
                )
        return None

    def _loaded_value(self, name: str, index: int, case: Case) -> Any:
        environment = self._program.environment(case.data)
        self._program.run(index, environment)
        return environment[name]

    # The walk

    def _walk(self, case: Case, given: dict[str, Any]) -> _Walk:
        due = self._due_values(case, given)
        walk = _Walk(case, given, due, {}, {}, [])
        carried = self._program.environment(case.data)
        for index, statement in enumerate(self._tree.body):
            if isinstance(statement, ast.FunctionDef) and statement.name in self._functions:
                carried[statement.name] = self._remote(statement.name, index, walk)
                continue
            walk.before[index] = snapshot(carried)
            try:
                self._program.run(index, carried)
            except CheckFailed:
                raise
            except Exception:
                if self._is_wrong_already(walk):
                    return walk  # the learner's own values go no further; what is wrong is known already
                raise
            self._compare(index, statement, carried, walk)
        return walk

    def _due_values(self, case: Case, given: dict[str, Any]) -> Environment:
        """What the reference sets, with the learner's own choices where the exercise leaves some."""
        due = self._program.environment(case.data)
        for index in range(len(self._tree.body)):
            self._program.run(index, due)
            for name in self._left_open:
                if self._set_by[name] == index and name in given:
                    due[name] = copy.deepcopy(given[name])
        return due

    def _is_wrong_already(self, walk: _Walk) -> bool:
        """Whether something is known to be wrong, so that what fails after it is its consequence."""
        return any(each.is_wrong for each in (*self._walks, walk))

    def _compare(self, index: int, statement: ast.stmt, carried: Environment, walk: _Walk) -> None:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            return
        for name in bound_names(statement):
            if self._set_by[name] != index or name not in walk.given or self._is_answer(name):
                continue
            given = walk.given[name]
            if name in self._left_open:
                carried[name] = copy.deepcopy(given)
            elif not same(given, carried[name]):
                walk.wrong.setdefault(index, []).append(name)
                if kind_difference(given, carried[name]) is None:
                    carried[name] = copy.deepcopy(given)

    def _remote(self, name: str, index: int, walk: _Walk) -> Callable[..., Any]:
        """A function that asks the learner's, in its process, and keeps the call."""

        def call(*arguments: Any, **options: Any) -> Any:
            kept = copy.deepcopy(arguments), copy.deepcopy(options)
            sent = [self._sent(argument) for argument in arguments]
            reply = self._session.attempt.call(name, *sent, **{key: self._sent(item) for key, item in options.items()})
            if not isinstance(reply, Returned):
                if self._is_wrong_already(walk):
                    raise _StatementFailedError
                self._session.fail(self._session.problem_of(reply, walk.case, name))
            with quiet():
                due = walk.due[name](*copy.deepcopy(arguments), **copy.deepcopy(options))
            made = Call(name, index, *kept, reply.value, due, walk.case)
            walk.calls.append(made)
            if kind_difference(reply.value, due):
                return due  # the next lines could not go on from it, and this call is what will be said
            return copy.deepcopy(reply.value)

        call.__name__ = name
        return call

    def _sent(self, argument: Any) -> Any:
        """An argument as the learner's process takes it: a function by the name that it has in the file."""
        if callable(argument) and hasattr(argument, "__name__"):
            values = self._session.values([argument.__name__])
            if argument.__name__ not in values:
                self._session.fail(self._session.never_set(argument.__name__))
            return values[argument.__name__]
        return argument

    # What is wrong first

    def _first_difference(self) -> Problem | None:
        calls = [call for walk in self._walks for call in walk.calls]
        wrong_calls = [call for call in calls if not call.right]
        wrong_names = any(
            name in walk.given and not same(walk.given[name], walk.due[name])
            for walk in self._walks
            for name in self._names
            if self._is_script(self._set_by[name]) and not self._is_answer(name)
        )
        if not wrong_calls and not wrong_names:
            return None
        first_call = min((call.index for call in wrong_calls), default=len(self._tree.body))
        first_line = min((index for walk in self._walks for index in walk.wrong), default=len(self._tree.body))
        if first_call <= first_line:
            name = next(call.function for call in wrong_calls if call.index == first_call)
            return self._of_function(name, [call for call in calls if call.function == name])
        return self._of_line(first_line)

    def _of_function(self, name: str, calls: list[Call]) -> Problem:
        session = self._session
        found = FunctionDiagnosis(self._program, session.file, self._functions, self._edited_slips(), self._trace)
        return found.problem(name, calls)

    def _of_line(self, index: int) -> Problem:
        walks = [walk for walk in self._walks if walk.given and index in walk.before]
        wrong = next(walk.wrong[index] for walk in walks if index in walk.wrong)
        histories = [name for name in wrong if isinstance(walks[0].due[name], list)]
        name = histories[-1] if histories else wrong[0]
        evidence = [
            Evidence(walk.case, walk.before[index], walk.given, self._names_set(index, walk))
            for walk in walks
            if name in walk.given
        ]
        blame = Blame(self._session.file, self._tree)
        return of_value(self._program, index, name, evidence, self._edited_slips(), blame)

    def _edited_slips(self) -> list[EditedSlip]:
        solved = self._session.reference.solved_text
        return [(slip, slip.tree(solved).body) for slip in self._slips]

    def _trace(self, call: Call) -> dict[str, Any]:
        """The values that the learner's function leaves in its names when it is called so again."""
        arguments = [self._sent(argument) for argument in call.arguments]
        options = {name: self._sent(option) for name, option in call.options.items()}
        return self._session.locals_of(call.function, *arguments, **options)

    def _names_set(self, index: int, walk: _Walk) -> tuple[str, ...]:
        names = bound_names(self._tree.body[index])
        return tuple(name for name in names if self._set_by[name] == index and name in walk.given)

    # What the reference is made of

    def _learner_functions(self) -> tuple[str, ...]:
        """The functions that have blanks in them, in order."""
        lines = [blank.line for blank in self._session.reference.blanks]
        return tuple(
            node.name
            for node in self._tree.body
            if isinstance(node, ast.FunctionDef)
            and any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines)
        )

    @property
    def _has_script(self) -> bool:
        """Whether there are blanks outside the functions, so that the file itself must run on other data."""
        inside = {
            line
            for node in self._tree.body
            if isinstance(node, ast.FunctionDef)
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        }
        return any(blank.line not in inside for blank in self._session.reference.blanks)

    def _is_script(self, index: int) -> bool:
        """Whether a top-level line is the learner's own to write, and no given line that calls a learner's function."""
        statement = self._tree.body[index]
        names = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
        lines = range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
        return not names & set(self._functions) or any(blank.line in lines for blank in self._session.reference.blanks)

    def _is_answer(self, name: str) -> bool:
        return name == "answer" and bool(self._session.reference.options)


def _change(before: Any, after: Any) -> str:
    """What was changed, from what to what; of a dictionary, the first entry that was."""
    what = "it"
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        key = next(key for key in before if not same_data(after[key], before[key]))
        what, before, after = f"its [{key!r}]", before[key], after[key]
    return f"{what} from {show(before, 40)} to {show(after, 40)}"


def _loads(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Name)
        and statement.value.func.id == "load"
    )
