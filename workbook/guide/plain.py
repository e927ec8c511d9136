"""The guide without a terminal: how far one is, the next exercise with its text and its verdict, in plain lines."""

from __future__ import annotations

from pathlib import Path

from workbook.guide.session import Session
from workbook.history import History, HistoryError
from workbook.judge import Judge
from workbook.progress import checked


def print_guide(root: Path, history: History) -> int:
    """Print where the learner is; returns 0 when every exercise has passed, else 1.

    What is not known to pass is checked, in order, up to the first that does not.
    """
    session = Session(root, history)
    notices: dict[str, None] = {}
    with Judge(root) as judge:
        for exercise in session.exercises:
            if session.standings[exercise.name].passed:
                continue
            verdict, notice = checked(judge, exercise, history)
            try:
                session.go(exercise)
            except HistoryError as error:
                notice = str(error)
            if notice:
                notices[notice] = None
            session.learn(exercise, verdict)
            if not session.passed:
                break
    for number, title, group in session.chapters():
        print(f"{number}. {title}: {sum(one.passed for one in group)} of {len(group)} passed")
    for notice in notices:
        print(f"workbook: {notice}")
    if session.verdict is None or session.passed:
        print("Every exercise has passed.")
        return 0
    page = session.page()
    print(f"\n{page.exercise.number} {page.title}\n\n{page.text}\n")
    print(f"{session.verdict.status}: {session.verdict.message}")
    for line in session.verdict.more:
        print(f"    {line}")
    print(session.where())
    return 1
