"""Why a function is wrong: the slip that answers every call as it does, or the first line inside it that is wrong."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workbook.attempt import Opaque, Tensor
from workbook.blame import RESULT, Blame
from workbook.cases import Case
from workbook.compare import kind_difference, same, show
from workbook.diagnosis import (
    ROUNDS_OF_ALL_VARIANTS,
    EditedSlip,
    Evidence,
    differ,
    difference,
    innermost_change,
    of_value,
    rounds_of,
    runs,
    seconds_of,
    shown,
)
from workbook.learner import LearnerFile
from workbook.program import Environment, Program, copied, quiet, snapshot
from workbook.variants import Variant, bound_names, variants_of
from workbook.verdict import Problem
from workbook.words import returns_nothing

# Ask the learner's function again, and get the values that its names had when it returned.
Trace = Callable[["Call"], dict[str, Any]]


@dataclass(frozen=True)
class Call:
    """A call of a learner's function: its arguments, what came back, and what the reference's gives."""

    function: str
    index: int
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    given: Any
    due: Any
    case: Case

    @property
    def right(self) -> bool:
        """Whether the result is the one that is due."""
        return same(self.given, self.due)

    def __str__(self) -> str:
        parts = [show(argument, 30) for argument in self.arguments]
        parts += [f"{name}={show(option, 30)}" for name, option in self.options.items()]
        return f"{self.function}({', '.join(parts)})"


@dataclass(frozen=True)
class FunctionDiagnosis:
    """What is needed to tell why a function is wrong."""

    program: Program
    file: LearnerFile
    functions: tuple[str, ...]
    slips: list[EditedSlip]
    trace: Trace

    def problem(self, name: str, calls: list[Call]) -> Problem:
        """Return the problem of the function `name`, some of whose `calls` came back wrong."""
        wrong = min(
            (call for call in calls if not call.right), key=lambda call: (not call.case.own, _looks_right(call))
        )
        more = _values_of_call(wrong)
        line = self.file.line_of(name)
        environment = self.program.run_all(self.program.environment(calls[0].case.data))
        order = self._other_order(name)
        if order:
            return Problem(order, name, self.file.definition_line(name), more)
        slip = self._slip(environment, name, calls, more)
        if slip:
            return slip
        if wrong.given is None:
            return Problem(returns_nothing(self.file.definition(name)), name, self.file.definition_line(name), more)
        if not isinstance(wrong.given, Opaque | Tensor) and _tells_apart(calls):
            found = self._matching_variant(environment, name, calls)
            if found:
                about = found.name or name
                at = self._blame(about).line_of(found.right, found.wrong)
                at = at or (self.file.line_of(about, found.local) if found.local else None)
                return Problem(found.words, about, at or self._line_of_edit(about, found), more)
        kind = kind_difference(wrong.given, wrong.due)
        if kind:
            return Problem(f"what it returns {kind}", name, line, more)
        outside = self._reads_from_outside(name)
        if outside:
            text = f"it reads `{outside}` from outside the function; use what the function is given"
            return Problem(text, name, self.file.reading_line(name, outside), more)
        inside = self._inside(environment, name, calls)
        if inside:
            return inside
        ignored = self._ignored_argument(environment, name, calls)
        if ignored:
            text = f"it does not use its argument `{ignored}`, but the `{ignored}` that the file sets outside of it"
            return Problem(text, name, line, more)
        if len(calls) > 1 and all(same(call.given, calls[0].given) for call in calls[1:]):
            return Problem(f"it returns {show(calls[0].given, 40)} whatever it is given", name, line, more)
        if not wrong.case.own:
            text = "it is right for the workbook's own data, but not for others"
            return Problem(text, name, line, more, named=False)
        wrong_calls = [wrong, *(call for call in calls if not call.right)]
        pairs = [(call.given, call.due) for call in wrong_calls]
        text, named = difference(pairs, "it returns", "it should return", True)
        if isinstance(wrong.due, bool):
            text = f"`{wrong}` returns {shown(wrong.given)}, it should return {wrong.due}"
        return Problem(text, name, line, more, named=named)

    def _other_order(self, name: str) -> str | None:
        """Words for a definition that has the reference's arguments in another order."""
        theirs = self.file.definition(name)
        due = [argument.arg for argument in self._definition(name).args.args]
        given = [argument.arg for argument in theirs.args.args] if theirs else due
        if given == due or sorted(given) != sorted(due):
            return None
        return f"its arguments are in another order; the first line should be `def {name}({', '.join(due)}):`"

    def _reads_from_outside(self, name: str) -> str | None:
        """A variable of the file that the learner's function reads, and the reference's does not."""
        definition = self._definition(name)
        own = {argument.arg for argument in definition.args.args}
        rightly = {node.id for node in ast.walk(definition) if isinstance(node, ast.Name)} - own
        return next((other for other in self.file.read_from_outside(name) if other not in rightly), None)

    def _slip(self, environment: Environment, name: str, calls: list[Call], more: tuple[str, ...]) -> Problem | None:
        """The slip with words of its own that answers every call as the learner's function does."""
        for slip, body in self.slips:
            edits = self._changed_functions(body)
            if edits and self._answers_alike(environment, edits, name, calls):
                index, edited = next(iter(edits.items()))
                original = self.program.tree.body[index]
                about = slip.name or str(getattr(original, "name", name))
                right, wrong = innermost_change(original, edited)
                blame = self._blame(str(getattr(original, "name", name)))
                if not _tells_apart(calls) and not blame.stands(wrong):
                    continue
                at = blame.line_of(right, wrong) if about == blame.function and right is not original else None
                local = next(iter(bound_names(right)), None) if right is not original else None
                return Problem(slip.words, about, at or self.file.line_of(about, local), more)
        return None

    def _matching_variant(self, environment: Environment, name: str, calls: list[Call]) -> Variant | None:
        """The likeliest variant, of the function or of one that it uses, that answers every call as the learner's."""
        rounds = 0
        body = self.program.tree.body
        places = {line.name: index for index, line in enumerate(body) if isinstance(line, ast.FunctionDef)}
        quick_first = sorted(calls, key=lambda call: seconds_of(lambda: _gives(environment, name, call)))
        for function in (name, *(other for other in self.functions if other != name)):
            blame = self._blame(function)
            for variant in variants_of(self.program.tree, places[function]):
                edits = {variant.index: variant.statement}
                if self._answers_alike(environment, edits, name, quick_first) and blame.can_be(
                    variant.right, variant.wrong
                ):
                    return variant
                rounds += rounds_of(environment)
                if rounds > ROUNDS_OF_ALL_VARIANTS:
                    return None
        return None

    def _blame(self, function: str) -> Blame:
        return Blame(self.file, self._definition(function), function)

    def _definition(self, name: str) -> ast.FunctionDef:
        """The reference's function of this name."""
        return next(line for line in self.program.tree.body if isinstance(line, ast.FunctionDef) and line.name == name)

    def _line_of_edit(self, name: str, variant: Variant) -> int | None:
        """The line of a loop where the loop is to blame, else that of the function's `return`."""
        if "the loop runs" in variant.words:
            return self.file.loop_line(name) or self.file.line_of(name)
        return self.file.line_of(name)

    def _answers_alike(
        self, environment: Environment, edits: dict[int, ast.stmt], name: str, calls: list[Call]
    ) -> bool:
        """Whether the reference's function, with edits, gives what the learner's gave in every call."""
        edited = dict(environment)
        for index, statement in enumerate(self.program.tree.body):
            if isinstance(statement, ast.FunctionDef) and not runs(self.program, index, edited, edits.get(index)):
                return False
        return all(_gives(edited, name, call) for call in calls)

    def _changed_functions(self, body: list[ast.stmt]) -> dict[int, ast.stmt]:
        """The functions that a slip changes: index -> as they stand with it."""
        original = self.program.tree.body
        if len(original) != len(body):
            return {}
        return {
            index: body[index]
            for index in range(len(original))
            if isinstance(body[index], ast.FunctionDef) and differ(original[index], body[index])
        }

    def _inside(self, environment: Environment, name: str, calls: list[Call]) -> Problem | None:
        """The problem of the first line inside the function that is wrong, by the values that its names had.

        None when the function's body is no plain sequence of lines, or shares no names with the reference's.
        """
        definition = self._definition(name)
        body = _body_as_program(definition)
        if body is None:
            return None
        evidence = []
        for call in calls:
            parameters = _bound_parameters(definition, call)
            if parameters is None:
                return None
            given = {**self.trace(call), RESULT: call.given}
            evidence.append((call, {**environment, **parameters}, given))
        first = _first_wrong_line(body, evidence)
        if first is None:
            return None
        index, wrong_name, befores = first
        items = [
            Evidence(call.case, before, given, (wrong_name,))
            for (call, _, given), before in zip(evidence, befores, strict=True)
            if wrong_name in given
        ]
        items.sort(key=lambda item: not item.case.own)
        problem = of_value(body, index, wrong_name, items, [], self._blame(name))
        is_loop = isinstance(body.tree.body[index], ast.For | ast.While)
        if not problem.named and (wrong_name == RESULT or is_loop):
            return None  # what the function returns says it better
        about = name if problem.name in (RESULT, None) else problem.name
        text = problem.words.replace(f"`{RESULT}`", "the result")
        return Problem(text, about, problem.line, _values_of_call(calls[0]), named=problem.named)

    def _ignored_argument(self, environment: Environment, name: str, calls: list[Call]) -> str | None:
        """The argument in whose place the function reads the file's own value of the same name."""
        definition = self._definition(name)
        for position, argument in enumerate(definition.args.args):
            if argument.arg not in self.file.read_from_outside(name) or any(
                position >= len(call.arguments) for call in calls
            ):
                continue
            fixed = [
                Call(
                    call.function,
                    call.index,
                    (*call.arguments[:position], environment[argument.arg], *call.arguments[position + 1 :]),
                    call.options,
                    call.given,
                    call.due,
                    call.case,
                )
                for call in calls
            ]
            if all(_gives(environment, name, call) for call in fixed):
                return argument.arg
        return None


