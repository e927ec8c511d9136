"""The loop of an attempt: take a question, run the learner's code, send back what came of it."""

import builtins
import contextlib
import faulthandler
import inspect
import io
import linecache
import os
import random
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from socket import socket
from typing import Any, NoReturn

import numpy as np

from workbook import data
from workbook.inside import figures, given_modules
from workbook.inside.channel import READY, ClosedError, TooLargeError, receive, send
from workbook.inside.raised import describe
from workbook.inside.values import Json, decode, encode
from workbook.inside.watchdog import Watchdog

MAX_SUMMARY = 500
_TENSOR_LIBRARIES = ("tensorflow", "keras", "jax", "jaxlib", "torch")
_KNOWN_BASES = (bool, int, float, complex, str, list, tuple, dict, np.ndarray, np.generic)


def answer_questions(channel: socket, folder: str, on_memory_error: Callable[[], None]) -> NoReturn:
    """Answer until the judge is gone, working in ``folder``. ``on_memory_error`` makes room to say so."""
    os.chdir(folder)
    os.environ.update(dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), folder))
    for name in ("PYTHONPATH", "LD_LIBRARY_PATH"):
        os.environ.pop(name, None)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)  # as on a terminal: in order, and nothing lost at an early end
    attempt = _Attempt(channel, on_memory_error)
    send(channel, READY)
    try:
        while True:
            attempt.answer(receive(channel))
    except ClosedError:
        os._exit(0)


