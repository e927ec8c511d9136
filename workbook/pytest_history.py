"""What pytest finds of a learner's own answers, kept in the history as the guide keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbook.answers import answer_path
from workbook.history import History
from workbook.judge import check_module, claims_of, passed
from workbook.places import Exercise
from workbook.progress import Saved, record
from workbook.verdict import Verdict


@dataclass
class _Found:
    """An answer, and the verdict of each claim that was tested on it; None for one that holds."""

    saved: Saved
    verdicts: dict[str, Verdict | None] = field(default_factory=dict)


class CheckedAnswers:
    """The answers that a run of pytest has checked."""

    def __init__(self) -> None:
        self._found: dict[Exercise, _Found] = {}

    def begin(self, exercise: Exercise) -> Saved:
        """Return the learner's answer as it is saved now; what was found of an older one does not count for it."""
        saved = Saved.read(answer_path(exercise))
        if exercise not in self._found or self._found[exercise].saved != saved:
            self._found[exercise] = _Found(saved)
        return saved

    def add(self, exercise: Exercise, claim: str, verdict: Verdict | None) -> None:
        """Take in what one claim of a check came to."""
        if exercise in self._found:
            self._found[exercise].verdicts[claim] = verdict

    def keep(self) -> str | None:
        """Keep them all. Returns a line that says why when that cannot be done."""
        notice = None
        for exercise, found in self._found.items():
            with History(exercise.root) as history:
                said = record(exercise, history, found.saved, _verdict(exercise, found.verdicts))
                notice = notice or said or history.notice
        return notice


def _verdict(exercise: Exercise, verdicts: dict[str, Verdict | None]) -> Verdict | None:
    """The verdict on the whole check: the first claim that fails, or a pass if every one was tested."""
    failed = next((verdict for verdict in verdicts.values() if verdict is not None), None)
    if failed is not None:
        return failed
    claims = claims_of(check_module(exercise.check))
    return passed(exercise, claims) if set(verdicts) == {claim.__name__ for claim in claims} else None