def _tells_apart(calls: list[Call]) -> bool:
    """Whether the results say enough to tell one slip from another: True every time fits far too many."""
    return not all(isinstance(call.given, bool) for call in calls) or len({call.given for call in calls}) > 1


def _gives(environment: Environment, name: str, call: Call) -> bool:
    """Whether a function of an environment gives what the learner's gave in a call."""
    environment["_round"].count = 0
    try:
        with quiet():
            result = environment[name](*copy.deepcopy(call.arguments), **copy.deepcopy(call.options))
    except Exception:
        return False  # a variant may fail in any way
    return same(call.given, result)


@lru_cache(maxsize=64)
def _body_as_program(definition: ast.FunctionDef) -> Program | None:
    """A function's body as a program that sets RESULT, when it is lines that end in one `return`."""
    *lines, last = [line for line in definition.body if not isinstance(line, ast.Expr)]
    inner_returns = [node for line in lines for node in ast.walk(line) if isinstance(node, ast.Return)]
    if inner_returns or not isinstance(last, ast.Return) or last.value is None:
        return None
    result = ast.Assign(targets=[ast.Name(RESULT, ast.Store())], value=last.value, lineno=last.lineno)
    return Program(ast.fix_missing_locations(ast.Module(body=[*lines, result], type_ignores=[])))


