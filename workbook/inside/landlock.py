"""What a process may still read, write and reach once it has given that up itself (Linux's Landlock).

It stands in where namespaces are refused to ordinary users, as some distributions do. Source of the numbers: the
kernel's ``include/uapi/linux/landlock.h`` and ``Documentation/userspace-api/landlock.rst``.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_CONNECT_AND_LISTEN = 0b11
_SOCKETS_AND_SIGNALS = 0b11


def version() -> int:
    """Return which version of Landlock the kernel has, 0 for none."""
    return max(0, int(_libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)))


def restrict(readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Give up every file but these, TCP (from version 4), and signals to processes outside (from version 6).

    The process must have given up new privileges before. Raises OSError.
    """
    known = version()
    every = (1 << 13) - 1
    for since, access in ((2, 1 << 13), (3, _TRUNCATE), (5, 1 << 15)):
        if known >= since:
            every |= access
    content = struct.pack(
        "QQQ", every, _CONNECT_AND_LISTEN if known >= 4 else 0, _SOCKETS_AND_SIGNALS if known >= 6 else 0
    )
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    rules = _check(_libc.syscall(_CREATE_RULESET, content[:size], ctypes.c_size_t(size), 0))
    try:
        for places, access in ((readable, _EXECUTE | _READ_FILE | _READ_FOLDER), (writable, every)):
            for place in places:
                _allow(rules, place, access)
        _check(_libc.syscall(_RESTRICT_SELF, rules, 0))
    finally:
        os.close(rules)


def _allow(rules: int, place: Path, access: int) -> None:
    descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    try:
        rule = struct.pack("=Qi", access if place.is_dir() else access & _OF_A_FILE, descriptor)
        _check(_libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0))
    finally:
        os.close(descriptor)


def _check(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), f"landlock: {os.strerror(ctypes.get_errno())}")
    return result


_libc = ctypes.CDLL(None, use_errno=True)
