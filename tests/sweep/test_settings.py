"""Bad settings get one clear line, before anything is trained."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from workbook.sweep.command import add_arguments, run
from workbook.sweep.settings import Settings, read

ROOT = Path(__file__).parents[2]

REFUSED = [
    (["--repeats", "0"], "--repeats must be a whole number from 1 to 10,000,000, not 0."),
    (["--repeats", "many"], "--repeats must be a whole number from 1 to 10,000,000, not many."),
    (["--repeats", "-3"], "--repeats must be a whole number from 1 to 10,000,000, not -3."),
    (["--epochs", "1.5"], "--epochs must be a whole number from 1 to 1,000,000, not 1.5."),
    (["--points", "1"], "--points must be a whole number from 2 to 100,000, not 1."),
    (["--seed", "-1"], "--seed must be a whole number from 0 to 4,294,967,295, not -1."),
    (["--noise", "-0.5"], "--noise must be a number from 0 to 1,000,000, not -0.5."),
    (["--noise", "nan"], "--noise must be a number from 0 to 1,000,000, not nan."),
    (["--learning-rate", "0"], "--learning-rate must be a number above 0, at most 1,000,000, not 0."),
    (["--learning-rate", "inf"], "--learning-rate must be a number above 0, at most 1,000,000, not inf."),
    (["--slopes", "-2:2"], "--slopes must be FROM:TO:STEPS, such as -2:2:21, not '-2:2'."),
    (
        ["--slopes", "-2:2:nan"],
        "the number of steps in --slopes must be a whole number from 2 to 10,000, not nan.",
    ),
    (["--slopes", "-2:2:1"], "the number of steps in --slopes must be a whole number from 2 to 10,000, not 1."),
    (["--slopes", "nan:2:3"], "the first slope of --slopes must be a number from -1,000,000 to 1,000,000, not nan."),
    (["--slopes", "-2:inf:3"], "the last slope of --slopes must be a number from -1,000,000 to 1,000,000, not inf."),
    (["--slopes", "1:1:3"], "--slopes must run from a smaller number to a larger one, not from 1 to 1."),
    (
        ["--slopes", "-2:2:2000", "--repeats", "6000"],
        "--slopes and --repeats make 12,000,000 networks, and a sweep holds at most 10,000,000.",
    ),
    (
        ["--slopes", "-2:2:2000", "--points", "6000"],
        "--slopes and --points make 12,000,000 values of x in one repeat, and at most 10,000,000 are drawn at once. "
        "Take fewer slopes or fewer points.",
    ),
    (["--backend", "numpy"], "--backend must be one of tensorflow, jax, torch, not 'numpy'."),
]


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return parser.parse_args(arguments)


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(arguments) for arguments, _ in REFUSED])
def test_what_cannot_be_is_refused(
    arguments: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sweep"
    assert run(parsed([*arguments, "--out", str(folder)])) == 2
    assert capsys.readouterr() == ("", f"workbook sweep: {message}\n")
    assert not folder.exists()


def test_the_defaults_are_the_experiment_of_chapter_4(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    settings = read(vars(parsed([])))
    assert settings == Settings(
        first_slope=-2.0,
        last_slope=2.0,
        steps=21,
        repeats=50,
        epochs=500,
        points=50,
        noise=0.5,
        learning_rate=0.05,
        seed=0,
        backend="tensorflow",
    )
    assert settings.networks == 1050
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert read(vars(parsed([]))).backend == "jax"


@pytest.mark.parametrize("text", ["-2:2:21", "-.5:-.25:3", "0:1e3:11"])
def test_slopes_are_taken_as_they_are_written(text: str) -> None:
    first, last, steps = text.split(":")
    for arguments in (["--slopes", text, "--seed", "7"], [f"--slopes={text}", "--seed", "7"]):
        settings = read(vars(parsed(arguments)))
        assert (settings.first_slope, settings.last_slope) == (float(first), float(last))
        assert (settings.steps, settings.seed) == (int(steps), 7)


def test_a_mistyped_option_is_still_one() -> None:
    with pytest.raises(SystemExit):
        parsed(["--slope-range", "-2:2:21"])


def test_the_parser_is_built_without_libraries() -> None:
    program = (
        "import argparse, sys; from workbook.sweep.command import add_arguments; "
        "add_arguments(argparse.ArgumentParser()); print({'numpy', 'keras', 'matplotlib'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--backend", "jax"], "--backend jax needs a package that is not installed: pip install jax"),
        (
            ["--scheduler", "tcp://127.0.0.1:1"],
            "--scheduler needs a package that is not installed: pip install distributed",
        ),
    ],
)
def test_a_package_that_is_missing_is_named(arguments: list[str], message: str, tmp_path: Path) -> None:
    without_packages = [sys.executable, "-S", "-m", "workbook.sweep"]
    done = subprocess.run(
        [*without_packages, *arguments, "--out", str(tmp_path / "sweep")],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"workbook sweep: {message}\n"


def test_the_workbook_passes_the_slopes_on(tmp_path: Path) -> None:
    arguments = ["sweep", "--slopes", "-2:2:1", "--out", str(tmp_path / "sweep")]
    done = subprocess.run(
        [sys.executable, "-m", "workbook.terminal", *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "workbook sweep: the number of steps in --slopes must be a whole number from 2 to 10,000, not 1.\n"
    )
