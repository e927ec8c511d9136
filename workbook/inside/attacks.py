"""Harmless attacks, run as if a learner had written them: each is True where it got through.

The judge runs this file's text in an attempt and so learns what really holds on this machine.
"""

import contextlib
import mmap
import os
import socket
import time

from workbook import load

target = load("target")


def reads_files() -> bool:
    """Read a file of the judge's, and a file of the workbook's."""
    for path in (target["file"], target["workbook"]):
        with contextlib.suppress(OSError), open(path, "rb"):  # noqa: PTH123  (as a learner would)
            return True
    return False


def writes_files() -> None:
    """Try to change a file of the judge's, which looks at it afterwards."""
    with contextlib.suppress(OSError), open(target["file"], "w"):  # noqa: PTH123
        pass


def reaches_network() -> bool:
    """Connect to a port of this machine, or send something there without asking."""
    with contextlib.suppress(OSError), socket.socket(type=socket.SOCK_DGRAM) as unasked:
        unasked.sendto(b"x", ("127.0.0.1", target["port"]))
        return True
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", target["port"]), timeout=1):
        return True
    return False


def reaches_processes() -> bool:
    """Find the judge's process, or the parent's, and be allowed to send it signals."""
    for process in (target["process"], os.getppid()):
        if process not in (0, os.getpid()):
            with contextlib.suppress(OSError):
                os.kill(process, 0)
                return True
    return False


def has_rights() -> bool:
    """Become another user, as only a process with special rights may."""
    with contextlib.suppress(OSError):
        os.setuid(12_345)
        return True
    return False


def takes_memory() -> bool:
    """Reserve more memory than is allowed, without using it."""
    with contextlib.suppress(OSError), mmap.mmap(-1, target["memory"]):
        return True
    return False


def starts_processes() -> bool:
    """Start more processes than are allowed."""
    count = 0
    with contextlib.suppress(OSError):
        while count < target["processes"]:
            if os.fork() == 0:
                time.sleep(30)
                os._exit(0)
            count += 1
    return bool(count == target["processes"])


def leaves_a_process_behind() -> None:
    """Leave a process that hides from the attempt's group; the judge sees whether it survives."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(30)
        os._exit(0)


through = [
    attack.__name__
    for attack in (reads_files, reaches_network, reaches_processes, takes_memory, has_rights)
    if attack()
]
writes_files()
leaves_a_process_behind()
if starts_processes():
    through.append("starts_processes")
