"""`workbook verify`: for authors, prove that the checks are right."""

from __future__ import annotations

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import Exercise, WorkbookError, find_exercises, find_root
from workbook.verification import Proof, verify

# The random data of the checks are the same in every run, so that a fault can be found again.
SEED = 2024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `verify`."""
    parser.add_argument("exercises", nargs="*", metavar="EXERCISE", help="a name, 3.6, a path; or a chapter: 3")
    parser.add_argument("--details", action="store_true", help="list the variants that are equivalent or not named")


def run(options: argparse.Namespace) -> int:
    """Print a line for each exercise and return 0 when every proof holds."""
    root = find_root()
    exercises = [one for word in options.exercises for one in _meant(root, word)] or find_exercises(root)
    print(f"{'exercise':<32} {'tried':>6} {'rejected':>8} {'equivalent':>10} {'named':>6}")
    proofs = []
    workers = min(len(exercises), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for proof in pool.map(_verified, exercises):
            proofs.append(proof)
            _show(proof, options.details)
    tried, rejected = sum(proof.tried for proof in proofs), sum(proof.rejected for proof in proofs)
    named = sum(proof.named for proof in proofs)
    faults = sum(len(proof.faults) for proof in proofs)
    share = 100 * named / rejected if rejected else 100
    print(f"{len(proofs)} exercises, {tried} variants, {rejected} rejected, {share:.1f} % named, {faults} faults.")
    return 1 if faults else 0


def _meant(root: Path, word: str) -> list[Exercise]:
    """The exercise that a word names, or all of the chapter whose number it is."""
    chapter = [exercise for exercise in find_exercises(root) if word == str(exercise.chapter)]
    return chapter or [find_exercise(root, word)]


def _verified(exercise: Exercise) -> Proof:
    try:
        with Judge(exercise.root, seed=SEED) as judge:
            return verify(judge, exercise)
    except (WorkbookError, ValueError, AssertionError) as error:
        return Proof(exercise.name, faults=[str(error)])


def _show(proof: Proof, details: bool) -> None:
    counts = f"{proof.tried:>6} {proof.rejected:>8} {len(proof.equivalent):>10} {100 * proof.share_named:>5.0f}%"
    print(f"{proof.exercise:<32} {counts}", flush=True)
    for fault in proof.faults:
        print(f"    FAULT {fault}")
    for title, lines in (("equivalent", proof.equivalent), ("not named", proof.unnamed)):
        for line in lines if details else ():
            print(f"    {title}: {line}")
