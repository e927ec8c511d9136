"""The commands on one exercise, as they are typed."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from workbook import doctor
from workbook.editor import editor_command
from workbook.history import History
from workbook.places import Exercise, WorkbookError, find_exercises
from workbook.progress import Saved, record
from workbook.reference import Reference
from workbook.terminal import main
from workbook.verdict import Status, Verdict

NAME = "calculating_slopes"


class Command:
    """Types commands in a workbook's folder."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, line: str, status: int = 0) -> str:
        """Run one, and return what it printed; it is to end with this status."""
        self._capture.readouterr()
        assert main(shlex.split(line)) == status
        printed = self._capture.readouterr()
        return printed.out + printed.err


@pytest.fixture
def command(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Types commands in the test's workbook."""
    monkeypatch.chdir(root)
    for name in ("VISUAL", "EDITOR", "TERM_PROGRAM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return Command(capsys)


def test_the_list_says_how_each_stands(command: Command, root: Path, exercise: Exercise) -> None:
    with History(root) as history:
        exercise.answer.write_text("x = 1\n")
        record(exercise, history, Saved(exercise.answer, b"x = 1\n"), Verdict(NAME, Status.PASSED, "Passed."))
        other = find_exercises(root)[1]
        other.answer.write_text("y = 1\n")
        record(other, history, Saved(other.answer, b"y = 1\n"), Verdict(other.name, Status.WRONG, "No."))
    lines = command("list").splitlines()
    assert lines[0] == "3. Backward propagation: 1 of 4 passed"
    assert [line.split() for line in lines[1:-1]] == [
        ["3.6", "calculating_slopes", "passed"],
        ["3.7", "improving_weights", "wrong"],
        ["3.9", "multiple_updates", "todo"],
        ["3.11", "zero_errors", "todo"],
    ]
    assert lines[-1] == "1 of 4 passed. Next: 3.7 improving_weights."
    for option, names in (
        ("--passed", ["calculating_slopes"]),
        ("--wrong", ["improving_weights"]),
        ("--todo", ["multiple_updates", "zero_errors"]),
    ):
        objects = [json.loads(line) for line in command(f"list --json {option}").splitlines()]
        assert [one["exercise"] for one in objects] == names
    exercise.answer.write_text("x = 2\n")
    first = json.loads(command("list --json").splitlines()[0])
    assert first == {"exercise": NAME, "number": "3.6", "status": "passed", "stale": "answer"}


def test_one_more_hint_at_each_call(command: Command, exercise: Exercise) -> None:
    hints = Reference.read(exercise.reference).hints
    for count in range(1, len(hints) + 1):
        printed = command("hint 3.6")
        assert [f"Hint {number} of {len(hints)}" in printed for number in range(1, len(hints) + 1)] == [
            number <= count for number in range(1, len(hints) + 1)
        ]
    assert command("hint 3.6").endswith(
        "That is every hint. `workbook solution calculating_slopes` shows the solution.\n"
    )


def test_the_solution_waits_for_a_pass_or_for_giving_up(command: Command, exercise: Exercise) -> None:
    refused = command(f"solution {NAME}", status=1)
    assert refused.splitlines() == [
        "calculating_slopes has not passed yet. `workbook hint calculating_slopes` shows one more hint.",
        "To see the solution all the same: workbook solution calculating_slopes --give-up",
    ]
    assert "error = preds - target" in command(f"solution {NAME} --give-up")
    assert "error = preds - target" in command(f"solution {NAME}")


def test_an_answer_that_passes_opens_the_solution_without_a_history(command: Command, exercise: Exercise) -> None:
    exercise.answer.write_text(Reference.read(exercise.reference).solved_text)
    printed = command(f"solution {NAME}")
    assert "error = preds - target" in printed
    assert '"""' not in printed


def test_reset_undo_history_and_restore(command: Command, exercise: Exercise) -> None:
    place = f"exercises/{exercise.place.as_posix()}"
    exercise.answer.write_text("mine = 1\n")
    assert command(f"reset {NAME}") == (
        f"{place} is as it was at the beginning."
        f" Your work is kept as version 1: `workbook undo {NAME}` brings it back.\n"
    )
    assert "____" in exercise.answer.read_text()
    assert command(f"undo {NAME}") == (
        f"The reset is taken back: {place} is as it was before. What stood there until now is version 2.\n"
    )
    assert exercise.answer.read_text() == "mine = 1\n"
    listed = command(f"history {NAME}").splitlines()
    assert [line.split()[-3:] for line in listed[:2]] == [["kept", "before", "reset"], ["kept", "before", "undo"]]
    assert listed[2] == f"`workbook restore {NAME} N` brings one back, `workbook history {NAME} N` prints it."
    assert command(f"restore {NAME} 2").startswith(f"{place} is version 2 again.")
    assert "____" in exercise.answer.read_text()
    assert command(f"restore {NAME} 9", status=2) == f"workbook: {NAME} has no version 9. They go from 1 to 3.\n"
    assert command("reset nonsense", status=2).startswith("workbook: there is no exercise 'nonsense'.")


def test_a_history_that_cannot_be_kept_is_one_line(command: Command, root: Path, exercise: Exercise) -> None:
    (root / ".workbook").write_text("a file where the folder should be")
    exercise.answer.write_text("mine = 1\n")
    assert "So your file was left as it is." in command(f"reset {NAME}", status=2)
    assert exercise.answer.read_text() == "mine = 1\n"
    assert "Hint 1 of 3" in command(f"hint {NAME}")


def test_open_goes_to_the_line_of_the_message(
    command: Command, root: Path, exercise: Exercise, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "vim"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(tmp_path / 'opened')!r}, 'w').write('\\n'.join(sys.argv[1:]))\n"
    )
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    command(f"open {NAME}")
    first_blank = exercise.answer.read_text().splitlines().index("preds = ____") + 1
    assert (tmp_path / "opened").read_text() == f"+{first_blank}\n{exercise.answer}"
    exercise.answer.write_text("x = 1\n")
    with History(root) as history:
        record(exercise, history, Saved(exercise.answer, b"x = 1\n"), Verdict(NAME, Status.WRONG, "No.", "x", 7))
    command(f"open {NAME}")
    assert (tmp_path / "opened").read_text() == f"+7\n{exercise.answer}"
    command(f"open --notebook {NAME}")
    notebook = exercise.answer.with_suffix(".ipynb")
    assert (tmp_path / "opened").read_text() == str(notebook)
    assert json.loads(notebook.read_text())["cells"][0]["source"] == ["x = 1"]
    editor.write_text(f"#!{sys.executable}\nraise SystemExit(3)\n")
    assert command(f"open {NAME}", status=2) == f"workbook: the editor stopped with an error: {editor} {notebook}\n"
    monkeypatch.setenv("VISUAL", "no-such-editor")
    assert command(f"open {NAME}", status=2) == (
        "workbook: the editor 'no-such-editor' cannot be started (No such file or directory). Set VISUAL to another.\n"
    )


