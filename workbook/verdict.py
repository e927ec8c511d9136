"""What a check finds: one verdict an exercise, which every face shows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How an answer stands."""

    PASSED = "passed"
    TODO = "todo"
    WRONG = "wrong"
    CRASHED = "crashed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Verdict:
    """One exercise's verdict: the message is whole sentences for the learner.

    `name` is the variable or function that the message is about, `line` the learner's line (from 1), `more` lines
    for whoever wants to read on: expected and given values, what follows from the first mistake. `named` says whether
    the message gives the cause, and not only the value.
    """

    exercise: str
    status: Status
    message: str
    name: str | None = None
    line: int | None = None
    more: tuple[str, ...] = field(default=())
    seconds: float = 0.0
    named: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _shown_safely(self.message))
        object.__setattr__(self, "more", tuple(map(_shown_safely, self.more)))


def _shown_safely(text: str) -> str:
    """A text, with what a terminal would obey or hide spelled out: a learner's exception can hold anything."""
    return "".join(
        ascii(character)[1:-1] if unicodedata.category(character) in _NOT_SHOWN and character != "\t" else character
        for character in text
    )


# Control and formatting characters, halves of surrogate pairs, separators of lines and paragraphs.
_NOT_SHOWN = ("Cc", "Cf", "Cs", "Zl", "Zp")


@dataclass(frozen=True)
class Problem:
    """What is not right, before it is put in a sentence: words that follow "`name`, line 14: "."""

    words: str
    name: str | None = None
    line: int | None = None
    more: tuple[str, ...] = ()
    status: Status = Status.WRONG
    named: bool = True


class CheckFailed(Exception):  # noqa: N818 - it is how a check ends, not an error of the program
    """The answer is not right; `verdict` says why, `printed` is what it had printed."""

    def __init__(self, verdict: Verdict, printed: str = "") -> None:
        super().__init__(verdict.message)
        self.verdict = verdict
        self.printed = printed
