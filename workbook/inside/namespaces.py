"""A small world of its own, on Linux where the kernel lets us make one.

The zygote moves into new namespaces once: there it sees the libraries and little else, has no network, and is the
first of its processes. Each attempt gets namespaces of its own on top: when its first process is killed, the kernel
kills every other one in it, whatever they did to hide.

Root needs no user namespace (each attempt becomes a user of its own); everyone else gets all rights inside one, which
an attempt gives up before it runs anything.
"""

import ctypes
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

_NEW_MOUNTS = 0x00020000
_NEW_HOST_NAME = 0x04000000
_NEW_IPC = 0x08000000
_NEW_USER = 0x10000000
_NEW_PROCESSES = 0x20000000
_NEW_NETWORK = 0x40000000

_READ_ONLY, _NO_SETUID, _NO_DEVICES = 0x1, 0x2, 0x4
_REMOUNT, _BIND = 0x20, 0x1000
_RECURSIVE, _PRIVATE = 0x4000, 0x40000
_DETACH = 0x2

# These numbers are the same on every architecture.
_OPEN_TREE, _MOVE_MOUNT, _MOUNT_SETATTR = 428, 429, 442
_HERE = -100
_CLONE_TREE, _WHOLE_TREE, _EMPTY_PATH, _MOVE_FROM_DESCRIPTOR = 0x1, 0x8000, 0x1000, 0x4

_SET_DEATH_SIGNAL, _SET_DUMPABLE, _SET_CHILD_SUBREAPER, _SET_NO_NEW_PRIVILEGES = 1, 4, 36, 38
_CAPABILITIES_VERSION = 0x20080522

FOLDER = Path("/attempt")
SYSTEM = tuple(
    Path("/", name)
    for name in ("bin", "etc", "gnu", "lib", "lib32", "lib64", "nix", "opt", "sbin", "sys/devices/system/cpu", "usr")
)
_DEVICES = tuple(Path("/dev", name) for name in ("full", "null", "random", "urandom", "zero"))

CANNOT = 75


class NamespacesError(OSError):
    """The kernel refuses a step; the message names it."""


def move_in(shown: Iterable[Path], hidden: Iterable[Path]) -> bool:
    """Go on as the first process of new namespaces. Return False, with nothing changed, where that cannot be.

    Of the disk only the system's own folders and ``shown`` are visible, read only, and nothing of ``hidden`` that is
    not in ``shown``. The calling process stays behind: it waits, and ends when the new one does.
    """
    outer = os.fork()
    if outer:
        status = os.waitstatus_to_exitcode(os.waitpid(outer, 0)[1])
        return False if status == CANNOT else _exit(status)
    try:
        is_root = os.geteuid() == 0
        user, group = os.geteuid(), os.getegid()
        spaces = _NEW_MOUNTS | _NEW_HOST_NAME | _NEW_IPC | _NEW_PROCESSES | _NEW_NETWORK
        _check("unshare", _libc.unshare(spaces if is_root else spaces | _NEW_USER))
        if not is_root:
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
            Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        die_with_parent()
        inner = os.fork()
        if inner:
            _exit(os.waitstatus_to_exitcode(os.waitpid(inner, 0)[1]))
        die_with_parent()
        _make_view(list(shown), list(hidden))
    except OSError as error:
        print(f"no namespaces: {error}", file=sys.stderr, flush=True)
        os._exit(CANNOT)
    return True


def fork_first_process() -> int:
    """Fork; the child is the first process of a new process namespace. Return as ``os.fork`` does."""
    own = os.open("/proc/self/ns/pid", os.O_RDONLY)
    try:
        _check("unshare", _libc.unshare(_NEW_PROCESSES))
        process = os.fork()
        if process:
            _check("setns", _libc.setns(own, _NEW_PROCESSES))
        return process
    finally:
        os.close(own)


def mount_folder(owner: int, size: int) -> None:
    """Mount an empty folder in memory at FOLDER, which no other process sees and which ends with this one."""
    _check("unshare", _libc.unshare(_NEW_MOUNTS | _NEW_IPC))
    options = f"size={size},mode=700,uid={owner}"
    _mount("tmpfs", str(FOLDER), "tmpfs", _NO_SETUID | _NO_DEVICES, options)


