"""From a case of answers.toml to its verdict: the text of the answer, and the judge that it goes to."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from workbook.attempt import Limits
from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.reference import Reference
from workbook.slips import edited
from workbook.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
SEED = 2024
EXERCISES = {"script": "calculating_slopes", "function": "error_mse_and_slope", "keras": "build_the_model"}

# Nobody should wait for long until an endless loop is over; a network needs its time to be built.
HASTY = Limits(seconds=2.0, memory_bytes=2**28, processes=24)
HASTY_KERAS = Limits(seconds=8.0, memory_bytes=16 * 2**30)


@dataclass(frozen=True)
class Case:
    """One answer, as the head of answers.toml explains it."""

    about: str
    kind: str
    status: str
    message: str = ""
    edits: tuple[tuple[str, str], ...] = ()
    top: str = ""
    end: str = ""
    endless: bool = False
    harmful: bool = False

    @cached_property
    def solved(self) -> str:
        """The exercise's solved text."""
        return Reference.read(find_exercise(ROOT, EXERCISES[self.kind]).reference).solved_text

    @cached_property
    def last_line_of_text(self) -> int:
        """The line on which the exercise's docstring ends."""
        return ast.parse(self.solved).body[0].end_lineno or 0

    @property
    def text(self) -> str:
        """The answer."""
        lines = edited(self.solved, dict(self.edits)).splitlines(keepends=True)
        below = self.last_line_of_text
        return "".join([*lines[:below], self.top + "\n", *lines[below:], self.end])


def _read() -> list[Case]:
    content = tomllib.loads(Path(__file__).with_name("answers.toml").read_text("utf-8"))
    cases = []
    for entry in content["case"]:
        shared = content["with"][entry.pop("with")] if "with" in entry else ""
        cases.append(Case(**{**entry, "top": shared + entry.get("top", "")}))
    return cases


CASES = _read()


def as_pinned(message: str, case: Case) -> str:
    """Return a message as answers.toml has it: its lines counted from the docstring, its seconds left open."""
    message = re.sub(r"(?<=[Ll]ine )\d+", lambda line: str(int(line[0]) - case.last_line_of_text), message)
    message = re.sub(r"after \d+ seconds?", "after {seconds}", message)
    return re.sub(r"(?<={seconds}), with .*", ".", message)  # where its loop was by then


@dataclass
class Judges:
    """The judge of the learner, and hasty ones for what does not end by itself."""

    usual: Judge
    _open: ExitStack

    @cached_property
    def hasty(self) -> Judge:
        return self._open.enter_context(Judge(ROOT, seed=SEED, limits=HASTY))

    @cached_property
    def keras(self) -> Judge:
        return self._open.enter_context(Judge(ROOT, seed=SEED, limits=HASTY_KERAS))

    def check(self, case: Case) -> Verdict:
        """Check a case's answer."""
        judge = self.keras if case.kind == "keras" else self.hasty if case.endless else self.usual
        return judge.check(find_exercise(ROOT, EXERCISES[case.kind]), text=case.text)


@contextmanager
def judges() -> Iterator[Judges]:
    """Yield the judges, and end them."""
    with ExitStack() as stack:
        yield Judges(stack.enter_context(Judge(ROOT, seed=SEED)), stack)