@pytest.mark.parametrize(
    ("visual", "expected"),
    [
        ("code", ["code", "--goto", "/a b/x.py:7"]),
        ("code --wait", ["code", "--wait", "--goto", "/a b/x.py:7"]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+7", "/a b/x.py"]),
        ("subl -n", ["subl", "-n", "/a b/x.py:7"]),
        ("pycharm", ["pycharm", "--line", "7", "/a b/x.py"]),
        ("something", ["something", "/a b/x.py"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    visual: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", visual)
    assert editor_command(Path("/a b/x.py"), 7) == expected
    assert editor_command(Path("/a b/x.ipynb"), 7)[-1] == "/a b/x.ipynb"


def test_without_an_editor_it_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WorkbookError) as error:
        editor_command(Path("/a/x.py"), 7)
    assert str(error.value) == (
        'no editor is known. Name yours, as in `export VISUAL="code"`, or open this file in it: /a/x.py:7'
    )


def test_update_says_what_became_of_each(command: Command, root: Path, exercise: Exercise) -> None:
    assert command("update") == "Every exercise has the newest text.\n"
    text = exercise.reference.read_text()
    exercise.reference.write_text(text.replace("# The prediction: every", "# The forward pass: every"))
    assert command("update").splitlines() == [
        "3.6 calculating_slopes: has its newer text.",
        f"    exercises/{exercise.place.as_posix()}",
        "`workbook undo EXERCISE` takes an update back.",
    ]


def test_the_doctor_says_what_to_type_for_each_thing(root: Path, exercise: Exercise) -> None:
    exercises = find_exercises(root)
    assert [finding.remedy for finding in doctor._files(exercises)] == [None]
    exercise.answer.unlink()
    exercises[1].answer.write_text("<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n")
    found = {finding.words.split()[1]: finding.remedy for finding in doctor._files(exercises)}
    assert found[NAME] == f"workbook reset {NAME}"
    assert found["improving_weights"] is not None
    assert found["improving_weights"].startswith("workbook history improving_weights ")
    assert [finding.remedy for finding in doctor._history(root)] == [None, None]
    assert [finding.remedy for finding in doctor._judge(root, exercises)] == [None]
    assert (
        next(doctor._installation(root)).remedy is not None
    )  # the program runs from another folder than the exercises
    assert [finding.remedy for finding in doctor._python()] == [None]


def test_the_doctor_asks_for_what_the_project_file_asks_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "pyproject.toml").write_text('[project]\ndependencies = ["keras>=3.15"]\n')
    installed = {"keras-workbook": "0.1.0", "keras": "3.14.2"}
    monkeypatch.setattr(doctor.metadata, "version", installed.__getitem__)
    *_, last = doctor._packages(root)
    assert last.words == "packages that do not fit: keras 3.14.2 (it needs >=3.15)"
    assert last.remedy is not None
    assert last.remedy.startswith("uv sync ")
    installed["keras"] = "3.15.0"
    assert [(finding.words, finding.remedy) for finding in doctor._packages(root)] == [("packages: keras 3.15.0", None)]


def test_a_check_says_on_a_terminal_what_it_is_at(command: Command, root: Path, exercise: Exercise) -> None:
    line = f"checking 3.6 {NAME} ..."
    with Terminal(root, "check", NAME) as terminal:
        assert terminal.wait_for_end() == 1
        assert terminal.raw.decode().index(line) < terminal.raw.decode().index("todo")
        assert "checking" not in terminal.shown
        assert terminal.shown.startswith("todo      3.6  calculating_slopes\n")
    with Terminal(root, "check", NAME, "--json") as terminal:
        assert terminal.wait_for_end() == 1
        assert b"checking" not in terminal.raw
    assert "checking" not in command(f"check {NAME}", status=1)


def test_the_settings_for_vs_code_are_what_it_reads(pytestconfig: pytest.Config) -> None:
    for name in ("settings", "extensions", "tasks"):
        text = (pytestconfig.rootpath / ".vscode" / f"{name}.json").read_text()
        content = json.loads("\n".join(line for line in text.splitlines() if not line.strip().startswith("//")))
        if name == "settings":
            assert content["python.testing.pytestArgs"] == ["checks"]
