"""Judge answers: one exercise and one file in, one verdict out. No face is known here; no learner's code runs here."""

from __future__ import annotations

import importlib.util
import secrets
import time
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Self

from workbook.attempt import Attempts, Limits, ProcessesError
from workbook.cases import cases_of, data_sets_of
from workbook.checking import Answer, Run
from workbook.learner import LearnerFile, libraries_of
from workbook.notebook import latest
from workbook.places import Exercise, WorkbookError
from workbook.reading import read_answer
from workbook.reference import Reference
from workbook.session import Session
from workbook.slips import Slip
from workbook.starting.starters import Starters
from workbook.verdict import CheckFailed, Status, Verdict


class Judge:
    """Checks answers, with the processes that they run in kept warm between checks.

    `limits` are what an answer may use; by default Keras may use more than the rest. `starters` may have begun to start
    the processes already.
    """

    def __init__(
        self,
        root: Path,
        sandbox: bool = False,
        seed: int | None = None,
        limits: Limits | None = None,
        starters: Starters | None = None,
    ) -> None:
        self.root = root
        self._seed = seed
        self._limits = limits
        self._attempts = Attempts(sandbox=sandbox, starters=starters or Starters(hidden=[root]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._attempts.close()

    @property
    def isolation(self) -> str:
        """How well an answer is kept from this machine: "isolated", "limited" or "trusted only"."""
        return self._attempts.isolation

    def warm(self, exercise: Exercise) -> None:
        """Start the process that an exercise will need, without waiting for it."""
        self._attempts.warm(libraries_of(exercise))

    def check(self, exercise: Exercise, answer: Path | None = None, text: str | None = None) -> Verdict:
        """Check one answer: a text, or the file `answer`, or else the exercise's own file."""
        start = time.perf_counter()
        check = check_module(exercise.check)
        claims = claims_of(check)
        try:
            with self.answering(exercise, answer, text, slips_of(check)) as under_check:
                for claim in claims:
                    claim(under_check)
            verdict = passed(exercise, claims)
        except CheckFailed as failure:
            verdict = failure.verdict
        return replace(verdict, seconds=round(time.perf_counter() - start, 4))

    @contextmanager
    def answering(
        self, exercise: Exercise, answer: Path | None = None, text: str | None = None, slips: tuple[Slip, ...] = ()
    ) -> Iterator[Answer]:
        """Yield an answer to be checked.

        Raises CheckFailed when it cannot be run (blanks left, no Python, no file), WorkbookError when this machine
        cannot run any.
        """
        path, note = latest(answer or exercise.answer)
        try:
            session = self._session(exercise, read_answer(exercise, path, text))
            under_check = Answer(session, slips)
            try:
                yield under_check
            except CheckFailed:
                raise
            except ProcessesError as error:
                raise WorkbookError(words_for_machine(error)) from None
            except Exception as error:
                under_check.fail_because_of(error)
            finally:
                session.close()
        except CheckFailed as failure:
            if note:
                failure.verdict = replace(failure.verdict, more=(*failure.verdict.more, note))
            raise

    def run(self, exercise: Exercise, answer: Path | None = None, text: str | None = None) -> Run:
        """Run an answer on the workbook's own data, to show what it prints and draws; nothing is judged."""
        try:
            with self.answering(exercise, answer, text) as under_check:
                return under_check.shown()
        except CheckFailed as failure:
            return Run(failure.printed, [], failure.verdict)

    def _session(self, exercise: Exercise, file: LearnerFile) -> Session:
        reference = Reference.read(exercise.reference)
        data_sets = data_sets_of(reference.tree, self.root / "data")
        seed = self._seed if self._seed is not None else secrets.randbelow(10_000)
        return Session(exercise, reference, file, cases_of(data_sets, seed), seed, self._attempts, self._limits)


def words_for_machine(error: BaseException) -> str | None:
    """Return the sentence for an exception by which this machine cannot run an answer; None for any other."""
    if not isinstance(error, ProcessesError):
        return None
    said = str(error).rstrip(".")
    is_full = "No usable temporary directory" in said or "No space left" in said
    return f"{said}. Is there room left on the disk?" if is_full else f"{said}."


def check_module(path: Path) -> types.ModuleType:
    """Return a check file, imported. Raises WorkbookError when there is none."""
    if not path.is_file():
        raise WorkbookError(f"there is no check {path.parent.name}/{path.name} in checks/.")
    return _imported(path, path.stat().st_mtime_ns)


@cache
def _imported(path: Path, _changed: int) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(f"checks.{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claims_of(check: types.ModuleType) -> list[types.FunctionType]:
    """Return the tests of a check file, in order; the docstring of each is the claim that the learner reads."""
    tests = [
        item for name, item in vars(check).items() if name.startswith("test") and isinstance(item, types.FunctionType)
    ]
    return sorted(tests, key=lambda test: test.__code__.co_firstlineno)


def passed(exercise: Exercise, claims: list[types.FunctionType]) -> Verdict:
    """Return the verdict on an answer for which all claims hold: the learner reads them."""
    return Verdict(exercise.name, Status.PASSED, " ".join((claim.__doc__ or "").strip() for claim in claims))


def slips_of(check: types.ModuleType) -> tuple[Slip, ...]:
    """Return the slips that a check file gives words of their own."""
    return tuple(getattr(check, "SLIPS", ()))
