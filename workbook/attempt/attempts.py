"""Start attempts: one zygote, or one line of fresh interpreters, for each set of libraries."""

import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from workbook.attempt.attempt import Attempt
from workbook.attempt.limits import Limits
from workbook.attempt.processes import ProcessesError, Start, Starter, default_start
from workbook.attempt.processes import starter as make_starter
from workbook.attempt.self_test import Isolation, Level, find_isolation


class Attempts:
    """Starts attempts. Owns what starts them, one for each tuple of libraries; leaving the context ends everything.

    With ``sandbox``, ``start`` refuses unless attempts are ``isolated``.
    ``hidden`` are folders that no attempt may read (the workbook's own is always hidden). ``start`` chooses how
    attempts are started; by default the best way that the platform has.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        sandbox: bool = False,
        hidden: Iterable[Path] = (),
        start: Start | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._must_be_isolated = sandbox
        self._hidden = tuple(hidden)
        self._start = start or default_start()
        self._starters: dict[tuple[str, ...], Starter] = {}
        self._lock = threading.Lock()
        self._isolation: Isolation | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def isolation(self) -> Level:
        """How far a learner's code is kept apart here. The first use attacks an attempt to find out."""
        return self._test(("numpy",)).level

    def warm(self, libraries: tuple[str, ...]) -> None:
        """Begin to import ``libraries``, and do not wait."""
        self._starter(libraries)

    def start(self, libraries: tuple[str, ...] = ("numpy",), limits: Limits | None = None) -> Attempt:
        """Start an attempt. Raises ProcessesError where this machine cannot, or not as safely as it must."""
        limits = limits or self._limits
        if self._must_be_isolated:
            self._refuse_unless_isolated(libraries)
        try:
            return Attempt(self._starter(libraries).start(limits), limits)
        except OSError as error:
            raise ProcessesError(f"no attempt can be started: {error}") from None

    def close(self) -> None:
        """End every attempt."""
        with self._lock:
            for starter in self._starters.values():
                starter.close()
            self._starters.clear()

    def _starter(self, libraries: tuple[str, ...]) -> Starter:
        with self._lock:
            starter = self._starters.get(libraries)
            if starter is None or not starter.alive:
                if starter is not None:
                    starter.close()
                starter = self._starters[libraries] = make_starter(self._start, libraries, self._hidden)
            return starter

    def _test(self, libraries: tuple[str, ...]) -> Isolation:
        """Attack an attempt once, whichever is at hand."""
        if self._isolation is None:
            self._isolation = find_isolation(self._starter(next(iter(self._starters), libraries)))
        return self._isolation

    def _refuse_unless_isolated(self, libraries: tuple[str, ...]) -> None:
        isolation = self._test(libraries)
        if isolation.level != "isolated":
            raise ProcessesError(f"this machine cannot isolate an attempt, which {' and '.join(isolation.through)}")
        if not self._starter(libraries).apart:
            raise ProcessesError(f"this machine cannot isolate an attempt that uses {', '.join(libraries)}")
