"""What every test can ask for: the workbook itself, and a judge of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.judge import Judge

ROOT = Path(__file__).resolve().parents[1]

# The random data of the checks are the same in every run, so that messages can be pinned.
SEED = 2024


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    with Judge(ROOT, seed=SEED) as judge:
        yield judge


def copied(folder: Path) -> Path:
    """A clone, without what lies beside it on a developer's machine."""
    folder.mkdir(parents=True)
    for name in ("workbook", "checks", "data", "exercises", "reference"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder
