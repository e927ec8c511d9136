"""Run a learner's code in a process of its own; values come back, never verdicts.

    with Attempts() as attempts:
        with attempts.start(("numpy",)) as attempt:
            match attempt.run(source, "exercises/answer.py", {"one_customer": {"weights": weights}}):
                case Returned(): values = attempt.values(["preds", "error"])
                case Raised() as problem: ...
                case Stopped() as problem: ...

Name every library that the answer imports: a zygote imports it once, and every attempt is a fork of that.

What is defended
----------------
The judge's process, its files and its answer, against code that was written by mistake or on purpose:

- Nothing of the learner's is executed, unpickled, compared, hashed or printed by the judge. What comes back is JSON of
  limited length, checked part by part; types were taken exactly, so what only looks like a number arrives as Opaque.
- No expected value, reference or check is ever in an attempt's process, nor in the one that it is forked from.
- Every question, and the attempt as a whole, has a wall clock that the judge keeps. Memory, output, the size of files
  and the number of processes are limited. When an attempt ends, so does all that it started.
- ``isolated`` (Linux with namespaces, as root or not): an attempt sees the libraries and the system's programs, read
  only, and a folder in memory; no network, no other process, no other user's rights.
- ``limited`` (Linux without namespaces): Landlock takes away the files, TCP and signals where the kernel has it, and
  process limits hold only where root can give each attempt a user of its own.
- ``trusted only`` (elsewhere): a fresh process with a clock. It can do what its user can.

What is not
-----------
- An attempt may lie about its own values. It cannot know which ones are expected, so draw inputs after it has loaded.
- Attempts share the machine: one can slow the others down until its clock ends it, and each may fill its memory limit.
  There is no limit on the memory of all its processes together, only on each one's and on their number.
- Faults of the kernel, and of what it offers inside namespaces. No system call is filtered.
- Side channels: timing, and what the read-only view of the system tells about the machine.
- Texts that come back (names, messages, printed output) are limited and printable, but may hold control characters
  and Markdown: a face must draw them as text.
"""

from workbook.attempt.attempt import Attempt
from workbook.attempt.attempts import Attempts
from workbook.attempt.replies import (
    AttemptStoppedError,
    Axes,
    Figure,
    Line,
    Opaque,
    Points,
    Raised,
    Reply,
    Returned,
    Stopped,
    Tensor,
)
from workbook.starting.limits import Limits
from workbook.starting.processes import ProcessesError

__all__ = [
    "Attempt",
    "AttemptStoppedError",
    "Attempts",
    "Axes",
    "Figure",
    "Limits",
    "Line",
    "Opaque",
    "Points",
    "ProcessesError",
    "Raised",
    "Reply",
    "Returned",
    "Stopped",
    "Tensor",
]
