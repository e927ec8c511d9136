"""Random edits of right answers, and of what comes back from an attempt: always a verdict, never a wrong pass.

WORKBOOK_FUZZ=10000 pytest tests/hostile/test_fuzz.py      as many of each, in place of a few
"""

from __future__ import annotations

import ast
import contextlib
import copy
import io
import json
import os
import random
import socket
import threading
import tokenize
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.hostile.answers import ROOT, SEED
from workbook.attempt import Limits
from workbook.cases import Case, data_sets_of, draw
from workbook.compare import same
from workbook.judge import Judge
from workbook.lookup import find_exercise
from workbook.places import Exercise, find_exercises
from workbook.program import Program
from workbook.reference import Reference
from workbook.starting.place import Place
from workbook.starting.processes import Ending
from workbook.starting.starters import Starters
from workbook.variants import bound_names
from workbook.verdict import Status, Verdict
from workbook.verification import FURTHER_CASES

EXERCISES = [exercise for exercise in find_exercises(ROOT) if "keras" not in exercise.place.parts[0]]
often = settings(
    max_examples=int(os.environ.get("WORKBOOK_FUZZ", "100")),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
randomly = some.randoms(use_true_random=False)

OPERATORS = ["+", "-", "*", "/", "**", "//", "%", "@", "<", "==", "=", "+=", "-=", "(", ")", "[", "]", ",", ":", "."]
NUMBERS = ["0", "1", "2", "-1", "0.5", "3", "100", "1e308", "1e-308", "10**400", "True"]
VALUES = [
    *NUMBERS,
    *(
        "None",
        "'text'",
        "''",
        "[]",
        "{}",
        "()",
        "[1, 2, 3]",
        "float('nan')",
        "float('inf')",
        "1j",
        "b'x'",
        "...",
        "print",
    ),
    *(
        "object()",
        "[[1], [2, 3]]",
        "{1: 2}",
        "{'a': []}",
        "range(3)",
        "(x for x in [1])",
        "lambda *a: a",
        "10**9",
        "-10**9",
    ),
    *("__import__('numpy').zeros(3)", "__import__('numpy').array([])", "__import__('numpy').ones((2, 2), dtype=bool)"),
    *("__import__('numpy').float32(7)", "__import__('numpy').array(['a', 'b'])", "__import__('numpy').array(7)"),
    *("__import__('numpy').full((3, 4), float('nan'))", "__import__('numpy').array([None, 1])", "'x' * 10**5"),
]


# Edits of the text


def edited(text: str, chance: random.Random) -> str:
    """Return a solved text with one to three edits below its docstring."""
    lines = text.splitlines()
    end = ast.parse(text).body[0].end_lineno or 0
    head, body = lines[:end], lines[end:]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        body = _edit(body, chance) or body
    return "\n".join([*head, *body]) + "\n"


def _edit(body: list[str], chance: random.Random) -> list[str]:
    places = [number for number, line in enumerate(body) if line.strip()]
    if not places:
        return body
    at = chance.choice(places)
    kind = chance.randrange(8)
    if kind == 0:
        return body[:at] + body[at + 1 :]
    if kind == 1:
        return [*body[: at + 1], *body[at:]]
    if kind == 2:
        other = chance.choice(places)
        body = list(body)
        body[at], body[other] = body[other], body[at]
        return body
    if kind == 3:
        indentation = body[at][: len(body[at]) - len(body[at].lstrip())]
        name = chance.choice(_names(body))
        value = chance.choice(VALUES)
        lines = [f"{name} = {value}", f"del {name}", f"return {value}", "break", f"{name}[0] = {value}", f"{name}()"]
        return [*body[: at + 1], indentation + chance.choice(lines), *body[at + 1 :]]
    return [*body[:at], _line_edited(body[at], _names(body), chance), *body[at + 1 :]]


def _line_edited(line: str, names: list[str], chance: random.Random) -> str:
    try:
        tokens = [
            token for token in tokenize.generate_tokens(io.StringIO(line.strip()).readline) if token.string.strip()
        ]
    except (tokenize.TokenError, SyntaxError):
        return line
    if not tokens:
        return line
    words = [token.string for token in tokens]
    at = chance.randrange(len(words))
    kind = chance.randrange(4)
    if kind == 0:
        del words[at]
    elif kind == 1 and at + 1 < len(words):
        words[at], words[at + 1] = words[at + 1], words[at]
    elif tokens[at].type == tokenize.NUMBER:
        words[at] = chance.choice(NUMBERS)
    elif tokens[at].type == tokenize.OP:
        words[at] = chance.choice(OPERATORS)
    else:
        words[at] = chance.choice([*names, *VALUES])
    return line[: len(line) - len(line.lstrip())] + " ".join(words)


def _names(body: list[str]) -> list[str]:
    try:
        found = {node.id for node in ast.walk(ast.parse("\n".join(body))) if isinstance(node, ast.Name)}
    except SyntaxError:
        found = set()
    return sorted(found - {"load"}) or ["x"]  # `Program` has a `load` of its own


# What must hold


@pytest.fixture(scope="module")
def brisk() -> Iterator[Judge]:
    with Judge(ROOT, seed=SEED, limits=Limits(seconds=2.0, memory_bytes=2**29)) as judge:
        yield judge


@often
@given(some.sampled_from(EXERCISES), randomly)
def test_an_edited_answer_gets_a_verdict_and_passes_only_when_it_is_right(
    brisk: Judge, exercise: Exercise, chance: random.Random
) -> None:
    reference = Reference.read(exercise.reference)
    text = edited(reference.solved_text, chance)
    verdict = brisk.check(exercise, text=text)
    assert_is_for_a_learner(verdict)
    if verdict.status is Status.PASSED:
        assert_computes_the_same(exercise, reference, text)


def assert_is_for_a_learner(verdict: Verdict) -> None:
    assert verdict.status in Status
    assert verdict.message.endswith((".", "?", "!"))
    assert "workbook." not in verdict.message.replace("workbook.earlier.", "")
    for line in (verdict.message, *verdict.more):
        assert "Traceback" not in line
        assert "object at 0x" not in line
        assert len(line) < 700


def assert_computes_the_same(exercise: Exercise, reference: Reference, text: str) -> None:
    """What the check compares is what the reference computes, on many data sets that the check did not use.

    A given line that calls a function of the learner's is there to show it: what is judged is the function.
    """
    tree = ast.parse(text)
    written = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    blanks = {blank.line for blank in reference.blanks}
    judged = [node.name for node in reference.tree.body if isinstance(node, ast.FunctionDef) and blanks & _lines(node)]
    shown = {
        name
        for line in reference.tree.body
        if not blanks & _lines(line)
        and {node.id for node in ast.walk(line) if isinstance(node, ast.Name)} & set(judged)
        for name in bound_names(line)
    }
    with_functions = [written[one.name] if getattr(one, "name", "") in judged else one for one in reference.tree.body]
    right, given = Program(reference.tree), Program(tree)
    mixed = Program(ast.Module(with_functions, []))
    for seed in range(FURTHER_CASES):
        data_sets = data_sets_of(reference.tree, ROOT / "data")
        case = Case({data.name: draw(data, random.Random(1_000 + seed), seed) for data in data_sets})
        due, through = (one.run_all(one.environment(case.data)) for one in (right, mixed))
        got = given.environment(case.data)
        for index in range(len(tree.body)):
            with contextlib.suppress(Exception):  # a line that only shows something may fail on other data
                given.run(index, got)
        for name in _compared(exercise):
            value = through[name] if name in shown else got.get(name)
            assert same(value, due[name]), f"{name} is {value}, not {due[name]}, with {case.values}"


def _lines(statement: ast.stmt) -> set[int]:
    return set(range(statement.lineno, (statement.end_lineno or statement.lineno) + 1))


@cache
def _compared(exercise: Exercise) -> tuple[str, ...]:
    """The names that a check compares with the reference's; what it leaves open is the learner's to choose."""
    calls = [node for node in ast.walk(ast.parse(exercise.check.read_text("utf-8"))) if isinstance(node, ast.Call)]
    of = {kind: [call for call in calls if getattr(call.func, "attr", "") == kind] for kind in ("gives", "leaves_open")}
    if of["leaves_open"]:
        return ()
    return tuple(keyword.arg for call in of["gives"] for keyword in call.keywords if keyword.arg)


# What comes back


class Always(Starters):
    """Gives the same starter for all libraries."""

    def __init__(self, one: Any) -> None:
        super().__init__()
        self.one = one

    def get(self, libraries: tuple[str, ...]) -> Any:
        return self.one


class Proxy:
    """Starts attempts, and keeps or replaces the messages that come back from them."""

    alive = apart = True

    def __init__(self, real: Any) -> None:
        self.real = real
        self.kept: list[Any] = []

    def start(self, limits: Limits) -> Any:
        return _Overheard(self.real.start(limits), self.kept)


class _Overheard:
    def __init__(self, real: Any, kept: list[Any]) -> None:
        self.real, self.place = real, real.place
        self.channel, self.ours = socket.socketpair()
        threading.Thread(target=_pass_on, args=(self.ours, real.channel, None), daemon=True).start()
        threading.Thread(target=_pass_on, args=(real.channel, self.ours, kept), daemon=True).start()

    def end(self, patience: float = 0.0) -> Ending:
        ending: Ending = self.real.end(patience)
        self.channel.close()
        return ending


def _pass_on(source: socket.socket, target: socket.socket, kept: list[Any] | None) -> None:
    try:
        while size := source.recv(4, socket.MSG_WAITALL):
            content = source.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL)
            if kept is not None:
                kept.append(json.loads(content))
            target.sendall(size + content)
    except OSError:
        return  # the other end was closed: the check is over


