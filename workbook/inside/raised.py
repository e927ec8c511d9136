"""An exception of the learner's code as plain data: what, where, and which names it was about."""

import ast
import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from types import CodeType, FrameType, TracebackType
from typing import Any

import numpy as np

MAX_MESSAGE = 2_000
MAX_FRAMES = 20
MAX_OPERANDS = 8
MIN_LIKENESS = 0.6
_LEAST_OF_A_NAME = 3
# The functions of Python's own that a beginner may have meant.
_MEANT = (abs, dict, enumerate, float, int, len, list, max, min, print, range, round, str, sum, zip)
_BUILT_IN = [*(one.__name__ for one in _MEANT), "True", "False", "None"]

_CANNOT_IMPORT = re.compile(r"cannot import name '(\w+)' from '([\w.]+)'")


def describe(error: BaseException, source: str, filename: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """Return what an exception says, as JSON.

    ``source`` is the text that was run, ``filename`` its name in the traceback, ``namespace`` the names that it set.
    """
    described: dict[str, Any] = {
        "kind": type(error).__name__[:200],
        "message": _message(error)[:MAX_MESSAGE],
        "line": None,
        "column": None,
        "text": None,
        "name": None,
        "suggestion": None,
        "frames": [],
        "operands": {},
    }
    if isinstance(error, SyntaxError) and error.filename == filename:
        described["message"] = str(error.msg)[:MAX_MESSAGE]
        described["line"], described["column"] = error.lineno, error.offset
        described["text"] = (error.text or "").rstrip("\n")[:MAX_MESSAGE]
        return described
    steps = [step for step in _steps(error.__traceback__) if step.tb_frame.f_code.co_filename == filename]
    places = [[step.tb_frame.f_code.co_name, step.tb_lineno] for step in steps]
    described["frames"] = (
        places if len(places) <= MAX_FRAMES else places[: MAX_FRAMES // 2] + places[-MAX_FRAMES // 2 :]
    )
    frame = None
    expressions: list[ast.expr] = []
    if steps:
        frame = steps[-1].tb_frame
        described["line"] = steps[-1].tb_lineno
        expressions = _expressions(source, frame.f_code, steps[-1].tb_lasti, steps[-1].tb_lineno)
        described["operands"] = dict(_operands(expressions, frame))
    name, near = _name(error, frame, expressions, namespace)
    if name is not None:
        described["name"] = name[:200]
        described["suggestion"] = _nearest(name, near)
    return described


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException as second:  # a `__str__` of the learner's own may raise anything
        return f"({type(second).__name__} while saying what was wrong)"


def _steps(step: TracebackType | None) -> Iterator[TracebackType]:
    while step is not None:
        yield step
        step = step.tb_next


def _expressions(source: str, code: CodeType, instruction: int, line: int) -> list[ast.expr]:
    """Return the expressions inside the one that failed, or on its line, the outermost first."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    where = next(
        (place for at, place in enumerate(code.co_positions()) if at == instruction // 2), (line, line, None, None)
    )
    first, last, left, right = where
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr) or node.end_lineno is None:
            continue
        if first is None or last is None or left is None or right is None:
            inside = node.lineno == line
        else:
            inside = (first, left) <= (node.lineno, node.col_offset) and (
                node.end_lineno,
                node.end_col_offset or 0,
            ) <= (last, right)
        if inside:
            found.append(node)
    return found


def _operands(expressions: list[ast.expr], frame: FrameType) -> Iterator[tuple[str, Any]]:
    """Give the names in the failing expression with the shape (of an array) or the type of their values."""
    given = 0
    called = {node.func for node in expressions if isinstance(node, ast.Call)}
    held = {node.value for node in expressions if isinstance(node, ast.Subscript | ast.Attribute)}
    for node in expressions:
        if node in called or node in held:
            continue
        found, value = _look_up(node, frame)
        if found and given < MAX_OPERANDS:
            given += 1
            is_array = type(value) is np.ndarray
            yield ast.unparse(node)[:200], list(value.shape) if is_array else type(value).__name__[:200]


def _look_up(node: ast.expr, frame: FrameType) -> tuple[bool, Any]:
    """Find the value of a name, of `name[constant]` or of `name.T`, where that runs no code of the learner's."""
    if isinstance(node, ast.Name):
        for scope in (frame.f_locals, frame.f_globals):
            if node.id in scope:
                return True, scope[node.id]
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        found, value = _look_up(node.value, frame)
        if found and type(value) in (dict, list, tuple, np.ndarray):
            try:
                return True, value[node.slice.value]
            except (LookupError, TypeError):
                return False, None
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        found, value = _look_up(node.value, frame)
        if found and type(value) is np.ndarray:
            return True, value.T
    return False, None


def _name(
    error: BaseException, frame: FrameType | None, expressions: list[ast.expr], namespace: dict[str, Any]
) -> tuple[str | None, list[str]]:
    """Return the name that was missing, and the names that there are."""
    if isinstance(error, NameError) and type(error.name) is str:
        return error.name, _texts(frame.f_locals if frame else {}, namespace, _BUILT_IN)
    if isinstance(error, AttributeError) and type(error.name) is str:
        return error.name, _attributes(error.obj)
    if isinstance(error, ImportError):
        if match := _CANNOT_IMPORT.match(_message(error)):
            return match[1], _attributes(sys.modules.get(match[2]))
        if type(error.name) is str:
            parent, _, missing = error.name.rpartition(".")
            return missing, _attributes(sys.modules.get(parent)) if parent else _modules()
    if isinstance(error, KeyError) and len(error.args) == 1 and type(error.args[0]) is str and frame:
        holders = [_look_up(node.value, frame)[1] for node in expressions if isinstance(node, ast.Subscript)]
        return error.args[0], _texts(*(holder for holder in holders if type(holder) is dict))
    return None, []


def _nearest(name: str, near: list[str]) -> str | None:
    """Return the most similar name; among equally similar ones the first, since those nearest at hand come first."""
    likeness = {other: _likeness(other, name) for other in dict.fromkeys(near)}
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] >= MIN_LIKENESS else None


def _likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; an abbreviation is taken for the whole name."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _LEAST_OF_A_NAME and longer.startswith(shorter):
        return 1.0
    return difflib.SequenceMatcher(None, one, other).ratio()


def _modules() -> list[str]:
    """Return the names of modules, those that are not Python's own first."""
    loaded = [name for name in sys.modules if "." not in name]
    return [name for name in loaded if name not in sys.stdlib_module_names] + list(sys.stdlib_module_names)


def _attributes(value: object) -> list[str]:
    try:
        return _texts(dir(value))
    except Exception:  # a `__dir__` of the learner's own; without it there is no suggestion, and nothing else is lost
        return []


def _texts(*groups: Iterable[object]) -> list[str]:
    return [name for group in groups for name in list(group) if type(name) is str]
