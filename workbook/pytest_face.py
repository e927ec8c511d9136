"""What pytest shows of a check: the learner's message alone, and TODO as a status of its own.

This plugin acts on files that lie in a workbook's `checks/`, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, cast

import pytest

from workbook.places import Exercise, WorkbookError, find_root
from workbook.verdict import CheckFailed, Status, Verdict

if TYPE_CHECKING:  # imported when a check runs: a pytest run without checks pays nothing
    from workbook.checking import Answer
    from workbook.judge import Judge
    from workbook.pytest_history import CheckedAnswers
    from workbook.starting.starters import Starters

_STARTERS: pytest.StashKey[Starters] = pytest.StashKey()
_JUDGE: pytest.StashKey[Judge] = pytest.StashKey()
_ANSWER: pytest.StashKey[Answer] = pytest.StashKey()
_CHECKED: pytest.StashKey[CheckedAnswers] = pytest.StashKey()
_NOTICE: pytest.StashKey[str | None] = pytest.StashKey()
_LETTERS = {Status.TODO: "t", Status.WRONG: "W", Status.CRASHED: "C", Status.STOPPED: "S"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare where the answers are."""
    group = parser.getgroup("workbook", "the exercise workbook")
    group.addoption("--answers", metavar="DIR", help="the folder with the answers to check (default: exercises)")
    group.addoption("--seed", type=int, help="draw the random data of the checks from this seed")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Where one check is asked for, start its answer's process now, so that it gets ready while the check is imported.

    Where it cannot be started, the check says why when it runs.
    """
    first = next(iter(config.args), "").partition("::")[0]  # `pytest --help` has none
    is_one_check = first.endswith(".py") and not config.option.collectonly
    exercise = _exercise_of(Path(config.invocation_params.dir, first)) if is_one_check else None
    if exercise is not None:
        from workbook.learner import libraries_of
        from workbook.starting.starters import Starters

        with suppress(WorkbookError, OSError):
            libraries = libraries_of(exercise)
            starters = config.stash[_STARTERS] = Starters(hidden=[exercise.root])
            starters.get(libraries)


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Iterator[Answer]:
    """The learner's answer to the exercise that this file checks."""
    from workbook.judge import slips_of

    exercise = _exercise_of(request.path)
    if exercise is None:
        raise pytest.UsageError(f"{request.path.name} is the check of no exercise in reference/.")
    judge = _judge(request.config, exercise)
    folder = request.config.getoption("answers")
    if folder:
        path, text = Path(request.config.invocation_params.dir, folder, exercise.place), None
    else:
        saved = _checked_answers(request.config).begin(exercise)
        path, text = saved.path, saved.text
    with ExitStack() as resources:
        try:
            under_check = resources.enter_context(judge.answering(exercise, path, text, slips_of(request.module)))
        except CheckFailed as failure:
            yield cast("Answer", _Unready(failure))
            return
        request.node.stash[_ANSWER] = under_check
        yield under_check


