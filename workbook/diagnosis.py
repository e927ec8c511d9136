"""Why a value is wrong: the slip that gives it, found by running the reference's variants on the same data.

A variant that reproduces the learner's values on every data set is named in words. Where none does, what is certain is
said: the type, the shape, a ratio, a sign, the place of the first difference, or the two values.
"""

from __future__ import annotations

import ast
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from workbook.attempt import Opaque, Tensor
from workbook.blame import Blame
from workbook.cases import Case
from workbook.compare import (
    describe_difference,
    describe_kind,
    first_difference,
    is_number,
    kind_difference,
    ordinal,
    same,
    show,
)
from workbook.program import Environment, Program, snapshot
from workbook.slips import Slip
from workbook.variants import Variant, bound_names, variants_of
from workbook.verdict import Problem

# Variants may run this many rounds of loops in all; a diagnosis that needs more says what is certain without it. It is
# no time, so that an answer is told the same on every machine.
ROUNDS_OF_ALL_VARIANTS = 100_000


@dataclass(frozen=True)
class Evidence:
    """What is known of a wrong line on one case: the values before it, and what the learner's file set."""

    case: Case
    before: Environment
    given: dict[str, Any]
    names: tuple[str, ...]


# A slip, and the statements of the reference as they stand with it.
EditedSlip = tuple[Slip, list[ast.stmt]]


def of_value(
    program: Program, index: int, name: str, evidence: list[Evidence], slips: list[EditedSlip], blame: Blame
) -> Problem:
    """Return the problem of the statement `index` of a program, which should set `name`."""
    given = [item.given[name] for item in evidence]
    due = [_due(program, index, name, item) for item in evidence]
    more = _values_on_own_data(name, evidence[0], given[0], due[0])
    kind = kind_difference(given[0], due[0])
    for slip, body in slips:
        if _reproduces(program, index, body, evidence):
            about = slip.name or _edited_name(program.tree.body, body) or name
            return Problem(slip.words, about, blame.line(about), more)
    if kind and isinstance(given[0], np.ndarray) and not given[0].size:  # as nothing, it equals too many variants
        return Problem(f"it {kind}", name, blame.line(name), more)
    variant = _matching_variant(program, index, evidence, name, blame)
    if variant:
        return Problem(
            variant.words, variant.name, blame.line_of(variant.right, variant.wrong) or blame.line(variant.name), more
        )
    frozen = None if _is_constant(given, due) else _frozen_name(program, index, evidence, name)
    if frozen:
        return Problem(frozen, name, blame.line(name), more)
    return _unexplained(program.tree.body[index], name, evidence, given, due, blame.line(name), more)


def _unexplained(
    statement: ast.stmt,
    name: str,
    evidence: list[Evidence],
    given: list[Any],
    due: list[Any],
    line: int | None,
    more: tuple[str, ...],
) -> Problem:
    """What is certain when no slip fits."""
    right_on_own = same(given[0], due[0])
    constant = _is_constant(given, due)
    if right_on_own and constant:
        text = f"{show(given[0], 40)} is right here, but stays so when the data change: calculate it, do not type it in"
        return Problem(text, name, line)
    if right_on_own:
        seed = next((item.case.seed for item in evidence if item.case.seed is not None), None)
        drawn = () if seed is None else (f"Some of the other data are drawn at random: --seed {seed} draws the same.",)
        text = "it is right for these data, but wrong for others: the formula happens to agree here"
        return Problem(text, name, line, drawn, named=False)
    kind = kind_difference(given[0], due[0])
    if kind:
        return Problem(f"it {kind}", name, line, more)
    if constant:
        text = f"it is {show(given[0], 40)} whatever the data are: calculate it. Here it should be {show(due[0], 40)}"
        return Problem(text, name, line)
    pairs = list(zip(given, due, strict=True))
    text, named = difference(pairs, "it is", "it should be", isinstance(statement, ast.For | ast.While))
    return Problem(text, name, line, more, named=named)


def difference(pairs: list[tuple[Any, Any]], what_is: str, should_be: str, counts_rounds: bool) -> tuple[str, bool]:
    """Return words for a value of the right kind that is wrong, and whether they say more than the two values.

    `pairs` are the values given and due, those to be shown first. A pattern is told if all show it that are wrong, but
    of the right kind.
    """
    given, due = pairs[0]
    pairs = [pair for pair in pairs if not kind_difference(*pair)]
    if isinstance(due, dict) and isinstance(given, dict):
        key = next((key for key in due if not same(given[key], due[key])), None)
        if key is not None:
            inside = [(one[key], other[key]) for one, other in pairs]
            return difference(inside, f"its [{key!r}] is", "it should be", counts_rounds)
    if isinstance(due, tuple) and isinstance(given, tuple):
        at = first_difference(given, due)
        if at is not None and at < len(due):
            inside = [(one[at], other[at]) for one, other in pairs]
            return difference(inside, f"the {ordinal(at + 1)} of its values is", "it should be", counts_rounds)
    place = first_difference(given, due)
    patterns = {describe_difference(one, other) for one, other in pairs if not same(one, other)}
    pattern = patterns.pop() if len(patterns) == 1 else None
    if place is not None and place < min(len(given), len(due)) and len(due) > 3:
        where = f"in round {place + 1}" if counts_rounds else f"at the {ordinal(place + 1)} entry"
        words = f"it goes wrong {where}: {show(given[place], 40)}, where {show(due[place], 40)} is due"
        return (f"{words}; it {pattern}", True) if pattern and place == 0 else (words, place > 0)
    values = f"{what_is} {show(given, 50)}, {should_be} {show(due, 50)}"
    return (f"{values}: it {pattern}", True) if pattern else (values, False)


