"""A process for a single attempt, where there is no ``fork``: it imports the libraries and waits to be needed.

Run as ``python -m workbook.inside.fresh SETTINGS``, with its standard streams set up already. It reaches the judge
over the loopback device, since that is the one channel that every platform has; a password shows that it is the
process that the judge started.
"""

import json
import os
import socket
import sys
from typing import NoReturn

from workbook.inside.answering import answer_questions
from workbook.inside.channel import PASSWORD, receive, send
from workbook.inside.libraries import import_libraries

if sys.platform != "win32":
    from workbook.inside.confine import keep_only, limit


def main() -> NoReturn:
    """Import the libraries, wait for the judge, then answer it."""
    settings = json.loads(sys.argv[1])
    password = os.environ.pop(PASSWORD)
    channel = socket.create_connection(("127.0.0.1", settings["port"]))
    channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    send(channel, password)
    import_libraries(settings["libraries"])
    message = receive(channel)
    limits = message["start"]
    if sys.platform == "win32":  # it has no such limits
        answer_questions(channel, message["folder"], lambda: None)
    make_room = limit(limits, alone=False)
    answer_questions(keep_only(channel, 1), message["folder"], make_room)


if __name__ == "__main__":
    main()
