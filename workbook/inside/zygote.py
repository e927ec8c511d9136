"""A process that imports libraries once and is then forked for every attempt. It never runs the learner's code.

Run as ``python -m workbook.inside.zygote DESCRIPTOR SETTINGS``. Over the control socket come JSON messages, one a
packet: ``{"start": limits, "folder": ...}`` with two descriptors (the attempt's channel and its output), and
``{"end": process, "patience": seconds}``. Each has a number, its ``request``, which the reply repeats.
"""

import contextlib
import gc
import json
import os
import random
import re
import signal
import socket
import sys
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

from workbook.inside import landlock, namespaces
from workbook.inside.answering import answer_questions
from workbook.inside.confine import keep_only, limit, restore_signals
from workbook.inside.libraries import import_libraries, library_folders, private_folders

MAX_PACKET = 2**16
_TO_CHANGE_USER = 1 << 0 | 1 << 6 | 1 << 7  # CAP_CHOWN, CAP_SETGID, CAP_SETUID
_NOBODY = 65534
_USERS = range(61_184, 65_184)  # the ones that systemd, too, takes for services without a user


def main() -> NoReturn:
    """Serve until the judge is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    settings = json.loads(sys.argv[2])
    import_libraries(settings["libraries"])
    hidden = [*private_folders(), *map(Path, settings["hidden"])]
    apart = settings["apart"] and namespaces.move_in(library_folders(), hidden)
    gc.collect()
    gc.freeze()  # so that collecting garbage in a fork does not copy the libraries' memory
    _Zygote(control, apart).serve()


class _Zygote:
    def __init__(self, control: socket.socket, apart: bool) -> None:
        self.control = control
        self.apart = apart
        self.attempts: set[int] = set()
        readable = (*namespaces.SYSTEM, *library_folders(), Path("/dev"), Path("/proc"))
        self.readable = [place for place in readable if os.access(place, os.R_OK)]
        self.may_change_user = _has_rights_of_root() and (apart or _anyone_may_read(library_folders()))
        self.landlock = landlock.version()
        namespaces.adopt_orphans()
        namespaces.set_readable_by_others(False)

    def serve(self) -> NoReturn:
        self.control.send(json.dumps({"apart": self.apart, "landlock": self.landlock}).encode())
        while True:
            packet, descriptors, _, _ = socket.recv_fds(self.control, MAX_PACKET, 2)
            if not packet:
                for process in list(self.attempts):
                    self.end(process, 0)
                os._exit(0)
            message = json.loads(packet)
            if "start" in message:
                reply: dict[str, Any] = {"process": self.start(message, descriptors)}
            else:
                reply = self.end(message["end"], message["patience"])
            reply["request"] = message["request"]
            for descriptor in descriptors:
                os.close(descriptor)
            self.control.send(json.dumps(reply).encode())

    def start(self, message: dict[str, Any], descriptors: list[int]) -> int:
        user = _free_user() if self.may_change_user else None
        process = namespaces.fork_first_process() if self.apart else os.fork()
        if process == 0:
            try:
                self.become_attempt(message, descriptors, user)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(70)
        self.attempts.add(process)
        return process

    def become_attempt(self, message: dict[str, Any], descriptors: list[int], user: int | None) -> NoReturn:
        os.setsid()
        restore_signals()
        self.control.detach()
        channel = keep_only(socket.socket(fileno=descriptors[0]), descriptors[1])
        limits, folder = message["start"], message["folder"]
        if self.apart:
            folder = str(namespaces.FOLDER)
            namespaces.mount_folder(os.geteuid() if user is None else user, 4 * limits["file_bytes"])
        elif user is not None:
            os.chown(folder, user, user)
        make_room = limit(limits, alone=self.apart or user is not None)
        namespaces.give_up_rights(user)
        if not self.apart and self.landlock:
            landlock.restrict(self.readable, [Path(folder), Path("/dev/null")])
        namespaces.set_readable_by_others(True)
        namespaces.die_with_parent()
        answer_questions(channel, folder, make_room)

    def end(self, process: int, patience: float) -> dict[str, Any]:
        """Kill an attempt with all that it started.

        Return the wait status with which it ended by itself within ``patience`` seconds, or None, and the most
        memory that it held.
        """
        until = time.monotonic() + patience
        ended, status, used = os.wait4(process, os.WNOHANG)
        while not ended and time.monotonic() < until:
            time.sleep(0.001)
            ended, status, used = os.wait4(process, os.WNOHANG)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        if not ended:
            os.kill(process, signal.SIGKILL)
            _, _, used = os.wait4(process, 0)
        self.attempts.discard(process)
        while orphans := namespaces.children() - self.attempts:
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
                os.waitpid(orphan, 0)
        return {"status": status if ended else None, "memory": used.ru_maxrss * 1024}


def _has_rights_of_root() -> bool:
    """Whether this is root, with the capabilities to give a folder away and to become another user."""
    capabilities = re.search(r"^CapEff:\s*(\w+)$", Path("/proc/self/status").read_text(), re.MULTILINE)
    return (
        os.geteuid() == 0 and capabilities is not None and int(capabilities[1], 16) & _TO_CHANGE_USER == _TO_CHANGE_USER
    )


def _anyone_may_read(folders: list[Path]) -> bool:
    return all(place.stat().st_mode & 0o5 == 0o5 for folder in folders for place in (folder, *folder.parents))


def _free_user() -> int | None:
    """Return a user that nobody else is, so that its attempt can neither reach nor be counted with any other."""
    for user in (random.SystemRandom().choice(_USERS), _NOBODY):
        for line in Path("/proc/self/uid_map").read_text().splitlines():
            first, _, count = map(int, line.split())
            if first <= user < first + count:
                return user
    return None


if __name__ == "__main__":
    main()
