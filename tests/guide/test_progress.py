"""What is known without checking again, and when it no longer holds."""

from __future__ import annotations

from workbook.history import History
from workbook.places import Exercise
from workbook.progress import Saved, Stale, Standing, record, standing
from workbook.verdict import Status, Verdict

PASSED = Verdict("calculating_slopes", Status.PASSED, "Passed.")


def test_a_file_with_blanks_is_todo_and_a_file_without_is_unchecked(exercise: Exercise, history: History) -> None:
    assert standing(exercise, history) == Standing(exercise, Status.TODO)
    exercise.answer.write_bytes(b"x = 1\n")
    assert standing(exercise, history) == Standing(exercise, None)
    exercise.answer.write_bytes(b"\xff")
    assert standing(exercise, history) == Standing(exercise, None)
    exercise.answer.unlink()
    assert standing(exercise, history).words == "unchecked"


def test_a_status_holds_for_the_text_and_the_check_it_was_found_with(exercise: Exercise, history: History) -> None:
    exercise.answer.write_bytes(b"x = 1\n")
    record(exercise, history, Saved(exercise.answer, b"x = 1\n"), PASSED)
    assert standing(exercise, history).passed

    exercise.answer.write_bytes(b"x = 2\n")
    edited = standing(exercise, history)
    assert edited == Standing(exercise, Status.PASSED, Stale.ANSWER)
    assert (edited.words, edited.passed) == ("passed, edited since", False)

    exercise.answer.write_bytes(b"x = 1\n")
    for path in (exercise.check, exercise.root / "data" / "one_customer.json"):
        before = path.read_text()
        path.write_text(before + "\n")
        changed = standing(exercise, history)
        assert (changed.words, changed.passed) == ("passed, its check changed since", False)
        path.write_text(before)
        assert standing(exercise, history).passed


def test_other_words_in_the_text_are_no_other_check(exercise: Exercise, history: History) -> None:
    exercise.answer.write_bytes(b"x = 1\n")
    record(exercise, history, Saved(exercise.answer, b"x = 1\n"), PASSED)
    source = exercise.reference.read_text()
    exercise.reference.write_text(source.replace("# Calculating slopes", "# Slopes", 1))
    assert standing(exercise, history).passed
    exercise.reference.write_text(source.replace("error = preds - target", "error = target - preds", 1))
    assert standing(exercise, history).passed  # the first place is in a hint
    exercise.reference.write_text(source.replace("slope = 2 * input_data * error  # blank", "slope = 2  # blank"))
    assert standing(exercise, history).stale is Stale.CHECK
