"""Code that means harm, or behaves as if it did: the judge says what happened, and the next attempt is as ever."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from workbook.attempt import Attempt, Attempts, AttemptStoppedError, Limits, Opaque, Raised, Returned, Stopped
from workbook.starting.starters import Starters

FILE = "exercises/answer.py"
SHORT = Limits(seconds=1.0, memory_bytes=2**29, file_bytes=2**22, processes=24)

FORGE = """
import json, os
def send(text, size=None):
    content = text.encode()
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, (len(content) if size is None else size).to_bytes(4, "big") + content)
        except OSError:
            pass
"""

STOPPED = {
    "an endless loop": ("time", "while True: pass"),
    "an endless generator": ("time", "import itertools\nfor step in itertools.count(): pass"),
    "a loop in C code": ("time", "import collections, itertools\ncollections.deque(itertools.count(), maxlen=0)"),
    "a regular expression without end": ("time", "import re\nre.match('(a+)+$', 'a' * 60 + 'b')"),
    "a loop in __del__": ("time", "class A:\n    def __del__(self):\n        while True: pass\nA()"),
    "a loop that swallows exceptions": ("time", "while True:\n    try: 1 / 0\n    except BaseException: pass"),
    "a sleep": ("time", "import time\ntime.sleep(3600)"),
    "a lock taken twice": ("time", "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()"),
    "every signal ignored": (
        "time",
        "import signal\nfor number in range(1, 65):\n    try: signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError): pass\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\nwhile True: pass",
    ),
    "an exception whose text never ends": (
        "time",
        "class Error(Exception):\n    def __str__(self):\n        while True: pass\nraise Error",
    ),
    "sys.exit": ("ended early", "import sys\nsys.exit(0)"),
    "os._exit": ("ended early", "import os\nos._exit(0)"),
    "os.abort": ("ended early", "import os\nos.abort()"),
    "every descriptor closed": ("ended early", "import os\nos.closerange(0, 256)"),
    "another program in its place": ("ended early", "import os\nos.execv('/bin/true', ['true'])"),
    "a crash of the interpreter": ("ended early", "import ctypes\nctypes.string_at(8)"),
    "output without end": ("output", "import os\nwhile True:\n    os.write(1, b'x' * 2**20)"),
    "output without end on standard error": ("output", "import sys\nwhile True:\n    sys.stderr.write('x' * 2**20)"),
    "output without end, its error swallowed": (
        "output",
        "import os\nwhile True:\n    try: os.write(1, b'x' * 2**20)\n    except OSError: pass",
    ),
    "a forged answer that is no JSON": ("garbled", FORGE + "send('}{')"),
    "a forged answer to another question": ("garbled", FORGE + 'send(\'{"question": 99, "returned": null}\')'),
    "a forged answer that is no value": ("garbled", FORGE + 'send(\'{"question": 1, "returned": {"a": 1}}\')'),
    "a forged answer nested too deep": ("garbled", FORGE + "send('[' * 100000)"),
    "a forged number of too many digits": ("garbled", FORGE + "send('1' * 10**6)"),
    "a forged message too long to read": ("garbled", FORGE + "send('', 2**31)"),
    "half a forged message": ("time", FORGE + "send('{', 100)\nwhile True: pass"),
    "wide and deep, and forged": ("garbled", FORGE + "send('[' * 20 + '{}' + ']' * 20)"),
}

RAISED = {
    "input": ("EOFError", "input()"),
    "deep recursion": ("RecursionError", "def f(x): return f(x)\nf(1)"),
    "a memory bomb in a list": ("MemoryError", "x = []\nwhile True: x.append(bytearray(10**7))"),
    "a memory bomb in NumPy": ("MemoryError", "import numpy\nnumpy.ones(10**12)"),
    "a memory bomb in a text": ("MemoryError", "x = 'x'\nwhile True: x += x"),
    "an exception whose text is one more": (
        "Error",
        "class Error(Exception):\n    def __str__(self): raise Error\nraise Error",
    ),
    "an exception with a very long name": ("E" * 200, "raise type('E' * 10**6, (Exception,), {})('x' * 10**7)"),
    "a null byte": ("SyntaxError", "x = 1\0"),
    "brackets nested too deep": ("SyntaxError", "(" * 500),
    "KeyboardInterrupt": ("KeyboardInterrupt", "raise KeyboardInterrupt"),
    "an import of the reference": ("ModuleNotFoundError", "import reference"),
    "an import of the judge": ("ModuleNotFoundError", "import tests"),
}

HARMLESS = {
    "a thread that never ends": "import threading\nthreading.Thread(target=lambda: [0 for _ in iter(int, 1)]).start()",
    "a loop at exit": "import atexit\natexit.register(lambda: [0 for _ in iter(int, 1)])",
    "a fork that runs on": "import os\nos.fork()",
    "print replaced": "import builtins, sys\nbuiltins.print = sys.stdout = sys.stderr = None",
    "json replaced": "import json\njson.dumps = json.JSONEncoder = json.encoder.c_make_encoder = None",
    "modules forgotten": "import sys\nsys.modules.clear()",
    "another folder": "import os\nos.chdir('/')",
    "another locale, error state and way of printing": (
        "import locale, numpy\nlocale.setlocale(locale.LC_ALL, 'C')\nnumpy.seterr(all='raise')\n"
        "numpy.set_printoptions(precision=1)\nnumpy.random.seed(0)"
    ),
    "a flood of warnings": "import warnings\nfor i in range(10**4): warnings.warn(str(i))",
    "the process group killed": "import os, signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nos.killpg(0, 15)",
}


def is_as_ever(attempts: Attempts) -> bool:
    """Whether a next attempt, of someone honest, is answered as if nothing had been."""
    with attempts.start() as attempt:
        ran = attempt.run("import numpy\nslope = numpy.arange(3).sum()", FILE, {})
        return ran == Returned(None) and attempt.values(["slope"]) == {"slope": 3}


@pytest.mark.parametrize("case", STOPPED)
def test_what_is_stopped(usual: Attempts, case: str) -> None:
    reason, source = STOPPED[case]
    with usual.start(limits=SHORT) as attempt:
        reply = attempt.run(source, FILE, {})
        assert isinstance(reply, Stopped)
        assert reply.reason == reason
        assert attempt.call("anything") == reply
        with pytest.raises(AttemptStoppedError):
            attempt.values(["x"])
    assert is_as_ever(usual)


@pytest.mark.parametrize("case", ["a loop in C code", "os._exit", "every descriptor closed", "output without end"])
def test_what_is_stopped_in_every_way_of_starting(attempts: Attempts, case: str) -> None:
    test_what_is_stopped(attempts, case)


@pytest.mark.parametrize("case", RAISED)
def test_what_is_an_exception_like_any_other(usual: Attempts, case: str) -> None:
    kind, source = RAISED[case]
    with usual.start(limits=replace(SHORT, seconds=20.0)) as attempt:
        reply = attempt.run(source, FILE, {})
        assert isinstance(reply, Raised)
        assert reply.kind == kind
        assert len(reply.message) <= 2_000
        assert attempt.run("x = 1", FILE, {}) == Returned(None)
    assert is_as_ever(usual)


@pytest.mark.parametrize("case", HARMLESS)
def test_what_changes_nothing_that_matters(usual: Attempts, case: str) -> None:
    with usual.start(limits=replace(SHORT, seconds=20.0)) as attempt:
        assert attempt.run(f"slope = 14\n{HARMLESS[case]}", FILE, {}) == Returned(None)
        assert attempt.values(["slope"]) == {"slope": 14}
    assert is_as_ever(usual)


def test_what_pretends_to_be_a_value_is_opaque(attempt: Attempt) -> None:
    source = """
