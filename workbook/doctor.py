"""Look whether everything is there that the workbook needs; where it is not, say what to type."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import workbook
from workbook.answers import answer_path, read
from workbook.editor import editor_command
from workbook.history import History
from workbook.places import Exercise, WorkbookError, find_exercises
from workbook.reference import Reference
from workbook.updates import outdated
from workbook.verdict import Status

_PACKAGE = "keras-workbook"
_INSTALL = "uv sync   (without uv: pip install -e .)"
_ENOUGH_BYTES = 100 * 2**20
_GIT_MARKS = (b"<<<<<<< ", b">>>>>>> ")

# Run in a process of its own, since it takes seconds and TensorFlow writes to the terminal as it likes.
_KERAS_PROGRAM = """
import json, keras
backend = keras.backend.backend()
if backend == "tensorflow":
    import tensorflow
    graphics = [device.name for device in tensorflow.config.list_physical_devices("GPU")]
elif backend == "jax":
    import jax
    graphics = [str(device) for device in jax.devices() if device.platform == "gpu"]
else:
    import torch
    graphics = [torch.cuda.get_device_name(0)] if torch.cuda.is_available() else []
print(json.dumps([keras.__version__, backend, graphics]))
"""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: what was found, and what to type where it is not right."""

    words: str
    remedy: str | None = None


def findings(root: Path) -> Iterator[Finding]:
    """Look at one thing after the other."""
    exercises = find_exercises(root)
    looks: list[Callable[[], Iterator[Finding]]] = [
        _python,
        lambda: _installation(root),
        lambda: _packages(root),
        _keras,
        lambda: _judge(root, exercises),
        lambda: _history(root),
        lambda: _files(exercises),
        lambda: _updates(root, exercises),
        lambda: _editor(root),
        _terminal,
    ]
    for look in looks:
        yield from look()


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    right = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding(
        f"Python {version}", None if right else "uv sync --python 3.13   (it needs Python 3.11, 3.12 or 3.13)"
    )


def _installation(root: Path) -> Iterator[Finding]:
    home = Path(workbook.__file__).resolve().parents[1]
    here = home == root.resolve()
    yield Finding(
        f"the program in {home}" + ("" if here else f", but the exercises in {root}"), None if here else _INSTALL
    )


def _requirements(root: Path) -> list[str]:
    """What the workbook needs: as its project file says now, which may be newer than the installation."""
    installed = metadata.requires(_PACKAGE) or []
    project = root / "pyproject.toml"
    if not project.is_file():
        return installed
    return [str(line) for line in tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"]]


def _packages(root: Path) -> Iterator[Finding]:
    from packaging.requirements import Requirement  # it comes with pytest

    try:
        wanted = [Requirement(line) for line in _requirements(root)]
    except metadata.PackageNotFoundError:
        yield Finding("the workbook is not installed", _INSTALL)
        return
    found, missing = [], []
    for requirement in wanted:
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        try:
            version = metadata.version(requirement.name)
        except metadata.PackageNotFoundError:
            missing.append(f"{requirement.name} (not there)")
            continue
        if requirement.specifier.contains(version, prereleases=True):
            found.append(f"{requirement.name} {version}")
        else:
            missing.append(f"{requirement.name} {version} (it needs {requirement.specifier})")
    yield Finding(f"packages: {', '.join(found)}")
    if missing:
        yield Finding(f"packages that do not fit: {', '.join(missing)}", _INSTALL)


def _keras() -> Iterator[Finding]:
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-c", _KERAS_PROGRAM], capture_output=True, text=True, env=environment, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended without a word"])[-1]
        yield Finding(f"Keras cannot be imported ({last}); chapters 1 to 3 work without it", _INSTALL)
        return
    version, backend, graphics = json.loads(done.stdout.splitlines()[-1])
    yield Finding(f"Keras {version} on {backend}")
    has_driver = shutil.which("nvidia-smi") is not None
    if graphics:
        yield Finding(f"GPU: {', '.join(graphics)}")
    elif has_driver:
        command = "uv sync --extra gpu   (without uv: pip install -e '.[gpu]')"
        yield Finding(f"GPU: {backend} does not see the one that is here", command)
    else:
        yield Finding("GPU: none, and none is needed")


