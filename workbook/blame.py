"""What the learner's text says of a slip that the values point to: whether it can be that one, and on which line.

Two slips can give the same values. One that says something is missing which stands there, or blames a line that is
written as it should be, is not the one.
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass

from workbook.learner import LearnerFile, statements_in
from workbook.variants import bound_names

# What a function returns, as a name that a line of its body sets.
RESULT = "_result"

_COMPOUND = (ast.If, ast.For, ast.While)


@dataclass(frozen=True)
class Blame:
    """The lines of a learner's file beside those of the reference: the top level, or the inside of one function."""

    file: LearnerFile
    reference: ast.Module | ast.FunctionDef
    function: str | None = None

    def line(self, name: str | None) -> int | None:
        """Return the line that sets `name`, the one that returns, or at the top level that of the loop."""
        if self.function:
            return self.file.line_of(self.function, name)
        return self.file.line_of(name) if name else self.file.loop_line()

    def can_be(self, right: ast.stmt | None, wrong: ast.stmt | None) -> bool:
        """Whether the learner may have a line of the reference, `right`, as `wrong`; None stands for no such line."""
        if right is None:
            return True
        if wrong is None:  # the line is missing
            return len(_alike(right, self._lines)) < len(_alike(right, self._reference_lines))
        if _count(right, self._lines) >= _count(right, self._reference_lines):
            return False
        lost, suspects = _parts(right) - _parts(wrong), self._suspects(right)
        if len(suspects) != 1 or not lost:
            return True
        there, due = _parts(suspects[0]), _parts(right)
        return any(there[part] < due[part] for part in lost)

    def stands(self, line: ast.stmt) -> bool:
        """Whether the learner has a line word for word."""
        return _count(line, self._lines) > 0

    def line_of(self, right: ast.stmt | None, wrong: ast.stmt | None) -> int | None:
        """Return the line that the learner has as `wrong`, or else what stands where `right` should, as far as seen."""
        if right is None or wrong is None:
            return None
        suspects = self._suspects(right)
        as_edited = [line for line in suspects if header(line) == header(wrong)]
        return next((line.lineno for line in (*as_edited, *suspects)), None)

    @property
    def _lines(self) -> list[ast.stmt]:
        return self.file.statements(self.function)

    @property
    def _reference_lines(self) -> list[ast.stmt]:
        return statements_in(self.reference)

    def _suspects(self, right: ast.stmt) -> list[ast.stmt]:
        """The learner's lines that do the work of a line of the reference, and that the reference does not have."""
        rightly = {header(line) for line in self._reference_lines}
        return [line for line in _alike(right, self._lines) if header(line) not in rightly]


def _alike(right: ast.stmt, lines: list[ast.stmt]) -> list[ast.stmt]:
    """The lines that set the same name, or return, loop or choose as `right` does."""
    names = set(bound_names(right))
    if isinstance(right, ast.Return) or RESULT in names:
        return [line for line in lines if isinstance(line, ast.Return)]
    if isinstance(right, _COMPOUND):
        return [line for line in lines if type(line) is type(right)]
    return [line for line in lines if not isinstance(line, _COMPOUND) and names & set(bound_names(line))]


def _count(right: ast.stmt, lines: list[ast.stmt]) -> int:
    """How often a line stands there word for word."""
    return [header(line) for line in lines].count(header(right))


def header(line: ast.stmt) -> str:
    """Return a line as Python writes it; of a loop or a condition its first line."""
    return ast.unparse(line).split("\n")[0].replace(f"{RESULT} = ", "return ")


def _parts(line: ast.stmt) -> Counter[str]:
    """The names and numbers in a line, and how often each stands there; of a loop or a condition, in its first line."""
    match line:
        case ast.If(test=node) | ast.While(test=node) | ast.For(iter=node):
            pass
        case _:
            node = line  # type: ignore[assignment]
    return Counter(
        part.id if isinstance(part, ast.Name) else repr(part.value)
        for part in ast.walk(node)
        if isinstance(part, ast.Name | ast.Constant)
    )
