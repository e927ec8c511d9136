"""Checks in a thread of their own, so that no key waits for one; the newest text wins."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.history import History
from workbook.places import Exercise
from workbook.progress import checked
from workbook.verdict import Verdict

if TYPE_CHECKING:
    from workbook.judge import Judge  # it takes a while to import, and the first picture does not wait for it

Report = Callable[[Exercise, "Verdict | None", "str | None"], None]
Task = Callable[["Judge"], None]

# A save during a check that takes long is checked beside it.
_THREADS = 2


class Checker:
    """Owns a judge, and the threads that it works in.

    `report(exercise, verdict, notice)` is called in one of them after each check, unless a newer one was asked for
    meanwhile. The verdict is None when there is none; the notice then says why.
    """

    def __init__(self, root: Path, history: History, report: Report) -> None:
        self._root = root
        self._history = history
        self._report = report
        self._newest = 0
        self._wanted: Exercise | None = None
        self._tasks: deque[Task] = deque()
        self._closing = False
        self._judge: Judge | None = None
        self._resources = ExitStack()
        self._making = threading.Lock()
        self._changed = threading.Condition()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(_THREADS)]
        for thread in self._threads:
            thread.start()

    def check(self, exercise: Exercise) -> None:
        """Check an exercise's answer as it stands when its turn comes; an earlier request is dropped for it."""
        with self._changed:
            self._wanted = exercise
            self._newest += 1
            self._changed.notify()

    def do(self, task: Task) -> None:
        """Do something else with the judge."""
        with self._changed:
            self._tasks.append(task)
            self._changed.notify()

    def close(self) -> None:
        """End the judge's processes. A check under way is not waited for: its process ends with this one."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        for thread in self._threads:
            thread.join(timeout=0.2)
        if not any(thread.is_alive() for thread in self._threads):
            self._resources.close()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted or self._tasks or self._closing)
                if self._closing:
                    return
                number, exercise, self._wanted = self._newest, self._wanted, None
                task = self._tasks.popleft() if exercise is None else None
            if exercise is not None:
                self._check(exercise, number)
            elif task is not None:
                task(self._ready_judge())

    def _ready_judge(self) -> Judge:
        from workbook.judge import Judge

        with self._making:
            if self._judge is None:
                self._judge = self._resources.enter_context(Judge(self._root))
            return self._judge

    def _check(self, exercise: Exercise, number: int) -> None:
        verdict, notice = None, None
        try:
            verdict, notice = checked(self._ready_judge(), exercise, self._history)
        except Exception as error:  # whatever went wrong is shown, and the guide lives on
            notice = f"{exercise.name} could not be checked: {error or type(error).__name__}"
        if number == self._newest:
            self._report(exercise, verdict, notice)
