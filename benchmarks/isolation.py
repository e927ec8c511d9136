"""What keeping an attempt apart costs: milliseconds to start one, run three lines, read a value and end it.

    python benchmarks/isolation.py [ROUNDS]

The ways take turns, so that whatever else the machine does slows all of them. The middle and the fastest are shown.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

import numpy as np  # so that the bare fork has what the others have

from workbook.attempt import Attempts
from workbook.starting.starters import Starters

SOURCE = "import numpy as np\nweights = np.arange(3) * 2\nprint(weights)\n"


def bare_fork() -> None:
    """Fork this process, run the answer, and send one value back: no clock, no limit, nothing given up."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        namespace: dict[str, np.ndarray] = {}
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        exec(compile(SOURCE, "answer.py", "exec"), namespace)
        os.write(writing, json.dumps(namespace["weights"].tolist()).encode())
        os._exit(0)
    os.close(writing)
    os.read(reading, 100)
    os.close(reading)
    os.waitpid(process, 0)


def one_attempt(attempts: Attempts) -> None:
    """Start an attempt, ask twice, and end it."""
    with attempts.start() as attempt:
        attempt.run(SOURCE, "answer.py", {})
        attempt.values(["weights"])


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with ExitStack() as stack:
        forked, apart = (stack.enter_context(Attempts(starters=Starters(start=way))) for way in ("forked", "apart"))
        ways: dict[str, Callable[[], None]] = {
            "a bare fork": bare_fork,
            "forked, with limits": lambda: one_attempt(forked),
            f"apart ({apart.isolation})": lambda: one_attempt(apart),
        }
        took: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(rounds + 1):
            for way, attempt in ways.items():
                start = time.perf_counter()
                attempt()
                took[way].append((time.perf_counter() - start) * 1e3)
    for way, times in took.items():
        times = times[1:]  # the first waited for the libraries
        print(f"{way:22} {statistics.median(times):6.1f} ms  fastest {min(times):6.1f} ms")


if __name__ == "__main__":
    main()
