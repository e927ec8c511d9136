"""What stops an attempt, and what is said of it."""

from workbook.attempt import Attempts, Limits, Raised, Returned, Stopped

FILE = "exercises/answer.py"
SHORT = Limits(seconds=0.5)


def stopped(attempts: Attempts, source: str, limits: Limits = SHORT) -> Stopped:
    with attempts.start(limits=limits) as attempt:
        reply = attempt.run(source, FILE, {})
        assert isinstance(reply, Stopped)
        assert attempt.run("x = 1", FILE, {}) == reply
        return reply


def test_an_endless_loop_gets_its_line_and_its_values(attempts: Attempts) -> None:
    source = """weight, goal = 0.5, 0.8
def learn(error):
    while error > 0:
        error = error * 1
    return error
learn(goal)
"""
    reply = stopped(attempts, source)
    assert (reply.reason, reply.function, reply.loop_line, dict(reply.locals)) == ("time", "learn", 3, {"error": 0.8})
    assert reply.line in (3, 4)


def test_a_loop_that_swallows_every_exception_is_stopped(attempts: Attempts) -> None:
    assert (
        stopped(attempts, "while True:\n    try:\n        1 / 0\n    except BaseException:\n        pass").reason
        == "time"
    )


def test_a_loop_in_c_code_gets_its_line_too(attempts: Attempts) -> None:
    with attempts.start(limits=SHORT) as attempt:
        reply = attempt.run("print('before')\ndef add():\n    return sum(range(10**12))\ntotal = add()", FILE, {})
        assert isinstance(reply, Stopped)
        assert (reply.reason, reply.line, reply.function) == ("time", 3, "add")
        assert (attempt.printed, attempt.printed_more) == ("before\n", 0)


def test_an_early_end_is_spelled_out(attempts: Attempts) -> None:
    for source, detail, line in (
        ("import sys\nsys.exit(0)", "sys.exit(0)", 2),
        ("exit()", "sys.exit()", 1),
        ("import os\nos._exit(0)", "exit status 0", None),
        ("import os\nos._exit(3)", "exit status 3", None),
    ):
        reply = stopped(attempts, source)
        assert (reply.reason, reply.detail, reply.line) == ("ended early", detail, line)


def test_a_crash_is_spelled_out(attempts: Attempts) -> None:
    reply = stopped(attempts, "import os\nos.abort()")
    assert reply.reason == "ended early"
    # The first process of a namespace cannot be sent SIGABRT: it dies of the instruction that comes next.
    assert reply.detail in ("killed by SIGABRT", "killed by SIGSEGV")


def test_too_much_memory_is_an_exception_with_a_line(attempts: Attempts) -> None:
    with attempts.start() as attempt:
        reply = attempt.run("x = []\nwhile True:\n    x.append(bytes(10**8))", FILE, {})
        assert isinstance(reply, Raised)
        assert (reply.kind, reply.line) == ("MemoryError", 3)


def test_output_is_kept_to_its_limit_and_the_rest_counted(attempts: Attempts) -> None:
    with attempts.start(limits=Limits(output_bytes=10)) as attempt:
        assert attempt.run("print('123456789012345')", FILE, {}) == Returned(None)
        assert (attempt.printed, attempt.printed_more) == ("1234567890", 6)


def test_output_without_end_is_stopped(attempts: Attempts) -> None:
    source = "while True:\n    print('x' * 10**6)"
    reply = stopped(attempts, source, Limits(file_bytes=2**22))
    assert (reply.reason, reply.line) == ("output", 2)


def test_deep_recursion_is_an_exception(attempts: Attempts) -> None:
    with attempts.start() as attempt:
        reply = attempt.run("def f(x):\n    return f(x)\nf(1)", FILE, {})
        assert isinstance(reply, Raised)
        assert (reply.kind, reply.line) == ("RecursionError", 2)