class Replayed:
    """Starts attempts that answer each question with the next of some messages, whatever was asked."""

    alive = apart = True

    def __init__(self, messages: list[Any]) -> None:
        self.messages = messages

    def start(self, limits: Limits) -> Any:
        return _Replay(self.messages)


class _Replay:
    def __init__(self, messages: list[Any]) -> None:
        self.place = Place()
        self.channel, theirs = socket.socketpair()
        self.thread = threading.Thread(target=self._answer, args=(theirs, list(messages)), daemon=True)
        self.thread.start()

    def _answer(self, channel: socket.socket, messages: list[Any]) -> None:
        with channel:
            try:
                for number, message in enumerate(messages):
                    if number and not (size := channel.recv(4, socket.MSG_WAITALL)):
                        return
                    if number:
                        channel.recv(int.from_bytes(size, "big"), socket.MSG_WAITALL)
                    content = json.dumps(message).encode()
                    channel.sendall(len(content).to_bytes(4, "big") + content)
            except OSError:
                return  # the judge has heard enough

    def end(self, patience: float = 0.0) -> Ending:
        self.channel.close()
        self.thread.join()
        return Ending()


RECORDED = ["calculating_slopes", "error_mse_and_slope", "gradient_descent", "predict_with_network", "divergence"]


@cache
def recorded() -> dict[str, list[Any]]:
    """What a right answer's attempt sends, by exercise; two wrong ones bring the questions of a diagnosis."""
    found = {}
    with contextlib.closing(Starters(hidden=[ROOT])) as starters:
        for name in RECORDED:
            exercise = find_exercise(ROOT, name)
            solved = Reference.read(exercise.reference).solved_text
            for about, text in (
                (name, solved),
                (f"{name}, wrong", solved.replace("* ", "+ ")),
                (f"{name}, cut", solved[:-9]),
            ):
                proxy = Proxy(starters.get(("numpy",)))
                Judge(ROOT, seed=SEED, starters=Always(proxy)).check(exercise, text=text)
                if proxy.kept:
                    found[about] = proxy.kept
    return found


