"""What comes back from an attempt: plain data, made in the judge from validated JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

Reason = Literal["time", "memory", "output", "ended early", "garbled", "too large"]


@dataclass(frozen=True)
class Returned:
    """The question was answered. ``value`` is None after a run."""

    value: Any


@dataclass(frozen=True)
class Raised:
    """The learner's code raised an exception (or is not Python: ``kind`` is then ``SyntaxError``).

    ``line`` is the innermost line in the learner's file, ``frames`` the (function, line) pairs in it, outermost first.
    ``name`` is what a NameError, AttributeError, ImportError or KeyError did not find, ``suggestion`` the nearest
    name that exists. ``operands`` gives, for the expression that failed, each name with the shape of its array or
    else its type. ``column`` (from 1) and ``text`` are a syntax error's.
    """

    kind: str
    message: str
    line: int | None = None
    name: str | None = None
    suggestion: str | None = None
    frames: tuple[tuple[str, int], ...] = ()
    operands: Mapping[str, tuple[int, ...] | str] = field(default_factory=dict)
    column: int | None = None
    text: str | None = None


@dataclass(frozen=True)
class Stopped:
    """The attempt is over: it ran into a limit, ended itself, or sent what is no answer.

    For ``time``, where it was: ``line`` and ``function`` (None in the file's top level), ``loop_line`` the line on
    which the innermost loop around it begins, ``locals`` the small values that the loop names. All are None or empty
    where a single long call of C code let nobody look. ``detail`` spells out an early end ("sys.exit(0)", "exit
    status 3", "killed by SIGSEGV") or what was too large.
    """

    reason: Reason
    seconds: float
    line: int | None = None
    function: str | None = None
    locals: Mapping[str, Any] = field(default_factory=dict)
    loop_line: int | None = None
    detail: str = ""


Reply = Returned | Raised | Stopped


class AttemptStoppedError(Exception):
    """Values or figures were asked of an attempt that is over; ``stopped`` says why it is."""

    def __init__(self, stopped: Stopped) -> None:
        super().__init__(stopped.reason)
        self.stopped = stopped


@dataclass(frozen=True)
class Opaque:
    """A value that has no plain form and stays in its attempt: a model, a function, an array of a class of its own.

    It may be passed back as an argument. ``base`` names the plain type that its class inherits from, if any.
    """

    type_name: str
    handle: int
    summary: str
    base: str | None = None
    module: str = ""


@dataclass(frozen=True, eq=False)
class Tensor:
    """A tensor or variable of TensorFlow, Keras, JAX or PyTorch: its numbers, and the name of its type."""

    type_name: str
    handle: int
    array: np.ndarray


@dataclass(frozen=True, eq=False)
class Line:
    """A line drawn: ``x`` and ``y`` have one entry a point."""

    label: str
    x: np.ndarray
    y: np.ndarray
    style: str


@dataclass(frozen=True, eq=False)
class Points:
    """Scattered points: ``offsets`` has shape (points, 2)."""

    label: str
    offsets: np.ndarray


@dataclass(frozen=True, eq=False)
class Axes:
    """One coordinate system of a figure, with what was drawn in it."""

    title: str
    xlabel: str
    ylabel: str
    xscale: str
    yscale: str
    lines: tuple[Line, ...]
    points: tuple[Points, ...]
    texts: tuple[str, ...]
    legend: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Figure:
    """A matplotlib figure."""

    axes: tuple[Axes, ...]
