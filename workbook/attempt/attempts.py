"""Start attempts: one zygote, or one line of fresh interpreters, for each set of libraries."""

from types import TracebackType
from typing import Self

from workbook.attempt.attempt import Attempt
from workbook.attempt.self_test import Isolation, Level, find_isolation
from workbook.starting.limits import Limits
from workbook.starting.processes import ProcessesError
from workbook.starting.starters import Starters


class Attempts:
    """Starts attempts. Owns what starts them; leaving the context ends everything.

    With ``sandbox``, ``start`` refuses unless attempts are ``isolated``.
    """

    def __init__(self, limits: Limits | None = None, sandbox: bool = False, starters: Starters | None = None) -> None:
        self._limits = limits or Limits()
        self._must_be_isolated = sandbox
        self._starters = starters or Starters()
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
        self._starters.get(libraries)

    def start(self, libraries: tuple[str, ...] = ("numpy",), limits: Limits | None = None) -> Attempt:
        """Start an attempt. Raises ProcessesError where this machine cannot, or not as safely as it must."""
        limits = limits or self._limits
        if self._must_be_isolated:
            self._refuse_unless_isolated(libraries)
        try:
            return Attempt(self._starters.get(libraries).start(limits), limits)
        except OSError as error:
            raise ProcessesError(f"no attempt can be started: {error}") from None

    def close(self) -> None:
        """End every attempt."""
        self._starters.close()

    def _test(self, libraries: tuple[str, ...]) -> Isolation:
        """Attack an attempt once, whichever is at hand."""
        if self._isolation is None:
            self._isolation = find_isolation(self._starters.any(libraries))
        return self._isolation

    def _refuse_unless_isolated(self, libraries: tuple[str, ...]) -> None:
        isolation = self._test(libraries)
        if isolation.level != "isolated":
            raise ProcessesError(f"this machine cannot isolate an attempt, which {' and '.join(isolation.through)}")
        if not self._starters.get(libraries).apart:
            raise ProcessesError(f"this machine cannot isolate an attempt that uses {', '.join(libraries)}")
