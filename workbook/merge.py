"""Merge a newer text of an exercise with a learner's answer: three texts in, one out.

Unlike with diff3, `git merge-file` and the merge3 package, changes in neighbouring lines are no conflict: in an
exercise every blank stands under its comment, so a filled blank under a reworded comment is the usual case.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

NOTE = b"# The newer exercise has this in place of the lines below, which are yours:"


@dataclass(frozen=True)
class Merged:
    """A merged text, and the numbers of the lines (from 1) where both texts had changed the same lines."""

    content: bytes
    conflicts: tuple[int, ...]


@dataclass(frozen=True)
class _Hunk:
    """Lines `start` to `end` of the base are `lines` in one of the two texts."""

    start: int
    end: int
    lines: tuple[bytes, ...]
    mine: bool


def merge(base: bytes, mine: bytes, newer: bytes) -> Merged:
    """Make to `mine` the changes that lead from `base` to `newer`.

    Where both changed the same lines, those of `mine` stay, and those of `newer` stand above them as a comment. Where
    both added lines at the same place, both stand, those of `newer` first.
    """
    base_lines, mine_lines, newer_lines = (text.split(b"\n") for text in (base, mine, newer))
    hunks = [*_hunks(base_lines, newer_lines, mine=False), *_hunks(base_lines, mine_lines, mine=True)]
    result: list[bytes] = []
    conflicts = []
    done = 0
    for group in _overlapping(sorted(hunks, key=lambda hunk: (hunk.start, hunk.end, hunk.mine))):
        start, end = group[0].start, max(hunk.end for hunk in group)
        result += base_lines[done:start]
        from_mine = _applied(base_lines, group, start, end, mine=True)
        from_newer = _applied(base_lines, group, start, end, mine=False)
        one_sided = len({hunk.mine for hunk in group}) == 1
        if one_sided or from_mine == from_newer:
            result += from_mine if group[0].mine else from_newer
        elif start == end:
            conflicts.append(len(result) + 1)
            result += from_newer + from_mine
        else:
            conflicts.append(len(result) + 1)
            result += _as_comment(from_newer) + from_mine
        done = end
    result += base_lines[done:]
    return Merged(b"\n".join(result), tuple(conflicts))


def _hunks(base: Sequence[bytes], other: Sequence[bytes], mine: bool) -> list[_Hunk]:
    """The changes from one text to another; as many lines for as many count one by one."""
    hunks = []
    for tag, start, end, other_start, other_end in difflib.SequenceMatcher(None, base, other, False).get_opcodes():
        if tag == "equal":
            continue
        if end - start == other_end - other_start:
            pairs = zip(range(start, end), other[other_start:other_end], strict=True)
            hunks += [_Hunk(number, number + 1, (line,), mine) for number, line in pairs]
        else:
            hunks.append(_Hunk(start, end, tuple(other[other_start:other_end]), mine))
    return hunks


def _overlapping(hunks: Sequence[_Hunk]) -> list[list[_Hunk]]:
    """Group sorted hunks that touch the same lines, or add lines at the same place."""
    groups: list[list[_Hunk]] = []
    for hunk in hunks:
        last = groups[-1] if groups else []
        end = max((one.end for one in last), default=-1)
        same_place = bool(last) and hunk.start == hunk.end == end and all(one.start == one.end for one in last)
        if last and (hunk.start < end or same_place):
            last.append(hunk)
        else:
            groups.append([hunk])
    return groups


def _applied(base: Sequence[bytes], group: Sequence[_Hunk], start: int, end: int, mine: bool) -> list[bytes]:
    """Lines `start` to `end` of the base with the changes of one side."""
    lines: list[bytes] = []
    done = start
    for hunk in group:
        if hunk.mine is mine:
            lines += [*base[done : hunk.start], *hunk.lines]
            done = hunk.end
    return [*lines, *base[done:end]]


def _as_comment(lines: Sequence[bytes]) -> list[bytes]:
    return [NOTE, *(b"#     " + line if line else b"#" for line in lines)]