def _judge(root: Path, exercises: list[Exercise]) -> Iterator[Finding]:
    try:
        from workbook.attempt import ProcessesError
        from workbook.judge import Judge
    except ImportError as error:
        yield Finding(f"no answer can be checked: {error}", _INSTALL)
        return

    if not exercises:
        yield Finding("there are no exercises here", "git checkout HEAD -- reference exercises checks data")
        return
    first = exercises[0]
    with Judge(root) as judge:
        try:
            verdict = judge.check(first, first.reference, Reference.read(first.reference).solved_text)
        except (ProcessesError, WorkbookError, OSError) as error:
            remedy = "uv sync --reinstall   (without uv: pip install --force-reinstall -e .)"
            yield Finding(f"no answer can be checked: {error}", remedy)
            return
        if verdict.status is Status.PASSED:
            yield Finding(f"a check runs: {first.name} in {verdict.seconds:.2f} s; answers are {judge.isolation}")
        else:
            remedy = "git checkout HEAD -- reference checks data"
            yield Finding(f"the solution of {first.name} does not pass: {verdict.message}", remedy)


def _history(root: Path) -> Iterator[Finding]:
    with History(root) as history:
        faults = history.faults()
        if not history.lasting:
            yield Finding(history.notice or "", f"chmod -R u+rwX {root}")
        elif faults:
            aside = history.path.with_name("history-broken.sqlite3")
            yield Finding(f"the history has faults: {faults[0]}", f"mv {history.path} {aside}")
        else:
            yield Finding(history.notice or f"the history in {history.folder} can be written, and is whole")
    free = shutil.disk_usage(root).free
    enough = free > _ENOUGH_BYTES
    yield Finding(f"{free / 2**30:.1f} GiB of the disk are free", None if enough else "make room: 0.1 GiB at least")


def _files(exercises: list[Exercise]) -> Iterator[Finding]:
    whole = True
    for exercise in exercises:
        path = answer_path(exercise)
        content = read(path)
        if not exercise.check.is_file():
            remedy = f"git checkout HEAD -- {exercise.check.relative_to(exercise.root)}"
        elif content is None:
            remedy = f"workbook reset {exercise.name}"
        elif not os.access(path, os.W_OK):
            remedy = f"chmod u+w {path}"
        elif all(mark in content for mark in _GIT_MARKS):
            remedy = f"workbook history {exercise.name}   (git left its marks in the file; restore a version without)"
        else:
            continue
        whole = False
        yield Finding(f"{exercise.number} {exercise.name} is not as it should be", remedy)
    if whole:
        yield Finding(f"{len(exercises)} exercises, each with its check and a file that can be written")


def _updates(root: Path, exercises: list[Exercise]) -> Iterator[Finding]:
    with History(root) as history:
        newer = [exercise.name for exercise in outdated(exercises, history)]
    if newer:
        yield Finding(f"a newer text is here for {', '.join(newer)}", "workbook update")
    if shutil.which("git") is None:
        return
    counted = subprocess.run(
        ["git", "-C", str(root), "rev-list", "--count", "HEAD..@{upstream}"],
        capture_output=True,
        text=True,
        check=False,
    )
    behind = int(counted.stdout) if counted.returncode == 0 else 0
    if behind:
        yield Finding(f"the clone is {behind} {'step' if behind == 1 else 'steps'} behind", "workbook update --pull")
    elif not newer:
        yield Finding("the newest text that is known here is in every file")


def _editor(root: Path) -> Iterator[Finding]:
    try:
        command = editor_command(root, None)[0]
        there = shutil.which(command) is not None
        remedy = None if there else 'export VISUAL="code"   (or another editor that is installed)'
        yield Finding(f"the editor is {command}{'' if there else ', and it is not installed'}", remedy)
    except WorkbookError:
        yield Finding("no editor is known, so `workbook open` opens none", 'export VISUAL="code"   (or your editor)')
    settings = root / ".vscode" / "settings.json"
    remedy = None if settings.is_file() else "git checkout HEAD -- .vscode"
    yield Finding(f"settings for VS Code{'' if settings.is_file() else ' are missing'}", remedy)


def _terminal() -> Iterator[Finding]:
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    remedy = None if encoding == "utf8" else "export PYTHONUTF8=1"
    yield Finding(f"what is printed is encoded as {sys.stdout.encoding}", remedy)
