"""Shortly before time runs out, a thread says where the learner's code is, and with which values.

It can speak only while Python lets another thread run. A loop inside one long call of C code never does; then the
judge ends the attempt without knowing the line.
"""

import ast
import contextlib
import queue
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import numpy as np

from workbook.inside.channel import TooLargeError
from workbook.inside.values import SCALAR_TYPES, Json, encode

MAX_LOCALS = 10
MAX_LOCAL_ITEMS = 12
MAX_LOCAL_TEXT = 80


class Watchdog:
    """Times each question; `report(where)` is called from its own thread when one takes too long.

    Of the answer and the report only one is given: whoever calls `claim` first.
    """

    def __init__(self, report: Callable[[dict[str, Any]], None]) -> None:
        self._report = report
        self._questions: queue.SimpleQueue[tuple[float, str, str, threading.Lock] | None] = queue.SimpleQueue()
        self._main = threading.get_ident()
        self._turn = threading.Lock()
        threading.Thread(target=self._watch, daemon=True, name="watchdog").start()

    def start(self, seconds: float, source: str, filename: str) -> None:
        """A question begins, with `seconds` to answer it."""
        self._turn = threading.Lock()
        self._questions.put((seconds, source, filename, self._turn))

    def claim(self) -> bool:
        """Whether the caller is the first to answer this question, which is then over."""
        first = self._turn.acquire(blocking=False)
        self._questions.put(None)
        return first

    def _watch(self) -> None:
        while True:
            question = self._questions.get()
            if question is None:
                continue
            seconds, source, filename, turn = question
            try:
                self._questions.get(timeout=seconds)
            except queue.Empty:
                where = describe_place(sys._current_frames()[self._main], source, filename)
                if turn.acquire(blocking=False):
                    self._report(where)


def describe_place(frame: FrameType | None, source: str, filename: str) -> dict[str, Any]:
    """Return where a frame is in the learner's file, as JSON, with the small values that the loop around it names."""
    while frame is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    if frame is None:
        return {"line": None, "loop_line": None, "function": None, "locals": {}}
    line, loop = frame.f_lineno, _innermost_loop(source, frame.f_lineno)
    names = [node.id for node in ast.walk(loop) if isinstance(node, ast.Name)] if loop else list(frame.f_locals)
    scope = {**frame.f_globals, **frame.f_locals}
    values: dict[str, Json] = {}
    for name in dict.fromkeys(names):
        value = scope.get(name)
        if name in scope and not name.startswith("__") and _is_small(value) and len(values) < MAX_LOCALS:
            with contextlib.suppress(TooLargeError):  # a type that cannot travel tells nothing about the loop
                values[name] = encode(value, _refuse)
    function = frame.f_code.co_name
    return {
        "line": line,
        "loop_line": loop.lineno if loop else None,
        "function": None if function == "<module>" else function[:200],
        "locals": values,
    }


def _innermost_loop(source: str, line: int) -> ast.stmt | None:
    loops = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.While | ast.For) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    return max(loops, key=lambda node: node.lineno, default=None)


def _is_small(value: Any) -> bool:
    kind = type(value)
    if kind is str:
        return len(value) <= MAX_LOCAL_TEXT
    if kind is np.ndarray:
        return bool(value.size <= MAX_LOCAL_ITEMS)
    if kind is list or kind is tuple:
        return len(value) <= MAX_LOCAL_ITEMS and all(type(item) in (bool, int, float) for item in value)
    return kind in (bool, int, float, type(None)) or kind in SCALAR_TYPES


def _refuse(value: object) -> Json:
    raise TooLargeError(type(value).__name__)
