"""Prove that an exercise's check is right: what should pass passes, and every slip is caught and named."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbook.build import built_files
from workbook.cases import Case, data_sets_of, draw
from workbook.compare import same
from workbook.judge import Judge, check_module, slips_of
from workbook.places import Exercise
from workbook.program import Program
from workbook.reference import Reference
from workbook.slips import edited
from workbook.variants import Variant, bound_names, variants_of
from workbook.verdict import Status

# A variant that passes must give the same on this many data sets more, to count as the same thing said otherwise.
FURTHER_CASES = 40


@dataclass
class Proof:
    """What was tried on one exercise's check, and what is wrong with it."""

    exercise: str
    tried: int = 0
    rejected: int = 0
    named: int = 0
    equivalent: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)

    @property
    def share_named(self) -> float:
        """How many of the rejected variants were told their cause, from 0 to 1."""
        return self.named / self.rejected if self.rejected else 1.0


def verify(judge: Judge, exercise: Exercise) -> Proof:
    """Run every proof on one exercise. Raises WorkbookError when it has no check or no readable reference."""
    proof = Proof(exercise.name)
    reference = Reference.read(exercise.reference)
    check = check_module(exercise.check)
    solved = reference.solved_text
    passing = judge.check(exercise, text=solved)
    if passing.status is not Status.PASSED:
        proof.faults.append(f"the reference does not pass: {passing.message}")
        return proof
    blanked = judge.check(exercise, text=reference.exercise_text)
    if blanked.status is not Status.TODO:
        proof.faults.append(f"the unsolved file is {blanked.status}, not todo: {blanked.message}")
    for edits in getattr(check, "ALTERNATIVES", ()):
        verdict = judge.check(exercise, text=edited(solved, edits))
        if verdict.status is not Status.PASSED:
            proof.faults.append(f"an alternative does not pass: {edits}: {verdict.message}")
    for slip in slips_of(check):
        verdict = judge.check(exercise, text=ast.unparse(slip.tree(solved)))
        if slip.words not in verdict.message:
            proof.faults.append(f"the slip {slip.becomes!r} is not named: {verdict.message}")
    _try_variants(judge, exercise, reference, proof)
    return proof


def _try_variants(judge: Judge, exercise: Exercise, reference: Reference, proof: Proof) -> None:
    equally_right = getattr(check_module(exercise.check), "EQUALLY_RIGHT", {})
    for variant in _variants_of_blanks(reference):
        module = ast.Module(body=list(reference.tree.body), type_ignores=[])
        module.body[variant.index] = variant.statement
        proof.tried += 1
        verdict = judge.check(exercise, text=ast.unparse(module))
        if verdict.status is not Status.PASSED:
            proof.rejected += 1
            if verdict.named:
                proof.named += 1
            else:
                proof.unnamed.append(f"`{variant.code}` ({variant.words}): {verdict.message}")
        elif (why := _why_equally_right(variant, equally_right)) or _is_equivalent(exercise, reference, variant):
            proof.equivalent.append(f"`{variant.code}` ({why or variant.words})")
        else:
            proof.faults.append(f"missed: `{variant.code}` ({variant.words}) passes")


def _variants_of_blanks(reference: Reference) -> Iterator[Variant]:
    """The variants whose edited line is one that the learner fills."""
    filled = {line for blank in reference.blanks for line in range(blank.line, blank.line + len(blank.lines))}
    for index, statement in enumerate(reference.tree.body):
        if filled & set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)):
            yield from (variant for variant in variants_of(reference.tree, index) if variant.line in filled)


def _why_equally_right(variant: Variant, reasons: Mapping[str, str]) -> str | None:
    """Why a variant is right as well, as the check says: part of the variant's line or words -> reason."""
    said = f"{variant.code} ({variant.words})"
    return next((why for part, why in reasons.items() if part in said), None)


def _is_equivalent(exercise: Exercise, reference: Reference, variant: Variant) -> bool:
    """Whether a variant gives what the reference gives on many further data sets."""
    program = Program(reference.tree)
    names = [name for line in reference.tree.body for name in bound_names(line)]
    data_sets = data_sets_of(reference.tree, exercise.root / "data")
    for seed in range(FURTHER_CASES):
        case = Case({data.name: draw(data, random.Random(seed), seed) for data in data_sets})
        due = program.run_all(program.environment(case.data))
        try:
            given = program.run_all(program.environment(case.data), {variant.index: variant.statement})
        except Exception:
            return False
        for name in names:
            if callable(due[name]):
                continue
            if name not in given or not same(given[name], due[name]):
                return False
    return True


def stale_files(exercise: Exercise) -> list[str]:
    """Return the derived files of one exercise that are not what its reference gives."""
    files = built_files(exercise.root, [exercise])
    return [path.name for path, content in files.items() if not path.is_file() or path.read_text("utf-8") != content]