def _bound_parameters(definition: ast.FunctionDef, call: Call) -> dict[str, Any] | None:
    names = [argument.arg for argument in definition.args.args]
    bound = {**dict(zip(names, copy.deepcopy(call.arguments), strict=False)), **copy.deepcopy(call.options)}
    return bound if set(bound) == set(names) else None


def _first_wrong_line(
    body: Program, evidence: list[tuple[Call, Environment, dict[str, Any]]]
) -> tuple[int, str, list[Environment]] | None:
    """The first line after which a name is not what it should be, and the values before it in every call."""
    environments = [snapshot(environment) for _, environment, _ in evidence]
    last_set = {name: index for index, line in enumerate(body.tree.body) for name in bound_names(line)}
    for index, line in enumerate(body.tree.body):
        befores = [snapshot(environment) for environment in environments]
        for environment in environments:
            try:
                body.run(index, environment)
            except Exception:
                return None  # the learner's own values go no further, and nothing before was wrong
        for name in bound_names(line):
            if last_set[name] != index:
                continue
            pairs = [
                (given.get(name), environment)
                for (_, _, given), environment in zip(evidence, environments, strict=True)
            ]
            if any(value is None for value, _ in pairs):
                continue
            if any(not same(value, environment[name]) for value, environment in pairs):
                return index, name, befores
            for value, environment in pairs:
                environment[name] = copied(value)
    return None


def _looks_right(call: Call) -> bool:
    """Whether a result and what is due look the same once they are rounded to be shown."""
    return shown(call.given) == show(call.due, 70)


def _values_of_call(call: Call) -> tuple[str, ...]:
    if _looks_right(call):
        return ()
    if not call.case.own:
        return (f"`{call}` gives {shown(call.given)}",)
    return (f"`{call}` gives {shown(call.given)}", f"it should give {show(call.due, 70)}")