import numpy as np
class Always:
    __eq__ = __ge__ = __le__ = lambda self, other: True
    __hash__ = object.__hash__
    def __repr__(self): return "7"
class Seven(float): pass
class Weights(np.ndarray): pass
class Name(str): pass
class Items(list): pass
always, seven, name, items = Always(), Seven(1), Name("x"), Items([1])
weights = np.ones(3).view(Weights)
objects = np.array([Always(), 1], dtype=object)
within = [1, Always()]
"""
    assert attempt.run(source, FILE, {}) == Returned(None)
    values = attempt.values(["always", "seven", "name", "items", "weights", "objects", "within"])
    within = values.pop("within")
    values["within"] = within[1]
    assert all(type(value) is Opaque for value in values.values())
    types = {name: (value.type_name, value.base) for name, value in values.items()}
    assert types == {
        "always": ("Always", None),
        "seven": ("Seven", "float"),
        "name": ("Name", "str"),
        "items": ("Items", "list"),
        "weights": ("Weights", "ndarray"),
        "objects": ("ndarray", "ndarray"),
        "within": ("Always", None),
    }


def test_values_too_large_or_too_deep_do_not_travel(attempt: Attempt) -> None:
    source = """
import numpy as np
deep = []
for _ in range(100_000):
    deep = [deep]
cycle = []
cycle.append(cycle)
wide = []
for _ in range(60):
    wide = [wide, wide]
number = 10**100_000
text = "x" * 10**7
many = list(range(10**6))
array = np.zeros(10**8, dtype=np.int8)
steps = (step for step in range(3))
small = 7
"""
    assert attempt.run(source, FILE, {}) == Returned(None)
    names = ["deep", "cycle", "wide", "number", "text", "many", "array", "steps", "small"]
    values = attempt.values(names)
    assert values.pop("small") == 7
    for nested in ("deep", "cycle"):
        value, depth = values.pop(nested), 0
        while type(value) is list:
            (value,) = value
            depth += 1
        assert type(value) is Opaque
        assert depth < 100
    assert {name: type(value) for name, value in values.items()} == dict.fromkeys(values, Opaque)
    assert values["array"].summary == "too large to look at: an array of shape (100000000,)"


def test_an_answer_that_is_too_large_stops_the_attempt(attempt: Attempt) -> None:
    attempt.run("import numpy\ndef f(): return numpy.zeros(10**8)", FILE, {})
    reply = attempt.call("f")
    assert isinstance(reply, Stopped)
    assert (reply.reason, reply.detail) == ("too large", "an array of shape (100000000,)")


def test_a_text_that_cannot_be_printed_arrives_as_one_that_can(attempt: Attempt) -> None:
    attempt.run("text = 'a\\ud800b'\nraise ValueError(text)", FILE, {})
    assert attempt.values(["text"]) == {"text": "a?b"}


def test_an_attempt_that_ends_later_is_noticed(attempts: Attempts) -> None:
    source = """
