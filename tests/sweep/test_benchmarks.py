"""The benchmark of the sweep runs from the root of the repository, installed or not."""

import subprocess
import sys
from pathlib import Path

import pytest
from sweeping import ENVIRONMENT

ROOT = Path(__file__).parents[2]


def test_its_table_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.sweep", "--sizes", "20", "--cases", "ours tensorflow"],
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "\n20 networks, 500 updates each, on the CPU\n" in done.stdout
    (row,) = [line for line in done.stdout.splitlines() if line.endswith(" 0e+00")]
    name, cold, warm, microseconds, ratio, _ = row.strip().rsplit(maxsplit=5)
    assert (name, ratio) == ("workbook sweep, TensorFlow", "1.0")
    assert float(cold) > float(warm) > 0
    assert float(microseconds) == pytest.approx(float(warm) / 20 * 1e6, rel=0.1)