class _Unready:
    """An answer that cannot be run; the test that uses it says why. Raised at setup, editors would call it an error."""

    def __init__(self, failure: CheckFailed) -> None:
        self._failure = failure

    def __getattr__(self, name: str) -> NoReturn:
        raise self._failure


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep the learner's own answers that were checked."""
    if _CHECKED in session.config.stash:
        session.config.stash[_NOTICE] = session.config.stash[_CHECKED].keep()


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the processes that answers ran in."""
    if _JUDGE in config.stash:
        config.stash[_JUDGE].__exit__()
    elif _STARTERS in config.stash:
        config.stash[_STARTERS].close()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse a folder of answers that is not there, before anything runs."""
    folder = session.config.getoption("answers")
    if folder and not Path(session.config.invocation_params.dir, folder).is_dir():
        raise pytest.UsageError(f"there is no folder {folder}. --answers takes one that mirrors exercises/.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the checks in the order of the exercises; everything else stays in its place, before them."""
    order = {path: _exercise_of(path) for path in {item.path for item in items}}
    items.sort(key=lambda item: exercise.place.as_posix() if (exercise := order[item.path]) else "")


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """End the run with one line where this machine can run no answer."""
    try:
        return (yield)
    except Exception as error:
        if _ANSWER in pyfuncitem.stash:
            from workbook.judge import words_for_machine

            problem = words_for_machine(error)
            if problem:
                pytest.exit(f"workbook: {problem}", returncode=pytest.ExitCode.USAGE_ERROR)
        raise


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the learner's message in the place of a traceback."""
    report = yield
    verdict = _verdict_of(item, call.excinfo.value) if call.excinfo and report.failed else None
    checked = item.config.stash.get(_CHECKED, None) if report.when == "call" else None
    exercise = _exercise_of(item.path) if checked or verdict else None
    if checked and exercise and (verdict or report.passed):
        checked.add(exercise, item.name, verdict)
    if verdict is not None:
        assert exercise is not None
        report.longrepr = "\n".join([verdict.message, *(f"  {line}" for line in verdict.more)])
        report.sections = []
        answer_file = _shown_path(item.config, exercise, verdict.line)
        report.__dict__["workbook"] = {"status": verdict.status.value, "file": answer_file}
    return report


def pytest_report_teststatus(report: pytest.TestReport) -> tuple[str, str, str] | None:
    """Give each status of an answer its own count, letter and word: `t` and `TODO` for blanks."""
    status = _status_of(report)
    return (status.value, _LETTERS[status], status.value.upper()) if status else None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say what is wrong, file by file, and what to open first."""
    notice = terminalreporter.config.stash.get(_NOTICE, None)
    if notice:
        terminalreporter.write_line(f"workbook: {notice}")
    reports = [report for group in terminalreporter.stats.values() for report in group if _status_of(report)]
    if not reports:
        return
    todo = [report for report in reports if _status_of(report) is Status.TODO]
    wrong = [report for report in reports if _status_of(report) is not Status.TODO]
    terminalreporter.section("workbook", sep="=")
    for report in wrong:
        terminalreporter.write_line(report.workbook["file"], red=True)
        for line in str(report.longrepr).splitlines():
            terminalreporter.write_line(f"  {line}")
    if todo:
        first = todo[0].workbook
        rest = f", and {len(todo) - 1} after it" if len(todo) > 1 else ""
        terminalreporter.write_line(f"TODO: {first['file']}{rest}.", yellow=True)
        if not wrong:
            terminalreporter.write_line("Open that file first, read its text, fill its blanks, and run this again.")


def _verdict_of(item: pytest.Item, error: BaseException) -> Verdict | None:
    """The verdict that an exception carries, or the one on the values that the check stumbled over."""
    if isinstance(error, Exception) and not isinstance(error, CheckFailed) and _ANSWER in item.stash:
        try:
            item.stash[_ANSWER].fail_because_of(error)
        except Exception as found:
            error = found
    return error.verdict if isinstance(error, CheckFailed) else None


def _status_of(report: Any) -> Status | None:
    found = getattr(report, "workbook", None)
    return Status(found["status"]) if found else None


def _judge(config: pytest.Config, exercise: Exercise) -> Judge:
    from workbook.judge import Judge

    if _JUDGE not in config.stash:
        starters = config.stash.get(_STARTERS, None)
        config.stash[_JUDGE] = Judge(exercise.root, seed=config.getoption("seed"), starters=starters)
    return config.stash[_JUDGE]


def _checked_answers(config: pytest.Config) -> CheckedAnswers:
    from workbook.pytest_history import CheckedAnswers

    return config.stash.setdefault(_CHECKED, CheckedAnswers())


def _exercise_of(path: Path) -> Exercise | None:
    """The exercise that a file in `checks/` is about."""
    name = path.stem.removeprefix("test_")
    try:
        root = find_root(path)
    except WorkbookError:
        return None
    found = list((root / "reference" / path.parent.name).glob(f"[0-9]*_{name}.py"))
    named = [one for one in found if one.stem.split("_", 1)[1] == name]
    return Exercise(root, path.parent.name, named[0].name) if named else None


def _shown_path(config: pytest.Config, exercise: Exercise, line: int | None) -> str:
    """The answer's file as terminals make it clickable: `exercises/.../06_calculating_slopes.py:14`."""
    folder = config.getoption("answers") or "exercises"
    place = Path(folder, exercise.place).as_posix()
    return f"{place}:{line}" if line else place
