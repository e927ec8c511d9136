"""How far attempts are really kept apart on this machine, found by attacking the judge from inside one.

The attacks are those of `workbook/inside/attacks.py`. The levels:

================  ============================================================================================
``isolated``      none gets through
``limited``       memory is limited and no process outlives its attempt; other attacks may get through
``trusted only``  anything less: run only what you would run yourself
================  ============================================================================================
"""

import os
import secrets
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import workbook.inside
from workbook.attempt.attempt import Attempt
from workbook.attempt.replies import Returned
from workbook.starting.limits import Limits
from workbook.starting.processes import Starter

Level = Literal["isolated", "limited", "trusted only"]

_LIMITS = Limits(seconds=20.0, processes=8)
_ATTACKS = Path(workbook.inside.__file__).with_name("attacks.py")
_GONE_SECONDS = 1.0


@dataclass(frozen=True)
class Isolation:
    """The level reached, and the attacks that got through, as the rest of a sentence about the attempt."""

    level: Level
    through: tuple[str, ...]


def find_isolation(starter: Starter) -> Isolation:
    """Attack from an attempt of ``starter``. Raises ProcessesError where none can be started."""
    if os.name != "posix":
        return Isolation("trusted only", ("has every right that you have",))
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        secret = Path(folder, "secret")
        secret.write_text(content := secrets.token_hex())
        Path(folder).chmod(0o777)  # so that it takes more than being another user
        secret.chmod(0o666)
        target = {
            "file": str(secret),
            "workbook": __file__,
            "port": server.getsockname()[1],
            "process": os.getpid(),
            "memory": 2 * _LIMITS.memory_bytes,
            "processes": 2 * _LIMITS.processes,
        }
        process = starter.start(_LIMITS)
        with process.channel.dup() as channel, Attempt(process, _LIMITS) as attempt:
            reply = attempt.run(_ATTACKS.read_text(encoding="utf-8"), "attacks.py", {"target": {"target": target}})
            through = attempt.values(["through"]).get("through") if isinstance(reply, Returned) else None
            attempt.close()
            survives = not _is_closed(channel)
        if type(through) is not list:
            raise RuntimeError(f"the attacks themselves failed: {reply}")
        if secret.read_text() != content:
            through.append("writes_files")
        if survives:
            through.append("leaves_processes_behind")
    level: Level = "isolated"
    if through:
        level = "trusted only" if {"takes_memory", "leaves_processes_behind"} & set(through) else "limited"
    return Isolation(level, tuple(attack.replace("_", " ") for attack in through))


def _is_closed(channel: socket.socket) -> bool:
    """Whether nobody holds the other end any more: what the attempt left behind would."""
    channel.settimeout(_GONE_SECONDS)
    try:
        return channel.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True