def shown(value: Any) -> str:
    """Return a value that came from an attempt as text."""
    return describe_kind(value) if isinstance(value, Opaque | Tensor) else show(value, 70)


def runs(program: Program, index: int, environment: Environment, edited: ast.stmt | None) -> bool:
    """Run a statement, or its edited form; whether it came to its end. A variant may fail in any way."""
    try:
        program.run(index, environment, edited)
    except Exception:
        return False
    return True


def differ(one: ast.stmt, other: ast.stmt) -> bool:
    """Whether two statements are not the same code."""
    return ast.dump(one) != ast.dump(other)


def _due(program: Program, index: int, name: str, item: Evidence) -> Any:
    environment = snapshot(item.before)
    program.run(index, environment)
    return environment[name]


def _is_constant(given: list[Any], due: list[Any]) -> bool:
    """Whether a value stays the same where it should change with the data."""
    stays = len(given) > 1 and all(same(other, given[0]) for other in given[1:])
    return stays and not all(same(other, due[0]) for other in due[1:])


def _matching_variant(
    program: Program, index: int, evidence: list[Evidence], name: str, blame: Blame
) -> Variant | None:
    """The likeliest variant that gives the learner's values on every case."""
    rounds = 0
    quick_first = sorted(evidence, key=lambda item: seconds_of(lambda: _due(program, index, name, item)))
    for variant in variants_of(program.tree, index):
        gives = all(_gives(program, variant.index, variant.statement, item, name) for item in quick_first)
        if gives and blame.can_be(variant.right, variant.wrong):
            return variant
        rounds += rounds_of(quick_first[0].before)
        if rounds > ROUNDS_OF_ALL_VARIANTS:
            return None
    return None


def rounds_of(environment: Environment) -> int:
    """How many rounds of loops ran in an environment since its count was last set to 0."""
    return int(environment["_round"].count)


def seconds_of(action: Callable[[], object]) -> float:
    """How long an action takes: what rules a variant out soonest goes first."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _gives(program: Program, index: int, statement: ast.stmt, item: Evidence, name: str) -> bool:
    environment = snapshot(item.before)
    if not runs(program, index, environment, statement):
        return False
    return all(other in environment and same(item.given[other], environment[other]) for other in item.names or (name,))


def _reproduces(program: Program, index: int, body: list[ast.stmt], evidence: list[Evidence]) -> bool:
    """Whether a slip gives the learner's values up to line `index`, on every case."""
    original = program.tree.body
    changed = [place for place in range(len(original)) if place >= len(body) or differ(original[place], body[place])]
    if not changed or len(body) != len(original) or changed[0] > index:
        return False
    for item in evidence:
        environment = snapshot(item.before) if changed[0] == index else program.environment(item.case.data)
        start = index if changed[0] == index else 0
        names = set(item.names)
        for place in range(start, index + 1):
            if not runs(program, place, environment, body[place]):
                return False
            if changed[0] <= place < index:
                names.update(name for name in bound_names(body[place]) if name in item.given)
        if not all(name in environment and same(item.given[name], environment[name]) for name in names):
            return False
    return True


def _edited_name(original: list[ast.stmt], body: list[ast.stmt]) -> str | None:
    """What the first line that a slip changes sets."""
    if len(original) != len(body):
        return None
    for one, other in zip(original, body, strict=True):
        if differ(one, other):
            line, _ = innermost_change(one, other)
            names = bound_names(line)
            return names[0] if names and not isinstance(line, ast.For | ast.While) else None
    return None


def innermost_change(one: ast.stmt, other: ast.stmt) -> tuple[ast.stmt, ast.stmt]:
    """Return the smallest statement inside `one` that is not the same in `other`, and what it is there.

    Where several lines of a block are not the same, it is the first.
    """
    for field in ("body", "orelse"):
        inside, beside = getattr(one, field, None), getattr(other, field, None)
        if isinstance(inside, list) and isinstance(beside, list) and len(inside) == len(beside):
            changed = [(a, b) for a, b in zip(inside, beside, strict=True) if differ(a, b)]
            if changed:
                return innermost_change(*changed[0])
    return one, other


def _frozen_name(program: Program, index: int, evidence: list[Evidence], name: str) -> str | None:
    """Words for a number that is typed in where a name belongs: right on the workbook's own data, wrong on others."""
    if len(evidence) < 2:
        return None
    statement = program.tree.body[index]
    own = evidence[0].before
    candidates = {
        node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    for candidate in sorted(candidates):
        value = own.get(candidate)
        if candidate.startswith("_") or not (is_number(value) or isinstance(value, np.ndarray)):
            continue
        frozen = [Evidence(item.case, {**item.before, candidate: value}, item.given, item.names) for item in evidence]
        if all(_gives(program, index, statement, item, name) for item in frozen):
            return f"you typed in {show(value, 40)} where `{candidate}` belongs: it changes with the data"
    return None


def _values_on_own_data(name: str, item: Evidence, given: Any, due: Any) -> tuple[str, ...]:
    if not item.case.own or same(given, due):
        return ()
    return (f"`{name}` is {shown(given)}", f"{' ' * len(name)}  due {show(due, 70)}")
