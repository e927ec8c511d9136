"""A learner's file as text: what it imports, where it sets a name, which given values it types in again.

Nothing of it is run here.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from workbook.earlier_modules import earlier_sources
from workbook.places import Exercise
from workbook.reference import Reference
from workbook.variants import bound_names

# Libraries that take long to import: a process that has them is kept ready. Imported name -> what to import.
_LIBRARIES = {
    "numpy": "numpy",
    "matplotlib": "matplotlib.pyplot",
    "sklearn": "sklearn.metrics",
    "keras": "keras",
    "tensorflow": "tensorflow",
}


# Methods of plots that take a text.
_NAMING = ("xlabel", "ylabel", "title", "xscale", "yscale")


@dataclass(frozen=True)
class LearnerFile:
    """The text of an answer that is Python without blanks."""

    name: str
    text: str
    tree: ast.Module
    root: Path

    @cached_property
    def libraries(self) -> tuple[str, ...]:
        """The slow libraries that the file imports, itself or through an earlier exercise's functions."""
        trees = [self.tree, *map(ast.parse, earlier_sources(self.tree, self.root).values())]
        return tuple(sorted({"numpy"}.union(*map(_imported_libraries, trees))))

    def line_of(self, name: str, local: str | None = None) -> int | None:
        """Return the line that sets a variable (the last one), or defines a function.

        With `local`, the line inside the function `name` that sets that variable, else the one that returns.
        """
        definition = self.definition(name)
        if definition is not None:
            inside = [node for node in ast.walk(definition) if isinstance(node, ast.stmt) and node is not definition]
            sets = [node.lineno for node in inside if local and _sets_itself(node, local)]
            returns = [node.lineno for node in inside if isinstance(node, ast.Return)]
            return (sets or returns or [definition.lineno])[-1]
        lines = [
            node.lineno
            for statement in self.tree.body
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
            for node in ast.walk(statement)
            if isinstance(node, ast.stmt) and _sets_itself(node, name)
        ]
        return lines[-1] if lines else None

    def statements(self, function: str | None = None) -> list[ast.stmt]:
        """Return every line inside a function, or at the top level outside of functions, those of loops among them."""
        definition = self.definition(function) if function else None
        return statements_in(definition or self.tree)

    def definition_line(self, name: str) -> int | None:
        """Return the line on which a function's definition begins."""
        definition = self.definition(name)
        return definition.lineno if definition else None

    def loop_line(self, function: str | None = None) -> int | None:
        """Return the line of the last loop at the top level, or inside a function."""
        body = self.definition(function) if function else self.tree
        if body is None:
            return None
        inside_functions = {
            id(node) for other in self.tree.body if isinstance(other, ast.FunctionDef) for node in ast.walk(other)
        }
        loops = [
            node.lineno
            for node in ast.walk(body)
            if isinstance(node, ast.For | ast.While) and (function or id(node) not in inside_functions)
        ]
        return max(loops, default=None)

    def set_before(self, line: int) -> set[str]:
        """Return the names that top-level statements set above `line`, and none at or below it."""
        above: set[str] = set()
        below: set[str] = set()
        for statement in self.tree.body:
            is_above = (statement.end_lineno or statement.lineno) < line
            (above if is_above else below).update(bound_names(statement))
        return above - below

    def uses_as_key(self, name: str) -> bool:
        """Return whether a name stands in square brackets by itself, where a key in quotes may be meant."""
        keys = [node.slice for node in ast.walk(self.tree) if isinstance(node, ast.Subscript)]
        return any(isinstance(key, ast.Name) and key.id == name for key in keys)

    def compares(self, name: str) -> bool:
        """Return whether a line does nothing but compare a name with something, where `=` may be meant."""
        alone = [node.value for node in ast.walk(self.tree) if isinstance(node, ast.Expr)]
        compared = [value.left for value in alone if isinstance(value, ast.Compare)]
        return any(isinstance(left, ast.Name) and left.id == name for left in compared)

    def uses_as_text(self, name: str) -> bool:
        """Return whether a name is what an axis, a scale or a title is to be called, where a text is meant."""
        calls = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]
        named = [
            argument
            for call in calls
            if isinstance(call.func, ast.Attribute) and call.func.attr.removeprefix("set_") in _NAMING
            for argument in call.args
        ]
        return any(isinstance(argument, ast.Name) and argument.id == name for argument in named)

    def code(self, line: int | None) -> str:
        """Return a line of the text."""
        lines = self.text.split("\n")
        return lines[line - 1] if line and line <= len(lines) else ""

    def load_line(self, name: str) -> int | None:
        """Return the line that loads a given value."""
        for statement in self.tree.body:
            is_load = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call)
            if (
                is_load
                and name in bound_names(statement)
                and ast.unparse(statement).split(" = ")[-1].startswith("load(")
            ):
                return statement.lineno
        return None

    def is_while(self, line: int | None) -> bool:
        """Return whether the loop on a line runs for as long as a condition holds."""
        return any(isinstance(node, ast.While) and node.lineno == line for node in ast.walk(self.tree))

    def has_caret(self, line: int | None) -> bool:
        """Return whether `^` stands on a line, which is no power in Python."""
        nodes = [
            node for node in ast.walk(self.tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitXor)
        ]
        return any(node.lineno == line for node in nodes)

    def read_from_outside(self, function: str) -> list[str]:
        """Return the variables of the file that a function reads though they are none of its own."""
        definition = self.definition(function)
        if definition is None:
            return []
        arguments = definition.args
        own = {argument.arg for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)}
        names = [node for node in ast.walk(definition) if isinstance(node, ast.Name)]
        own |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
        read = dict.fromkeys(node.id for node in names if isinstance(node.ctx, ast.Load) and node.id not in own)
        return [name for name in read if name in self._variables]

    def reading_line(self, function: str, name: str) -> int | None:
        """Return the first line inside a function that reads a name."""
        definition = self.definition(function)
        nodes = ast.walk(definition) if definition else ()
        lines = [node.lineno for node in nodes if isinstance(node, ast.Name) and node.id == name]
        return min(lines, default=None)

    @cached_property
    def _variables(self) -> set[str]:
        """The variables that the top level sets, the counters of its loops among them."""
        return {
            node.id
            for statement in self.tree.body
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }

    def near_name(self, name: str) -> tuple[str | None, int | None]:
        """Return the name most like `name` that the file sets, and its line."""
        import difflib  # only a misspelt name waits for it

        names = [bound for statement in self.tree.body for bound in bound_names(statement)]
        near = difflib.get_close_matches(name, [other for other in names if other != name], 1, cutoff=0.75)
        return (near[0], self.line_of(near[0])) if near else (None, None)

    def text_without(self, given: Mapping[str, Any]) -> str:
        """Return the text without the lines that type a given value in again, so that it runs on other data.

        The lines stay, empty, so that every other line keeps its number.
        """
        lines = self.text.split("\n")  # as Python counts them: a form feed ends no line
        for statement in self.tree.body:
            if _types_in(statement, given):
                for number in range(statement.lineno - 1, statement.end_lineno or statement.lineno):
                    lines[number] = ""
        return "\n".join(lines)

    def definition(self, name: str) -> ast.FunctionDef | None:
        """Return the function of this name that counts: the last one."""
        found = [node for node in self.tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
        return found[-1] if found else None


def statements_in(place: ast.Module | ast.FunctionDef) -> list[ast.stmt]:
    """Return every line of a program or inside a function, those of loops and conditions among them, in order."""
    pending, found = list(place.body), []
    while pending:
        line = pending.pop(0)
        found.append(line)
        if not isinstance(line, ast.FunctionDef | ast.ClassDef):
            pending[:0] = [node for node in ast.iter_child_nodes(line) if isinstance(node, ast.stmt)]
    return found


def libraries_of(exercise: Exercise) -> tuple[str, ...]:
    """Return the slow libraries that an exercise needs. Raises WorkbookError when its reference cannot be read."""
    reference = Reference.read(exercise.reference)
    return LearnerFile(exercise.file_name, reference.solved_text, reference.tree, exercise.root).libraries


def _sets_itself(node: ast.stmt, name: str) -> bool:
    """Whether a simple statement, or a function's head, sets a name."""
    compound = isinstance(node, ast.For | ast.While | ast.If | ast.With | ast.Try | ast.FunctionDef | ast.ClassDef)
    return not compound and name in bound_names(node)


def _types_in(statement: ast.stmt, given: Mapping[str, Any]) -> bool:
    """Whether a statement sets a given name to something written out, with no other variable in it."""
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    target = statement.targets[0]
    if not isinstance(target, ast.Name) or target.id not in given:
        return False
    names = {node.id for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
    return names <= {"np", "numpy", "list", "float", "int"}


def _imported_libraries(tree: ast.Module) -> set[str]:
    modules: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.append(node.module)
    return {_LIBRARIES[first] for module in modules if (first := module.split(".")[0]) in _LIBRARIES}
