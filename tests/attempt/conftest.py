"""Real processes, started in each way that this platform has, and shared by the tests of this folder."""

import sys
from collections.abc import Iterator

import pytest

from workbook.attempt import Attempt, Attempts, Limits
from workbook.starting.processes import Start
from workbook.starting.starters import Starters

WAYS: list[Start] = ["apart", "forked", "fresh"] if sys.platform == "linux" else ["fresh"]


@pytest.fixture(scope="session", params=WAYS)
def attempts(request: pytest.FixtureRequest) -> Iterator[Attempts]:
    """Attempts in every way."""
    with Attempts(Limits(seconds=20.0), starters=Starters(start=request.param)) as attempts:
        yield attempts


@pytest.fixture(scope="session")
def usual() -> Iterator[Attempts]:
    """Attempts in the way that is this platform's own."""
    with Attempts(Limits(seconds=20.0)) as attempts:
        yield attempts


@pytest.fixture
def attempt(attempts: Attempts) -> Iterator[Attempt]:
    with attempts.start() as attempt:
        yield attempt


@pytest.fixture(scope="session")
def isolated(usual: Attempts) -> Attempts:
    """The same, where every wall stands; elsewhere these answers could harm the machine that runs the tests."""
    if usual.isolation != "isolated":
        pytest.skip(f"attempts are {usual.isolation} on this machine")
    return usual
