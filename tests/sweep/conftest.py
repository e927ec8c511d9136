"""What the tests of the sweep share: the command in a process of its own, and a process that trains."""

from __future__ import annotations

import multiprocessing
import subprocess
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from sweeping import EIGHT_BLOCKS, ENVIRONMENT, Command, InBackend, command


@pytest.fixture(scope="session")
def sweep() -> Command:
    """Run the command in a process of its own, away from any terminal."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), env=ENVIRONMENT, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session")
def eight_blocks(sweep: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sweep of eight blocks that nothing disturbed."""
    folder = tmp_path_factory.mktemp("whole") / "sweep"
    done = sweep(*EIGHT_BLOCKS, "--out", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((folder / "blocks").iterdir())) == 8
    return folder


@pytest.fixture(scope="session")
def in_tensorflow() -> Iterator[InBackend]:
    """Call a function in a process that has Keras on TensorFlow."""
    yield from _in_process("tensorflow")


@pytest.fixture(scope="session", params=["tensorflow", "jax", "torch"])
def in_backend(request: pytest.FixtureRequest) -> Iterator[InBackend]:
    """Call a function, whose first argument is the backend, in a process that has Keras on each backend installed."""
    if request.param == "tensorflow":
        yield request.getfixturevalue("in_tensorflow")
    else:
        pytest.importorskip(request.param)
        yield from _in_process(request.param)


def _in_process(backend: str) -> Iterator[InBackend]:
    # The tests' own process stays without Keras: others of the workbook fork from it.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        yield lambda function, *arguments: process.submit(function, backend, *arguments).result()
