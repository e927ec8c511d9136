"""What starts attempts, kept ready: one starter for each set of libraries."""

import threading
from collections.abc import Iterable
from pathlib import Path

from workbook.starting.processes import Start, Starter, default_start, starter


class Starters:
    """Makes starters as they are needed, and owns them.

    `hidden` are folders that no attempt may read (the workbook's own is always hidden). `start` chooses how attempts
    are started; by default the best way that the platform has.
    """

    def __init__(self, hidden: Iterable[Path] = (), start: Start | None = None) -> None:
        self.start = start or default_start()
        self._hidden = tuple(hidden)
        self._made: dict[tuple[str, ...], Starter] = {}
        self._lock = threading.Lock()

    def get(self, libraries: tuple[str, ...]) -> Starter:
        """Return the starter that has imported `libraries`, or that begins to; no wait is in it."""
        with self._lock:
            found = self._made.get(libraries)
            if found is None or not found.alive:
                if found is not None:
                    found.close()
                found = self._made[libraries] = starter(self.start, libraries, self._hidden)
            return found

    def any(self, libraries: tuple[str, ...]) -> Starter:
        """Return the starter that was made first, whatever its libraries; where there is none, one with `libraries`."""
        return self.get(next(iter(self._made), libraries))

    def close(self) -> None:
        """End every attempt, and what starts them."""
        with self._lock:
            for one in self._made.values():
                one.close()
            self._made.clear()