JSON = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        7,
        2**63,
        2**64,
        10**400,
        0.5,
        1e308,
        float("nan"),
        float("inf"),
        "",
        "x",
        "\x1b[2J",
        "\ud800",
    ),
    *(
        [],
        {},
        [[]],
        [None],
        {"kept": 0},
        {"kept": 10**9, "type": "int"},
        {"tuple": []},
        {"dict": []},
        {"dict": [["a", 1]]},
    ),
    *({"array": "<f8", "shape": [0], "bytes": ""}, {"array": "<f8", "shape": [1], "bytes": "AAAAAAAA8H8="}),
    *(
        {"array": "<c16", "shape": [], "bytes": "AAAAAAAA8H8AAAAAAADwfw=="},
        {"array": "<U1", "shape": [1], "bytes": "YQAAAA=="},
    ),
    *(
        {"scalar": "|b1", "bytes": "AQ=="},
        {"scalar": "<f2", "bytes": "AHw="},
        {"integer": "0x" + "f" * 1000},
        {"complex": [1, 2]},
    ),
    *("returned", "raised", "stuck", "exited", "too large", {"stuck": {}}, {"returned": {"dict": [["slope", 7]]}}),
    *([[1, 2], [3]], ["x"] * 3000, "y" * 5000, {"kind": "E" * 300, "message": "m" * 3000, "operands": {"x": [1] * 70}}),
]


def garbled(message: Any, chance: random.Random) -> Any:
    """Return a message with one part replaced, doubled, renamed or left out."""
    message = copy.deepcopy(message)
    holders = list(_holders(message))
    if not holders or chance.random() < 0.05:
        return chance.choice(JSON)
    holder = chance.choice(holders)
    key = chance.choice(sorted(holder) if isinstance(holder, dict) else range(len(holder)))
    kind = chance.randrange(6)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))
    elif kind == 1:
        holder[chance.choice(["returned", "raised", "stuck", "kept", "array", "shape", "x"])] = holder.pop(key)
    else:
        holder[key] = copy.deepcopy(chance.choice(JSON))
    return message


def _holders(message: Any) -> Iterator[Any]:
    if isinstance(message, dict | list) and message:
        yield message
        for part in message.values() if isinstance(message, dict) else message:
            yield from _holders(part)


@often
@given(randomly)
def test_whatever_an_attempt_sends_there_is_a_verdict(chance: random.Random) -> None:
    about = chance.choice(sorted(recorded()))
    messages = list(recorded()[about])
    exercise = find_exercise(ROOT, about.split(",")[0])
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(1, len(messages))
        messages[at] = garbled(messages[at], chance)
    judge = Judge(ROOT, seed=SEED, limits=Limits(seconds=5.0), starters=Always(Replayed(messages)))
    verdict = judge.check(exercise, text=Reference.read(exercise.reference).solved_text)
    assert_is_for_a_learner(verdict)