def give_up_rights(user: int | None) -> None:
    """Become ``user`` (root only), and lose every capability for good."""
    if user is not None:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION, 0)
    _check("capset", _libc.capset(header, (ctypes.c_uint32 * 6)()))
    _check("prctl", _libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0))


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends."""
    _check("prctl", _libc.prctl(_SET_DEATH_SIGNAL, int(signal.SIGKILL), 0, 0, 0))


def set_readable_by_others(readable: bool) -> None:
    """Let processes of the same user look into this one's memory, or not."""
    _check("prctl", _libc.prctl(_SET_DUMPABLE, int(readable), 0, 0, 0))


def adopt_orphans() -> None:
    """Become the parent of every process whose own parent ends before it."""
    _check("prctl", _libc.prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0))


def children() -> set[int]:
    """Return the processes whose parent this one is."""
    return {int(number) for number in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


def _make_view(shown: list[Path], hidden: list[Path]) -> None:
    """Make a new root in memory, put read-only copies of the mounts there, and forget the old root."""
    _mount(None, "/", None, _RECURSIVE | _PRIVATE)
    steps: list[tuple[Path, Callable[[Path], None]]] = [(path, _hide) for path in hidden]
    steps += [(place, _shower(place)) for place in (*SYSTEM, *shown) if os.access(place, os.R_OK)]
    steps += [(place, _shower(place, devices=True)) for place in _DEVICES]
    _mount("tmpfs", "/tmp", "tmpfs", _NO_SETUID | _NO_DEVICES, "mode=755")
    os.chdir("/tmp")
    for place, step in sorted(steps, key=lambda entry: len(entry[0].parts)):
        step(place.relative_to("/"))
    for name in ("proc", "dev", FOLDER.relative_to("/")):
        Path(name).mkdir(exist_ok=True)
    for name in ("tmp", "dev/shm"):
        if not Path(name).exists():
            Path(name).symlink_to(FOLDER)
    _mount("proc", "proc", "proc", _NO_SETUID | _NO_DEVICES, "hidepid=ptraceable")
    _check("pivot_root", _libc.pivot_root(b".", b"."))
    _check("umount", _libc.umount2(b".", _DETACH))
    os.chdir("/")
    _mount(None, "/", None, _REMOUNT | _BIND | _READ_ONLY | _NO_SETUID | _NO_DEVICES)


def _hide(place: Path) -> None:
    if place.is_dir():
        _mount("tmpfs", str(place), "tmpfs", _NO_SETUID | _NO_DEVICES, "mode=755")


def _shower(source: Path, devices: bool = False) -> Callable[[Path], None]:
    """Take a read-only copy of what is mounted at ``source``; return what puts it into the new root."""
    if source.is_symlink() and source.parent == Path("/"):
        target = os.path.relpath(Path("/", source.readlink()), "/")
        return lambda place: place.symlink_to(target)
    tree = _libc.syscall(_OPEN_TREE, _HERE, os.fsencode(source), _CLONE_TREE | _WHOLE_TREE | os.O_CLOEXEC)
    _check(f"open_tree of {source}", min(tree, 0))
    flags = _READ_ONLY | _NO_SETUID | (0 if devices else _NO_DEVICES)
    attributes = (ctypes.c_uint64 * 4)(flags, 0, 0, 0)
    size = ctypes.c_size_t(ctypes.sizeof(attributes))
    _check("mount_setattr", _libc.syscall(_MOUNT_SETATTR, tree, b"", _EMPTY_PATH | _WHOLE_TREE, attributes, size))
    is_folder = stat.S_ISDIR(source.stat().st_mode)

    def show(place: Path) -> None:
        if is_folder:
            place.mkdir(parents=True, exist_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists():
                place.touch()
        _check("move_mount", _libc.syscall(_MOVE_MOUNT, tree, b"", _HERE, bytes(place), _MOVE_FROM_DESCRIPTOR))
        os.close(tree)

    return show


def _mount(source: str | None, place: str, kind: str | None, flags: int, options: str | None = None) -> None:
    encoded = [None if text is None else text.encode() for text in (source, place, kind, options)]
    _check(f"mount of {place}", _libc.mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3]))


def _check(step: str, result: int) -> None:
    if result != 0:
        raise NamespacesError(ctypes.get_errno(), f"{step}: {os.strerror(ctypes.get_errno())}")


def _exit(status: int) -> NoReturn:
    os._exit(status if status >= 0 else 1)


_libc = ctypes.CDLL(None, use_errno=True)