class _Attempt:
    def __init__(self, channel: socket, on_memory_error: Callable[[], None]) -> None:
        self._channel = channel
        self._on_memory_error = on_memory_error
        self._keras = sys.modules.get("keras")
        self._process = os.getpid()
        self._folder = Path.cwd()
        self._streams = (sys.stdout, sys.stderr)
        self._namespace: dict[str, Any] = {}
        self._kept: list[object] = []
        self._source, self._filename = "", "<answer>"
        self._question: Json = None
        self._watchdog = Watchdog(lambda where: self._send({"stuck": where}))

    def answer(self, question: Json) -> None:
        """Answer one question, or let the watchdog do so."""
        self._question = question["question"]
        if "source" in question:
            self._source, self._filename = question["source"], question["filename"]
        self._watchdog.start(question["seconds"], self._source, self._filename)
        # In one long call of C code no thread of Python's runs, and only this still sees the line.
        with contextlib.suppress(RuntimeError):  # the learner's code has started all threads that it may
            faulthandler.dump_traceback_later(question["last_seconds"], file=2)
        reply = self._reply(question)
        faulthandler.cancel_dump_traceback_later()
        if os.getpid() != self._process:
            os._exit(0)  # a copy that the learner's code forked and let run on
        for stream in self._streams:
            with contextlib.suppress(OSError, ValueError):  # closed, or the output's limit is reached
                stream.flush()
        if not self._watchdog.claim():
            time.sleep(3600)  # the watchdog has answered: the judge ends this process
        try:
            self._send(reply)
        except TooLargeError as error:
            self._send({"too large": str(error)})

    def _send(self, reply: dict[str, Json]) -> None:
        send(self._channel, {"question": self._question, **reply})

    def _reply(self, question: Json) -> dict[str, Json]:
        action = getattr(self, f"_{question['action']}")
        try:
            return {"returned": action(question)}
        except TooLargeError as error:
            return {"too large": str(error)}
        except SystemExit as error:
            shown = repr(error.code)[:100] if type(error.code) in (int, str) else ""
            line = describe(error, self._source, self._filename, self._namespace)["line"]
            return {"exited": [f"sys.exit({shown})", line]}
        except BaseException as error:
            if isinstance(error, MemoryError):
                self._on_memory_error()
            return {"raised": describe(error, self._source, self._filename, self._namespace)}

    # One method for each kind of question.

    def _run(self, question: Json) -> Json:
        os.chdir(self._folder)
        self._set_random_seed(question["seed"])
        given_modules.serve(question["modules"])
        given = decode(question["data"], self._from_judge)
        data.serve(given)
        figures.start_recording()
        lines = self._source.splitlines(keepends=True)
        linecache.cache[self._filename] = (len(self._source), None, lines, self._filename)
        main = types.ModuleType("__main__")
        main.__dict__.update(__file__=self._filename, __builtins__=builtins)
        sys.modules["__main__"] = main
        self._namespace = main.__dict__
        try:
            code = compile(self._source, self._filename, "exec", dont_inherit=True)
        except ValueError as error:  # what the first releases of Python 3.11 say of a null byte
            raise SyntaxError(str(error)) from None
        exec(code, self._namespace)
        return None

    def _set_random_seed(self, seed: int | None) -> None:
        """Begin the random generators that are loaded with `seed`, or else anew: a fork would repeat its parent's."""
        random.seed(seed)
        if "numpy.random" in sys.modules:
            np.random.seed(seed)
        if self._keras is not None and seed is not None:
            self._keras.utils.set_random_seed(seed)

    def _values(self, question: Json) -> Json:
        namespace = self._namespace
        names = [name for name in question["names"] if name in namespace]
        return {"dict": [[name, self._encode_or_keep(namespace[name])] for name in names]}

    def _call(self, question: Json) -> Json:
        name = question["function"]
        if name not in self._namespace:
            raise NameError(f"name {name!r} is not defined", name=name)
        return self._called(self._namespace[name], question)

    def _locals(self, question: Json) -> Json:
        """Call a function, and look at its names as it returns."""
        function = self._namespace[question["function"]]
        code = getattr(function, "__code__", None)
        found: dict[str, Any] = {}

        def look(frame: types.FrameType, event: str, _: object) -> None:
            if event == "return" and frame.f_code is code:
                found.clear()
                found.update(frame.f_locals)

        args, kwargs = decode(question["args"], self._from_judge), decode(question["kwargs"], self._from_judge)
        sys.setprofile(look)
        try:
            function(*args, **kwargs)
        finally:
            sys.setprofile(None)
        return {"dict": [[name, self._encode_or_keep(value)] for name, value in found.items()]}

    def _changed(self, question: Json) -> Json:
        """Call a function, and return the places of the arguments that are not what they were."""
        args = decode(question["args"], self._from_judge)
        before = [encode(argument, self._opaque) for argument in args]
        self._namespace[question["function"]](*args)
        after = [encode(argument, self._opaque) for argument in args]
        return encode(
            [place for place, pair in enumerate(zip(before, after, strict=True)) if _differ(*pair)], self._opaque
        )

    def _method(self, question: Json) -> Json:
        return self._called(getattr(self._kept[question["kept"]], question["name"]), question)

    def _attribute(self, question: Json) -> Json:
        return encode(getattr(self._kept[question["kept"]], question["name"]), self._keep)

    def _figures(self, question: Json) -> Json:
        return encode(figures.describe_figures(), self._opaque)

    def _called(self, function: Callable[..., object], question: Json) -> Json:
        args, kwargs = decode(question["args"], self._from_judge), decode(question["kwargs"], self._from_judge)
        return encode(function(*args, **kwargs), self._keep)

    # Values that cannot travel.

    def _from_judge(self, message: dict[str, Json]) -> object:
        return self._kept[message["kept"]]

    def _encode_or_keep(self, value: object) -> Json:
        try:
            return encode(value, self._keep)
        except TooLargeError as error:
            return {**self._opaque(value), "summary": f"too large to look at: {error}"}

    def _keep(self, value: object) -> Json:
        array = _as_array(value)
        if array is not None:
            numbers = encode(array, self._opaque)
            if "array" in numbers:
                return {**self._opaque(value), "numbers": numbers}
        return self._opaque(value)

    def _opaque(self, value: object) -> dict[str, Json]:
        self._kept.append(value)
        kind = type(value)
        return {
            "kept": len(self._kept) - 1,
            "type": kind.__name__[:200],
            "module": str(kind.__module__)[:200],
            "base": next((base.__name__ for base in _KNOWN_BASES if issubclass(kind, base)), None),
            "summary": _summary(value)[:MAX_SUMMARY],
        }


def _differ(before: Json, after: Json) -> bool:
    """Whether a plain value was changed; one that has no plain form is not looked at."""
    return before != after and "kept" not in str(before)


def _as_array(value: Any) -> np.ndarray | None:
    """Return the numbers of a tensor or a variable of one of the libraries, or None for anything else."""
    kind = type(value)
    if kind.__module__.partition(".")[0] not in _TENSOR_LIBRARIES or not hasattr(value, "__array__"):
        return None
    try:
        return np.asarray(value.detach().cpu() if hasattr(value, "detach") else value)
    except Exception:  # a symbolic tensor has no numbers, and each library says so with another exception
        return None


def _summary(value: Any) -> str:
    kind = type(value)
    if kind is types.FunctionType:
        return f"function {value.__name__}{inspect.signature(value)}"
    if isinstance(value, np.ndarray):
        return f"{kind.__name__} of shape {value.shape}, dtype {value.dtype}"
    return kind.__name__
