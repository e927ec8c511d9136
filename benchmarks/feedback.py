"""How long a learner waits: from save to verdict in the guide, beside a cold pytest and the bare imports.

Run `python -m benchmarks.feedback` in the repository's folder. It works in a copy of the workbook in a temporary
folder. Times are wall-clock; read them beside the controls, which were measured in the same run. Linux only: memory is
read from /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import re
import resource
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbook.answers import unsolved
from workbook.history import History
from workbook.lookup import find_exercise
from workbook.places import Exercise, find_exercises, find_root
from workbook.reference import Reference

NUMPY_EXERCISE, KERAS_EXERCISE = "calculating_slopes", "build_the_model"
# In the solved file, what becomes what, so that the answer is wrong.
SLIPS = {
    NUMPY_EXERCISE: ("error = preds - target", "error = target - preds"),
    KERAS_EXERCISE: ('activation="relu"', 'activation="tanh"'),
}
PATIENCE_SECONDS = 180.0
# What developers have installed and learners do not is no part of what a learner waits for.
AS_A_LEARNER = {"PYTEST_ADDOPTS": "-p no:hypothesispytest"}


@dataclass(frozen=True)
class Seconds:
    """How long a command took by the clock, and how long processors worked on it: the second is steady under load."""

    wall: float
    processor: float


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--saves", type=int, default=50, help="saves of each exercise in the guide (50)")
    parser.add_argument("--cold", type=int, default=5, help="runs of each command (5)")
    options = parser.parse_args()
    with copied_workbook() as root:
        warm, memory = {}, {}
        for name in (NUMPY_EXERCISE, KERAS_EXERCISE):
            warm[name], memory[name] = saves_in_the_guide(find_exercise(root, name), options.saves)
        cold = {name: cold_check(find_exercise(root, name), options.cold) for name in warm}
        commands = controls(root, options.cold)
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; seconds, median\n")
    print(f"{'from save to verdict':<24}{'in the guide':>14}{'slowest':>9}{'cold pytest':>13}{'times faster':>14}")
    for name, seconds in warm.items():
        median = statistics.median(seconds)
        print(f"{name:<24}{median:>14.3f}{max(seconds):>9.3f}{cold[name].wall:>13.2f}{cold[name].wall / median:>14.0f}")
    print(f"\n{'command':<44}{'wall':>9}{'CPU':>9}")
    for command, measured in {**{f"pytest, {name}": seconds for name, seconds in cold.items()}, **commands}.items():
        print(f"{command:<44}{measured.wall:>9.3f}{measured.processor:>9.3f}")
    check, imports = cold[NUMPY_EXERCISE], commands["python -c 'import numpy, pytest'"]
    listed, nothing = commands["workbook list"], commands["python -c pass"]
    print(f"\n{'':<44}{'wall':>9}{'CPU':>9}")
    ratios = check.wall / imports.wall, check.processor / imports.processor
    print(f"{'pytest on one check / import numpy, pytest':<44}{ratios[0]:>9.2f}{ratios[1]:>9.2f}")
    more = listed.wall - nothing.wall, listed.processor - nothing.processor
    print(f"{'workbook list - python -c pass':<44}{more[0]:>9.3f}{more[1]:>9.3f}")
    print("\nmemory of the idle guide and its processes (shared pages counted once):")
    print(f"  after NumPy exercises  {memory[NUMPY_EXERCISE] / 2**20:>6.0f} MiB")
    print(f"  with Keras warm        {memory[KERAS_EXERCISE] / 2**20:>6.0f} MiB")


@contextlib.contextmanager
def copied_workbook() -> Iterator[Path]:
    """Copy what is needed of the workbook, unsolved, to a temporary folder."""
    source = find_root(Path(__file__))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workbook-copy")
        for part in ("reference", "checks", "data", "workbook/earlier"):
            shutil.copytree(source / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(source / "pyproject.toml", root)
        for exercise in find_exercises(root):
            exercise.answer.parent.mkdir(parents=True, exist_ok=True)
            exercise.answer.write_bytes(unsolved(exercise))
        yield root


def saves_in_the_guide(exercise: Exercise, saves: int) -> tuple[list[float], int]:
    """Save an answer again and again while the guide runs in a terminal.

    Returns the seconds from each save to its verdict on the screen, and the guide's memory in bytes afterwards.
    """
    with History(exercise.root) as history:
        history.position = exercise.name
    solved = Reference.read(exercise.reference).solved_text
    texts = [("✗ wrong", solved.replace(*SLIPS[exercise.name])), ("✓ passed", solved)]
    seconds = []
    with guide(exercise.root) as screen:
        screen.wait_for("quit")
        for number in range(saves + 2):
            status, text = texts[number % 2]
            new = exercise.answer.with_suffix(".new")
            new.write_text(text)
            start = time.perf_counter()
            new.replace(exercise.answer)
            screen.wait_for(status)
            seconds.append(time.perf_counter() - start)
            time.sleep(0.1)  # as long as a person needs at least; a check under way is no part of the next
        time.sleep(1)
        return seconds[2:], memory_of(screen.process)  # the first two wait for the libraries


class Screen:
    """What a program writes to its terminal."""

    def __init__(self, process: int, descriptor: int) -> None:
        self.process = process
        self._descriptor = descriptor

    def wait_for(self, words: str) -> None:
        """Read until these words are written. Raises TimeoutError when they never are."""
        content = b""
        give_up_at = time.monotonic() + PATIENCE_SECONDS
        while words.encode() not in content:
            if time.monotonic() > give_up_at:
                raise TimeoutError(f"the guide never showed {words!r}; it last wrote {content[-2000:]!r}")
            if select.select([self._descriptor], [], [], 1)[0]:
                content += os.read(self._descriptor, 65536)


@contextlib.contextmanager
def guide(root: Path) -> Iterator[Screen]:
    """Run the guide in a pseudo-terminal of 100 columns and 40 rows."""
    process, descriptor = pty.fork()
    if process == 0:
        os.chdir(root)
        os.environ.update(TERM="xterm-256color")
        os.execv(sys.executable, [sys.executable, "-m", "workbook.terminal"])
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    try:
        yield Screen(process, descriptor)
    finally:
        os.kill(process, signal.SIGTERM)
        with contextlib.suppress(OSError):  # the terminal is gone once the guide is
            while os.read(descriptor, 65536):
                pass
        os.waitpid(process, 0)
        os.close(descriptor)


def memory_of(process: int) -> int:
    """The proportional set size of a process and all that it started, in bytes."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
    family = {process}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    total = 0
    for member in family:
        with contextlib.suppress(OSError):
            found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{member}/smaps_rollup").read_text(), re.MULTILINE)
            total += int(found[1]) * 1024 if found else 0
    return total


