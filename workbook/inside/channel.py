"""One message at a time over a socket: four bytes of length, then that many bytes of JSON."""

import json
import socket
import time
from collections.abc import Callable
from typing import Any

READY = "ready"  # what an attempt says before it runs anything
PASSWORD = "ATTEMPT_PASSWORD"  # the variable that tells a fresh process what to say first
MAX_MESSAGE = 16 * 2**20
MEANWHILE_SECONDS = 0.2

# Bound early, so that an answer which replaces `json.dumps` changes nothing here.
_encode = json.JSONEncoder().encode
_decode = json.JSONDecoder().decode


class GarbledError(ValueError):
    """A message is not what ``encode`` writes."""


class TooLargeError(ValueError):
    """A value has more items, characters or bytes than may travel."""


class ClosedError(ConnectionError):
    """The other end is gone."""


def send(channel: socket.socket, message: Any, deadline: float | None = None) -> None:
    """Send ``message``; ``deadline`` is a time of ``time.monotonic()``.

    Raises TooLargeError, TimeoutError (nobody reads) or ClosedError.
    """
    content = _encode(message).encode("ascii")
    if len(content) > MAX_MESSAGE:
        raise TooLargeError(f"a message of {len(content)} bytes")
    try:
        channel.settimeout(_left(deadline))
        channel.sendall(len(content).to_bytes(4, "big") + content)
    except TimeoutError:
        raise
    except OSError as error:
        raise ClosedError(str(error)) from error


def receive(channel: socket.socket, deadline: float | None = None, meanwhile: Callable[[], None] | None = None) -> Any:
    """Return the next message; while there is none, ``meanwhile`` is called a few times a second.

    Raises GarbledError, TimeoutError, ClosedError, or what ``meanwhile`` raises.
    """
    size = int.from_bytes(_read(channel, 4, deadline, meanwhile), "big")
    if size > MAX_MESSAGE:  # `send` sends none
        raise GarbledError(f"a message of {size} bytes")
    content = _read(channel, size, deadline, meanwhile)
    try:
        return _decode(content.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise GarbledError(str(error)) from error


def _read(channel: socket.socket, size: int, deadline: float | None, meanwhile: Callable[[], None] | None) -> bytes:
    content = bytearray()
    while len(content) < size:
        left = _left(deadline)
        if meanwhile is not None:
            left = MEANWHILE_SECONDS if left is None else min(left, MEANWHILE_SECONDS)
        try:
            channel.settimeout(left)
            part = channel.recv(min(size - len(content), 2**20))
        except TimeoutError:
            if meanwhile is not None:
                meanwhile()
            continue
        except OSError as error:
            raise ClosedError(str(error)) from error
        if not part:
            raise ClosedError("closed")
        content += part
    return bytes(content)


def _left(deadline: float | None) -> float | None:
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
