"""A newer exercise and a learner's answer become one file, and no line of the learner's is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbook.merge import NOTE, merge

BASE = b"""# The prediction.
preds = ____

# The error.
error = ____ - ____

print(error)
"""
MINE = BASE.replace(b"preds = ____", b"preds = (a * b).sum()").replace(b"____ - ____", b"preds - target")

LINES = st.lists(st.sampled_from([b"a", b"b", b"c", b"d", b""]), min_size=1, max_size=8)


def text(lines: list[bytes]) -> bytes:
    return b"\n".join(lines)


def test_a_reworded_comment_above_a_filled_blank_is_no_conflict() -> None:
    newer = BASE.replace(b"# The prediction.", b"# The prediction: add it up.").replace(b"print(", b"print('e', ")
    merged = merge(BASE, MINE, newer)
    assert merged.conflicts == ()
    assert merged.content == MINE.replace(b"# The prediction.", b"# The prediction: add it up.").replace(
        b"print(", b"print('e', "
    )


def test_lines_added_next_to_a_filled_blank_are_no_conflict() -> None:
    newer = BASE.replace(b"preds = ____\n", b"preds = ____\nprint(preds)\n")
    merged = merge(BASE, MINE, newer)
    assert merged.conflicts == ()
    assert b"preds = (a * b).sum()\nprint(preds)\n" in merged.content


def test_another_blank_where_one_is_filled_keeps_both_and_says_where() -> None:
    newer = BASE.replace(b"# The prediction.", b"# Predict.").replace(b"preds = ____", b"preds = ____ * ____")
    merged = merge(BASE, MINE, newer)
    assert merged.conflicts == (2,)
    assert merged.content.splitlines()[:4] == [
        b"# Predict.",
        NOTE,
        b"#     preds = ____ * ____",
        b"preds = (a * b).sum()",
    ]


def test_lines_that_both_added_at_one_place_both_stand() -> None:
    merged = merge(BASE, MINE + b"print(mine)\n", BASE + b"print(newer)\n")
    assert merged.content == MINE + b"print(newer)\nprint(mine)\n"
    assert merged.conflicts == (8,)


@given(LINES, LINES, LINES)
def test_no_line_is_lost(base: list[bytes], mine: list[bytes], newer: list[bytes]) -> None:
    merged = merge(text(base), text(mine), text(newer))
    left = merged.content.split(b"\n")
    kept = [line for line in mine if line not in base]  # what the learner added
    position = 0
    for line in kept:  # all of it is there, in order
        position = left.index(line, position) + 1
    if not merged.conflicts:
        assert all(line in left for line in newer if line not in base)


@given(LINES, LINES)
def test_one_sided_changes_come_out_as_they_are(base: list[bytes], other: list[bytes]) -> None:
    for merged in (
        merge(text(base), text(other), text(base)),
        merge(text(base), text(base), text(other)),
        merge(text(base), text(other), text(other)),
    ):
        assert merged.content == text(other)
        assert merged.conflicts == ()