def cold_check(exercise: Exercise, runs: int) -> Seconds:
    """The median times of `pytest` on one check, with the answer solved."""
    exercise.answer.write_text(Reference.read(exercise.reference).solved_text)
    return timed([sys.executable, "-m", "pytest", "-q", str(exercise.check)], exercise.root, runs)


def controls(root: Path, runs: int) -> dict[str, Seconds]:
    """The median times of commands to hold the others against."""
    trivial = root / "test_trivial.py"
    trivial.write_text("def test_nothing():\n    assert True\n")
    python = sys.executable
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "python -c 'import numpy'": [python, "-c", "import numpy"],
        "python -c 'import numpy, pytest'": [python, "-c", "import numpy, pytest"],
        "python -c 'import keras'": [python, "-c", "import keras"],
        "pytest on a trivial file": [python, "-m", "pytest", "-q", str(trivial)],
        "workbook list": [python, "-m", "workbook.terminal", "list"],
    }
    return {name: timed(command, root, runs) for name, command in commands.items()}


def timed(command: list[str], folder: Path, runs: int) -> Seconds:
    """The median times of a command that has run once before. Raises CalledProcessError when it fails."""
    environment = {**os.environ, **AS_A_LEARNER}
    wall, processor = [], []
    for _ in range(runs + 1):
        start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall.append(time.perf_counter() - start)
        processor.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    return Seconds(statistics.median(wall[1:]), statistics.median(processor[1:]))


if __name__ == "__main__":
    main()
