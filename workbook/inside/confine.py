"""What an attempt gives up before it runs the learner's code (POSIX)."""

import math
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_ROOM_TO_SPEAK = 64 * 2**20
_MANY_DESCRIPTORS = 2**16


def keep_only(channel: socket.socket, output: int) -> socket.socket:
    """Close every descriptor but an empty standard input, the output (twice) and the channel, which becomes 3."""
    for standard in (1, 2):
        os.dup2(output, standard)
    number = channel.detach()
    if number != 3:
        os.dup2(number, 3, inheritable=False)
    os.closerange(4, _MANY_DESCRIPTORS)
    return socket.socket(fileno=3)


def restore_signals() -> None:
    """Let every signal do what it does by default, whatever the parent chose."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in (signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def limit(limits: dict[str, Any], alone: bool) -> Callable[[], None]:
    """Set the limits that hold for this process and its children; return what makes room after a MemoryError.

    The memory allowed comes on top of what the libraries have mapped. Processes are counted for each user: unless the
    attempt is ``alone`` in being its user, those that run already have to come on top.
    """
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, limits["open_files"])
    _lower(resource.RLIMIT_FSIZE, limits["file_bytes"])
    # The judge's clock ends an attempt long before; this is for a judge that was killed itself.
    _lower(resource.RLIMIT_CPU, math.ceil(limits["total_seconds"]) * (os.cpu_count() or 1))
    if sys.platform != "linux":  # elsewhere the other limits are refused, or hold for nothing
        return lambda: None
    _lower(resource.RLIMIT_NPROC, limits["processes"] + (0 if alone else _count_threads()))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    memory = pages * resource.getpagesize() + limits["memory_bytes"]
    with_room = memory + _ROOM_TO_SPEAK
    resource.setrlimit(resource.RLIMIT_AS, (memory, with_room))
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (with_room, with_room))


def _count_threads() -> int:
    """Return how many threads there are on this machine, whosever they are."""
    return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])


def _lower(kind: int, most: int) -> None:
    highest = resource.getrlimit(kind)[1]
    most = most if highest == resource.RLIM_INFINITY else min(most, highest)
    resource.setrlimit(kind, (most, most))
