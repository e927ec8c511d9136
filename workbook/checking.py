"""What a check file works with: `answer`, and the slips that have words of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np

from workbook.attempt import Figure, Opaque, ProcessesError, Tensor
from workbook.compare import describe_kind, same, show
from workbook.comparison import Comparison
from workbook.session import Session
from workbook.slips import Slip
from workbook.verdict import Problem, Verdict

__all__ = ["Answer", "CheckDefectError", "Handle", "Run", "Slip"]


class CheckDefectError(Exception):
    """The check and the reference do not agree: one of them is wrong, and no answer is to blame."""


@dataclass(frozen=True)
class Run:
    """What an answer printed and drew; `stopped_by` is the verdict on a run that did not come to its end."""

    printed: str
    figures: list[Figure]
    stopped_by: Verdict | None = None


class Answer:
    """A learner's file under check. The first thing that is not right ends the check with a verdict."""

    def __init__(self, session: Session, slips: tuple[Slip, ...] = ()) -> None:
        self._session = session
        self._slips = slips
        self._left_open: tuple[str, ...] = ()
        self._last: tuple[str, Any] | None = None

    def leaves_open(self, *names: str) -> None:
        """Let the learner choose these values: `gives` then compares what follows from the choice.

        Whether a choice is a good one is for `require` to say, before `gives` works with it.
        """
        self._left_open = names

    def gives(self, **figures: Any) -> None:
        """Compare with the reference on every data set, and on the workbook's own with these figures.

        Raises CheckDefectError when the reference itself does not give a figure.
        """
        comparison = Comparison(self._session, tuple(figures), self._slips, self._left_open)
        problem = comparison.problem()
        if problem:
            self._session.fail(problem)
        for name, figure in figures.items():
            due = comparison.due(name)
            expected = np.array(figure) if isinstance(due, np.ndarray) else figure
            if not same(due, expected):
                said = f"{name} is {show(figure)} in the check, {show(due)} by the reference"
                raise CheckDefectError(f"{self._session.exercise.name}: {said}.")

    def value(self, name: str) -> Any:
        """Return what the learner's file sets `name` to on the workbook's own data: a plain copy, or a Handle."""
        self._session.return_to_own_data()
        values = self._session.values([name])
        if name not in values:
            self._session.fail(self._session.never_set(name))
        self._last = name, values[name]
        return self._received(values[name])

    def call(self, function: str, *arguments: Any, **options: Any) -> Any:
        """Call a function of the learner's and return its result: a plain copy, or a Handle."""
        self._session.return_to_own_data()
        if not self._session.values([function]):
            self._session.fail(self._session.never_set(function))
        given = [_sent(argument) for argument in arguments]
        reply = self._session.attempt.call(
            function, *given, **{name: _sent(option) for name, option in options.items()}
        )
        value = self._session.returned(reply, function, self._session.cases[0])
        self._last = function, value
        return self._received(value)

    def figures(self) -> list[Figure]:
        """Return the figures that the learner's file drew on the workbook's own data."""
        self._session.return_to_own_data()
        return self._session.figures()

    def require(self, condition: Any, words: str, name: str | None = None) -> None:
        """End the check with "`name`, line 14: words." unless the condition holds."""
        if not condition:
            self._session.fail(Problem(words, name, self._session.file.line_of(name) if name else None))

    def fail_because_of(self, error: Exception) -> NoReturn:
        """End a check that could not go on: what the answer gave last is not of the kind that the check works with.

        Raises CheckFailed; the error itself when nothing was asked for yet, or the check is at fault.
        """
        if self._last is None or isinstance(error, CheckDefectError | ProcessesError):
            raise error
        name, value = self._last
        text = f"the check cannot go on with it, {describe_kind(value)}. Look at its type and its shape"
        detail = (f"{type(error).__name__}: {error}",)
        self._session.fail(Problem(text, name, self._session.file.line_of(name), detail, named=False))

    def shown(self) -> Run:
        """Return what the learner's file prints and draws on the workbook's own data."""
        printed = self._session.attempt.printed
        return Run(printed, self.figures())

    def _received(self, value: Any) -> Any:
        """Turn what came back into what a check reads: tensors as arrays, models as handles."""
        if isinstance(value, Tensor):
            return value.array
        if isinstance(value, Opaque):
            return Handle(self, value)
        if isinstance(value, list | tuple):
            return type(value)(self._received(item) for item in value)
        if isinstance(value, dict):
            return {key: self._received(item) for key, item in value.items()}
        return value

    def _ask_handle(self, opaque: Opaque, name: str, arguments: tuple[Any, ...] | None, options: dict[str, Any]) -> Any:
        """Call a method of an object that stays in the learner's process, or (no arguments) read an attribute."""
        attempt = self._session.attempt
        if arguments is None:
            reply = attempt.attribute(opaque, name)
        else:
            reply = attempt.method(opaque, name, *map(_sent, arguments), **options)
        return self._received(self._session.returned(reply, name, self._session.cases[0]))


@dataclass(frozen=True)
class Handle:
    """An object that stays in the learner's process, such as a Keras model; its methods are run there."""

    answer: Answer
    opaque: Opaque

    @property
    def type_name(self) -> str:
        """What the object is, in its own words."""
        return self.opaque.type_name

    def __str__(self) -> str:
        return describe_kind(self.opaque)

    def call(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call a method and return its result."""
        return self.answer._ask_handle(self.opaque, method, arguments, options)

    def get(self, attribute: str) -> Any:
        """Return an attribute's value."""
        return self.answer._ask_handle(self.opaque, attribute, None, {})


def _sent(value: Any) -> Any:
    return value.opaque if isinstance(value, Handle) else value