import os, threading
go = threading.Event()
threading.Thread(target=lambda: go.wait() and os._exit(5)).start()
def wait(): threading.Event().wait()
"""
    with attempts.start() as attempt:
        assert attempt.run(source, FILE, {}) == Returned(None)
        attempt.method(attempt.values(["go"])["go"], "set")
        reply = attempt.call("wait")
        assert isinstance(reply, Stopped)
        assert (reply.reason, reply.detail) == ("ended early", "exit status 5")
        with pytest.raises(AttemptStoppedError) as caught:
            attempt.values(["go"])
        assert caught.value.stopped == reply


def test_a_question_that_nobody_reads_is_stopped(usual: Attempts) -> None:
    with usual.start(limits=SHORT) as attempt:
        attempt.run("import os\nread, write = os.pipe()\nos.dup2(read, 3)", FILE, {})
        reply = attempt.call("f", np.zeros(10**6))
        assert isinstance(reply, Stopped)
        assert reply.reason in ("time", "ended early")


def test_a_library_beside_the_answer_is_not_imported(attempts: Attempts, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "numpy.py").write_text("raise SystemExit('mine')")
    (tmp_path / "statistics.py").write_text("raise SystemExit('mine')")
    monkeypatch.chdir(tmp_path)
    with Attempts(starters=Starters(start=attempts._starters.start)) as beside, beside.start() as attempt:
        ran = attempt.run("import numpy, statistics", str(tmp_path / "answer.py"), {})
        assert ran == Returned(None)


def test_no_process_outlives_its_attempt(isolated: Attempts) -> None:
    source = """
import os, signal, time
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            for number in (1, 2, 15):
                signal.signal(number, signal.SIG_IGN)
            time.sleep(3600)
        os._exit(0)
"""
    with isolated.start() as attempt, attempt._channel.dup() as channel:
        assert attempt.run(source, FILE, {}) == Returned(None)
        attempt.close()
        channel.settimeout(20)
        assert channel.recv(1) == b""  # whoever had survived would hold the other end


def test_a_fork_bomb_meets_its_limit(isolated: Attempts) -> None:
    with isolated.start(limits=SHORT) as attempt:
        reply = attempt.run("import os\nwhile True:\n    os.fork()", FILE, {})
        assert isinstance(reply, Raised)
        assert (reply.kind, reply.line) == ("BlockingIOError", 3)
    assert is_as_ever(isolated)


def test_everyone_killed_is_only_oneself(isolated: Attempts) -> None:
    with isolated.start() as attempt:
        source = "import os, signal\nfor process in (-1, os.getppid()):\n    try: os.kill(process, signal.SIGKILL)\n"
        reply = attempt.run(source + "    except OSError: pass", FILE, {})
        assert reply == Returned(None)
    assert is_as_ever(isolated)


def test_nothing_of_the_workbook_can_be_read(isolated: Attempts) -> None:
    home = Path(__file__).parents[2]
    source = """
import os
from workbook import load
readable = []
for path in load("paths"):
    try:
        os.listdir(path) if not path.endswith(".py") else open(path)
    except OSError:
        continue
    readable.append(path)
"""
    names = ["reference", "checks", "exercises", "tests", "data", "workbook", "workbook/attempt/attempts.py"]
    paths = [str(home / name) for name in names]
    with isolated.start() as attempt:
        assert attempt.run(source, FILE, {"paths": {"paths": paths}}) == Returned(None)
        assert attempt.values(["readable"]) == {"readable": []}


def test_a_folder_among_the_libraries_can_be_hidden(isolated: Attempts) -> None:
    hidden = Path(pytest.__file__).parent
    with Attempts(starters=Starters(hidden=[hidden])) as hiding:
        for attempts, there in ((hiding, False), (isolated, True)):
            with attempts.start() as attempt:
                assert isinstance(attempt.run("from pytest import fixture", FILE, {}), Returned if there else Raised)


def test_nothing_can_be_written_but_in_the_folder(isolated: Attempts) -> None:
    source = """
import os, sys, sysconfig
written = []
for folder in ("/", "/etc", "/usr/lib", "/dev", "/proc/sys/kernel", sys.prefix, sysconfig.get_path("purelib"), "."):
    try:
        with open(os.path.join(folder, "mine"), "w"):
            written.append(folder)
    except OSError:
        pass
"""
    with isolated.start() as attempt:
        assert attempt.run(source, FILE, {}) == Returned(None)
        assert attempt.values(["written"]) == {"written": ["."]}
    with isolated.start() as attempt:
        attempt.run("import os\nleft = os.listdir('.')", FILE, {})
        assert attempt.values(["left"]) == {"left": []}
