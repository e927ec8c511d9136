"""Tells when a learner's file is saved, however the editor saves it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchfiles import watch

# Milliseconds from the last write of a save until it is told, and the longest that a stream of writes can put it off.
_QUIET = 10
_LONGEST = 100


class Watcher:
    """Watches folders in a thread of its own.

    `saved(paths)` is called in that thread with what was written, renamed or removed, `failed(why)` when this system
    cannot tell.
    """

    def __init__(self, folders: list[Path], saved: Callable[[set[Path]], None], failed: Callable[[str], None]) -> None:
        self._folders = folders
        self._saved = saved
        self._failed = failed
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="watcher", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread."""
        self._stop.set()
        self._thread.join()

    def _work(self) -> None:
        changes = watch(
            *self._folders,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=self._stop,
            raise_interrupt=False,
        )
        try:
            for changed in changes:
                self._saved({Path(path) for _, path in changed})
        except (OSError, RuntimeError) as error:  # the system's limit of watched files is reached, for one
            self._failed(str(error))
