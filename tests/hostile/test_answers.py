"""Broken and hostile answers: none passes that solves nothing, each is told what is wrong, and the next is as ever."""

from collections.abc import Iterator

import pytest

from tests.hostile.answers import CASES, EXERCISES, ROOT, Case, Judges, as_pinned, judges
from workbook.judge import check_module, claims_of
from workbook.lookup import find_exercise
from workbook.words import HEADLINE_WIDTH

LEAST = 60


@pytest.fixture(scope="module")
def all_judges() -> Iterator[Judges]:
    with judges() as all_judges:
        yield all_judges


@pytest.mark.parametrize("case", [pytest.param(case, id=case.about) for case in CASES])
def test_what_is_said(all_judges: Judges, case: Case) -> None:
    if case.harmful and all_judges.usual.isolation != "isolated":
        pytest.skip(f"answers are {all_judges.usual.isolation} on this machine")
    verdict = all_judges.check(case)
    (claim,) = claims_of(check_module(find_exercise(ROOT, EXERCISES[case.kind]).check))
    assert (verdict.status.value, as_pinned(verdict.message, case)) == (case.status, case.message or claim.__doc__)
    assert len(verdict.message) <= HEADLINE_WIDTH
    assert all(line.isprintable() for line in (verdict.message, *verdict.more))


def test_there_are_enough() -> None:
    assert len(CASES) >= LEAST
    assert {case.kind for case in CASES} == set(EXERCISES)
    assert len({case.about for case in CASES}) == len(CASES)
