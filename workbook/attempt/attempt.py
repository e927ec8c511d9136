"""The judge's end: put questions to an attempt, and take what comes back for data, never for a verdict."""

import time
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Any, Self

from workbook.attempt.answers import read_exited, read_figures, read_opaque, read_raised, read_stuck, read_trace
from workbook.attempt.replies import (
    AttemptStoppedError,
    Figure,
    Opaque,
    Raised,
    Reason,
    Reply,
    Returned,
    Stopped,
    Tensor,
)
from workbook.inside.channel import READY, ClosedError, GarbledError, TooLargeError, receive, send
from workbook.inside.values import Json, decode, encode, printable
from workbook.starting.limits import Limits
from workbook.starting.processes import Process, ProcessesError

_WATCHDOG_SECONDS = 0.75
_LAST_WORDS_SECONDS = 0.1
_LAST_WORDS = 16384
_TRACE = b"Timeout (0:"  # how `faulthandler` begins
_OUT_OF_MEMORY = (b"bad_alloc", b"MemoryError", b"Cannot allocate memory")


class Attempt:
    """One process that runs one learner's code. Leaving the context kills it with all that it started.

    Once a reply is Stopped the attempt is over, and every further question gets that same reply. The first question
    raises ProcessesError where the process could not be set up.
    """

    def __init__(self, process: Process, limits: Limits) -> None:
        self.stopped: Stopped | None = None
        self._process: Process | None = process
        self._channel = process.channel
        self._limits = limits
        self._place = process.place
        self._printed_from = 0
        self._printed_to: int | None = None
        self._filename = ""
        self._last = time.monotonic() + limits.total_seconds
        self._questions = 0
        self._is_ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def run(
        self,
        source: str,
        filename: str,
        data: Mapping[str, Mapping[str, Any]],
        modules: Mapping[str, str] | None = None,
        seed: int | None = None,
    ) -> Reply:
        """Run ``source`` as ``__main__`` in a fresh namespace.

        ``filename`` is what tracebacks show. ``load(name)`` answers from ``data[name]``. ``modules`` (full name ->
        text) can be imported. ``seed`` is what the random generators of Python, NumPy and Keras begin with.
        """
        self._filename = filename
        given = encode({name: dict(values) for name, values in data.items()}, _refuse)
        return self._ask("run", source=source, filename=filename, data=given, modules=dict(modules or {}), seed=seed)

    def values(self, names: Iterable[str]) -> dict[str, Any]:
        """Return these names of the last run's namespace; one that is not set is absent.

        Raises AttemptStoppedError when the attempt is over.
        """
        wanted = list(names)
        answer = self._demand("values", names=wanted)
        if type(answer) is not dict:
            raise self._garbled()
        return {name: answer[name] for name in wanted if name in answer}

    def call(self, function: str, *args: Any, **kwargs: Any) -> Reply:
        """Call a function of the last run's namespace. One that is not set is a Raised NameError."""
        return self._ask("call", function=function, **_arguments(args, kwargs))

    def locals_of(self, function: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Call a function again and return the values that its own names had when it returned.

        Raises AttemptStoppedError when the attempt is over. Empty when the function raises an exception.
        """
        reply = self._ask("locals", function=function, **_arguments(args, kwargs))
        if isinstance(reply, Stopped):
            raise AttemptStoppedError(reply)
        return reply.value if isinstance(reply, Returned) and type(reply.value) is dict else {}

    def changed_arguments(self, function: str, *args: Any) -> list[int]:
        """Call a function again and return the places of the arguments that it changed, as far as can be told."""
        reply = self._ask("changed", function=function, **_arguments(args, {}))
        places = reply.value if isinstance(reply, Returned) else []
        return [place for place in places if type(place) is int] if type(places) is list else []

    def method(self, handle: Opaque | Tensor, name: str, *args: Any, **kwargs: Any) -> Reply:
        """Call a method of a value that stayed in the attempt."""
        return self._ask("method", kept=handle.handle, name=name, **_arguments(args, kwargs))

    def attribute(self, handle: Opaque | Tensor, name: str) -> Reply:
        """Return an attribute of a value that stayed in the attempt."""
        return self._ask("attribute", kept=handle.handle, name=name)

    def figures(self) -> list[Figure]:
        """Return the matplotlib figures that the last run made.

        Raises AttemptStoppedError when the attempt is over.
        """
        answer = self._demand("figures")
        try:
            return read_figures(answer)
        except GarbledError:
            raise self._garbled() from None

    @property
    def printed(self) -> str:
        """What the last question printed, standard error included: its first ``output_bytes`` bytes."""
        content = self._place.read(self._printed_from, min(self._limits.output_bytes, self._printed_size()))
        return printable(content.decode("utf-8", "replace"))

    @property
    def printed_more(self) -> int:
        """How many bytes beyond ``printed`` the last question printed."""
        return max(0, self._printed_size() - self._limits.output_bytes)

    def close(self) -> None:
        """Kill the process and all that it started, and remove its files."""
        if self._process is not None:
            self._process.end()
            self._process = None
        self._place.remove()

    # One question and its answer.

    def _demand(self, action: str, **details: Json) -> Any:
        reply = self._ask(action, **details)
        if isinstance(reply, Returned):
            return reply.value
        raise AttemptStoppedError(reply) if isinstance(reply, Stopped) else self._garbled()

    def _garbled(self) -> AttemptStoppedError:
        """What to raise for an answer that none of the learner's code was to have a part in."""
        return AttemptStoppedError(self._stop("garbled", time.monotonic()))

    def _ask(self, action: str, **details: Json) -> Reply:
        if self.stopped is not None:
            return self.stopped
        self._questions += 1
        self._printed_from, self._printed_to = self._place.printed(), None
        start = time.monotonic()
        deadline = min(start + self._limits.seconds, self._last)
        question = {
            "question": self._questions,
            "action": action,
            "seconds": max((deadline - start) / 2, deadline - start - _WATCHDOG_SECONDS),
            "last_seconds": max((deadline - start) * 3 / 4, deadline - start - _WATCHDOG_SECONDS / 2),
            **details,
        }
        try:
            self._wait_until_ready(deadline)
            send(self._channel, question, deadline)
            return self._read(receive(self._channel, deadline, self._check_output), start)
        except TimeoutError:
            return self._stop("time", start, **self._place_in_c_code())
        except _OutputError:
            return self._stop("output", start)
        except ClosedError:
            return self._ended(start)
        except TooLargeError as error:
            return self._stop("too large", start, detail=str(error))
        except GarbledError:
            return self._stop("garbled", start)

    def _wait_until_ready(self, deadline: float) -> None:
        """Raise ProcessesError where the attempt ended before it ran any of the learner's code."""
        if self._is_ready:
            return
        try:
            self._is_ready = receive(self._channel, deadline) == READY
        except ClosedError:
            words = self._place.read(0, _LAST_WORDS).decode(errors="replace").strip().splitlines() or ["it ended"]
            raise ProcessesError(f"an attempt cannot begin: {words[-1]}") from None

    def _read(self, message: Json, start: float) -> Reply:
        if type(message) is not dict or message.pop("question", None) != self._questions or len(message) != 1:
            raise GarbledError("not an answer to this question")
        match message:
            case {"returned": value}:
                return Returned(decode(value, read_opaque))
            case {"raised": raised}:
                return self._raised(read_raised(raised), start)
            case {"stuck": where}:
                return self._stop("output" if self._has_printed_too_much() else "time", start, **read_stuck(where))
            case {"exited": exited}:
                return self._stop("ended early", start, **read_exited(exited))
            case {"too large": str(detail)}:
                return self._stop("too large", start, detail=printable(detail[:200]))
        raise GarbledError("not an answer")

    def _raised(self, raised: Raised, start: float) -> Reply:
        """An exception, unless it came of printing more than an attempt may."""
        if raised.kind == "OSError" and self._has_printed_too_much():
            return self._stop("output", start, line=raised.line)
        return raised

    def _ended(self, start: float) -> Stopped:
        assert self._process is not None
        ending = self._process.end(_LAST_WORDS_SECONDS)
        self._process = None
        last_words = self._place.read(max(0, self._place.printed() - _LAST_WORDS), _LAST_WORDS)
        was_killed = ending.detail.startswith("killed by")
        used_up = ending.memory > self._limits.memory_bytes / 2 or any(word in last_words for word in _OUT_OF_MEMORY)
        return self._stop("memory" if was_killed and used_up else "ended early", start, detail=ending.detail)

    def _place_in_c_code(self) -> dict[str, Any]:
        """Take what `faulthandler` printed last, if that is why no answer came, out of what was printed."""
        from_byte = max(self._printed_from, self._place.printed() - _LAST_WORDS)
        before, _, trace = self._place.read(from_byte, _LAST_WORDS).rpartition(_TRACE)
        if not trace:
            return {}
        self._printed_to = from_byte + len(before)
        return read_trace(trace.decode("ascii", "replace"), self._filename)

    def _printed_size(self) -> int:
        return (self._place.printed() if self._printed_to is None else self._printed_to) - self._printed_from

    def _check_output(self) -> None:
        if self._has_printed_too_much():
            raise _OutputError

    def _has_printed_too_much(self) -> bool:
        return self._place.printed() >= self._limits.file_bytes

    def _stop(self, reason: Reason, start: float, **details: Any) -> Stopped:
        self.stopped = Stopped(reason, time.monotonic() - start, **details)
        if self._process is not None:
            self._process.end()
            self._process = None
        return self.stopped


class _OutputError(Exception):
    """More was printed than an attempt may print."""


def _arguments(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, Json]:
    return {"args": encode(list(args), _refuse), "kwargs": encode(dict(kwargs), _refuse)}


def _refuse(value: object) -> Json:
    """Send a value back to where it came from by its number; nothing else has no plain form."""
    if isinstance(value, Opaque | Tensor):
        return {"kept": value.handle}
    raise TypeError(f"a {type(value).__name__} cannot be sent to an attempt")
