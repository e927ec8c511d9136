"""Run a reference in the judge, statement by statement, from whatever values its names have.

Only the workbook's own code runs here: references, and their variants. Plots and prints go nowhere.
"""

from __future__ import annotations

import ast
import copy
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import numpy as np

# A variant may loop for ever where the reference stops; it is given up after this many rounds.
ROUNDS = 50_000

Environment = dict[str, Any]


class TooManyRoundsError(Exception):
    """A variant went on looping long after it should have stopped."""


class Program:
    """A reference's statements, each of which can be run by itself, also in an edited form."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree

    def environment(self, data: Mapping[str, Mapping[str, Any]]) -> Environment:
        """Return the names that a program begins with, `load` answering from `data`."""

        def load(name: str) -> Any:
            values = tuple(copy.deepcopy(value) for value in data[name].values())
            return values[0] if len(values) == 1 else values

        return {"__name__": "__main__", "load": load, "print": _nothing, "_round": _Rounds()}

    def run(self, index: int, environment: Environment, edited: ast.stmt | None = None) -> None:
        """Run statement `index`, or its edited form, in an environment.

        Raises whatever the statement raises, and TooManyRoundsError when its loops do not end.
        """
        statement = edited or self.tree.body[index]
        if _is_plotting_import(statement):
            environment.update({alias.asname or alias.name: _NOTHING for alias in statement.names})  # type: ignore[attr-defined]
            return
        if isinstance(statement, ast.ImportFrom) and statement.module == "workbook":
            return
        code = _compiled(statement)
        environment["_round"].count = 0
        with quiet():
            exec(code, environment)

    def run_all(self, environment: Environment, edits: Mapping[int, ast.stmt] | None = None) -> Environment:
        """Run every statement, with some of them edited, and return the environment."""
        for index in range(len(self.tree.body)):
            self.run(index, environment, (edits or {}).get(index))
        return environment


@lru_cache(maxsize=64)
def program_of(tree: ast.Module) -> Program:
    """Return the program of a parsed reference; what it has compiled serves the next check too."""
    return Program(tree)


@contextmanager
def quiet() -> Iterator[None]:
    """Let a variant divide by zero or overflow without a word: its values say enough."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


class _Rounds:
    """Counts the rounds of the loops in a program."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        if self.count > ROUNDS:
            raise TooManyRoundsError


class _Counting(ast.NodeTransformer):
    """Put a call of `_round()` at the head of every loop's body."""

    def visit_For(self, node: ast.For) -> ast.AST:
        return self._counted(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._counted(node)

    def _counted(self, node: ast.For | ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, ast.Expr(ast.Call(ast.Name("_round", ast.Load()), [], [])))
        return node


def _cloned(node: ast.AST) -> ast.AST:
    """A copy of a tree, nodes alone: several times faster than `copy.deepcopy`."""
    new = copy.copy(node)
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            setattr(new, field, _cloned(value))
        elif isinstance(value, list):
            setattr(new, field, [_cloned(item) if isinstance(item, ast.AST) else item for item in value])
    return new


@lru_cache(maxsize=4096)
def _compiled(statement: ast.stmt) -> types.CodeType:
    """The code of a statement; it is looked up by the very statement, as variants are kept from check to check."""
    module = ast.Module(body=[_Counting().visit(_cloned(statement))], type_ignores=[])
    return compile(ast.fix_missing_locations(module), "<reference>", "exec")


def _is_plotting_import(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Import):
        return all(alias.name.startswith("matplotlib") for alias in statement.names)
    return isinstance(statement, ast.ImportFrom) and (statement.module or "").startswith("matplotlib")


def _nothing(*_arguments: Any, **_options: Any) -> None:
    """What `print` does in the judge."""


class _Nothing:
    """What plotting is in the judge: every attribute, call and part of it is nothing again."""

    def __getattr__(self, name: str) -> _Nothing:
        return self

    def __call__(self, *_arguments: Any, **_options: Any) -> _Nothing:
        return self

    def __getitem__(self, key: Any) -> _Nothing:
        return self

    def __iter__(self) -> Iterator[_Nothing]:
        return iter((self, self))  # figure, axes = plt.subplots()

    def __deepcopy__(self, memo: Any) -> _Nothing:
        return self


_NOTHING = _Nothing()


def copied(value: Any) -> Any:
    """Return a copy of a plain value; a function or a module is itself."""
    if isinstance(value, types.ModuleType | types.FunctionType | types.BuiltinFunctionType | type):
        return value
    return copy.deepcopy(value)


def snapshot(environment: Environment) -> Environment:
    """Return an environment that later statements do not change."""
    return {name: value if name.startswith("_") else copied(value) for name, value in environment.items()}


Function = Callable[..., Any]
