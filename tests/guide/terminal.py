"""A program in a real pseudo-terminal, and the screen that a person would see."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

# Only a guide that hangs reaches it: whatever is waited for ends the wait.
PATIENCE_SECONDS = 30

UP, DOWN, ENTER, ESCAPE, CTRL_C = "\x1b[A", "\x1b[B", "\r", "\x1b", "\x03"


class Terminal:
    """Runs a command in `folder` on a terminal of its own."""

    def __init__(self, folder: Path, *words: str, columns: int = 80, rows: int = 24, **environment: str) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            try:
                os.chdir(folder)
                variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "", **environment}
                os.execvpe(sys.executable, [sys.executable, "-m", "workbook.terminal", *words], variables)
            finally:
                os._exit(127)
        self.resize(columns, rows)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._descriptor)

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._descriptor, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, *words: str) -> str:
        """Read until all these words stand on the screen; returns the screen."""
        return self.wait_until(lambda shown: all(word in shown for word in words), f"{words}")

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """Read until the screen is as wanted; returns the screen."""
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while not holds(self.shown):
            if time.monotonic() > give_up_at or not self._read():
                raise AssertionError(f"the screen never showed {what}:\n{self.shown}")
        return self.shown

    def wait_for_end(self) -> int:
        """Read until the program has ended; returns its exit status."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        """Take in what the program has written; returns whether it may write more."""
        if select.select([self._descriptor], [], [], 1)[0]:
            try:
                content = os.read(self._descriptor, 65536)
            except OSError:  # the program has ended
                return False
            self.raw += content
            self._stream.feed(content)
            return bool(content)
        return True
