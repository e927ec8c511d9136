"""What an attempt answers when the learner's code is honest."""

import math

import numpy as np

from workbook.attempt import Attempt, Opaque, Raised, Returned

FILE = "exercises/answer.py"


def values_of(attempt: Attempt, source: str, *names: str) -> dict[str, object]:
    assert attempt.run(source, FILE, {}) == Returned(None)
    return attempt.values(names)


def test_values_come_back_with_their_exact_types(attempt: Attempt) -> None:
    source = """
import numpy as np
truth, count, rate, word, nothing = True, 7, 0.25, "slope", None
wide, wave = 10**40, 1 + 2j
pair, items, table = (1, 2.0), [1, [2]], {"node_0": [1], 2: "two"}
matrix, names, flags = np.arange(6).reshape(2, 3).T, np.array(["a", "bc"]), np.array([True, False])
number, single = np.int64(7), np.float32(0.5)
"""
    names = ["truth", "count", "rate", "word", "nothing", "wide", "wave", "pair", "items", "table"]
    names += ["matrix", "names", "flags", "number", "single"]
    values = values_of(attempt, source, *names, "never_set")
    assert list(values) == names
    arrays = {name: values.pop(name) for name in ("matrix", "names", "flags")}
    assert values == {
        "truth": True,
        "count": 7,
        "rate": 0.25,
        "word": "slope",
        "nothing": None,
        "wide": 10**40,
        "wave": 1 + 2j,
        "pair": (1, 2.0),
        "items": [1, [2]],
        "table": {"node_0": [1], 2: "two"},
        "number": 7,
        "single": 0.5,
    }
    assert [type(values[name]) for name in ("truth", "count", "rate", "pair")] == [bool, int, float, tuple]
    assert [type(values[name]) for name in ("number", "single")] == [np.int64, np.float32]
    np.testing.assert_array_equal(arrays["matrix"], np.arange(6).reshape(2, 3).T, strict=True)
    np.testing.assert_array_equal(arrays["names"], np.array(["a", "bc"]), strict=True)
    np.testing.assert_array_equal(arrays["flags"], np.array([True, False]), strict=True)


def test_nan_and_the_infinities_survive(attempt: Attempt) -> None:
    values = values_of(attempt, "a, b, c = float('nan'), float('inf'), [-float('inf')]", "a", "b", "c")
    assert math.isnan(values.pop("a"))  # type: ignore[arg-type]
    assert values == {"b": math.inf, "c": [-math.inf]}


def test_load_answers_from_the_data_of_each_run(attempt: Attempt) -> None:
    source = "from workbook import load\nweights, target = load('one_customer')\ntotal = weights.sum() - target\n"
    for weights, total in ((np.array([1, 2]), 3), (np.array([0.5, -1.5]), -1.0)):
        assert attempt.run(source, FILE, {"one_customer": {"weights": weights, "target": 0}}) == Returned(None)
        assert attempt.values(["total"]) == {"total": total}


def test_each_run_has_a_fresh_namespace(attempt: Attempt) -> None:
    assert values_of(attempt, "first = 1", "first") == {"first": 1}
    assert values_of(attempt, "second = 2", "first", "second") == {"second": 2}


def test_functions_are_called_with_arrays_and_keywords(attempt: Attempt) -> None:
    attempt.run("def update(weights, slope, rate=1.0):\n    return weights - rate * slope\n", FILE, {})
    reply = attempt.call("update", np.array([1.0, 2.0]), np.array([10.0, 20.0]), rate=0.1)
    assert isinstance(reply, Returned)
    np.testing.assert_allclose(reply.value, [0.0, 0.0])


def test_a_value_without_a_plain_form_stays_and_can_be_used(attempt: Attempt) -> None:
    source = """
class Network:
    def __init__(self, weight):
        self.weight = weight
    def predict(self, value):
        return self.weight * value
def double(network):
    return Network(2 * network.weight)
network = Network(3)
"""
    network = values_of(attempt, source, "network")["network"]
    assert isinstance(network, Opaque)
    assert network.type_name == "Network"
    assert attempt.method(network, "predict", 2) == Returned(6)
    assert attempt.attribute(network, "weight") == Returned(3)
    doubled = attempt.call("double", network)
    assert isinstance(doubled, Returned)
    assert attempt.attribute(doubled.value, "weight") == Returned(6)


def test_printed_output_is_that_of_the_last_question(attempt: Attempt) -> None:
    attempt.run("import sys\nprint('preds: 7')\nprint('note', file=sys.stderr)\ndef f(): print('called')", FILE, {})
    assert attempt.printed == "preds: 7\nnote\n"
    attempt.call("f")
    assert attempt.printed == "called\n"


def test_the_modules_given_can_be_imported_and_no_others(attempt: Attempt) -> None:
    modules = {"workbook.earlier.relu": "from workbook.earlier.zero import ZERO\n", "workbook.earlier.zero": "ZERO = 0"}
    source = "from workbook.earlier.relu import ZERO"
    assert attempt.run(source, FILE, {}, modules) == Returned(None)
    assert attempt.values(["ZERO"]) == {"ZERO": 0}
    reply = attempt.run(source, FILE, {})
    assert isinstance(reply, Raised)
    assert reply.kind == "ModuleNotFoundError"


def raised(attempt: Attempt, source: str) -> Raised:
    reply = attempt.run(source, FILE, {})
    assert isinstance(reply, Raised)
    return reply


def test_a_misspelt_name_gets_the_near_one(attempt: Attempt) -> None:
    for source, name, suggestion in (
        ("learning_rate = 0.01\nprint(learing_rate)", "learing_rate", "learning_rate"),
        ("import numpy as np\nnp.summ([1])", "summ", "sum"),
        ("from numpy import meen\n", "meen", "mean"),
        ("\nimport nunpy", "nunpy", "numpy"),
        ("weights = {'node_0': 1}\nweights['node0']", "node0", "node_0"),
        ("x = 1\nqqqqqqq", "qqqqqqq", None),
    ):
        reply = raised(attempt, source)
        assert (reply.name, reply.suggestion) == (name, suggestion)


def test_a_broadcast_error_names_both_arrays_and_their_shapes(attempt: Attempt) -> None:
    source = """import numpy as np
weights = {"node_0": np.ones((2, 2))}
rows = np.ones(3)
other = np.ones(4)
hidden = other.sum() + (rows * weights["node_0"])
"""
    reply = raised(attempt, source)
    assert (reply.kind, reply.line) == ("ValueError", 5)
    assert reply.operands == {"rows": (3,), "weights['node_0']": (2, 2)}


def test_frames_are_the_learners_own(attempt: Attempt) -> None:
    source = """import numpy as np
def inner(a):
    return np.linalg.inv(a)
def outer():
    inner(np.zeros((2, 2)))
outer()
"""
    reply = raised(attempt, source)
    assert reply.frames == (("<module>", 6), ("outer", 5), ("inner", 3))
    assert (reply.kind, reply.message, reply.line) == ("LinAlgError", "Singular matrix", 3)


def test_a_syntax_error_has_line_column_and_text(attempt: Attempt) -> None:
    reply = raised(attempt, "x = 1\nprint(x\n")
    assert (reply.kind, reply.line, reply.column, reply.text) == ("SyntaxError", 2, 6, "print(x")


def test_a_function_that_is_not_there_is_a_name_error(attempt: Attempt) -> None:
    attempt.run("def get_eror(): pass", FILE, {})
    reply = attempt.call("get_error")
    assert isinstance(reply, Raised)
    assert (reply.kind, reply.name, reply.suggestion) == ("NameError", "get_error", "get_eror")


def test_input_finds_nothing_to_read(attempt: Attempt) -> None:
    assert raised(attempt, "name = input('name? ')").kind == "EOFError"


def test_figures_come_back_as_numbers_and_texts(attempts) -> None:  # type: ignore[no-untyped-def]
    source = """
import matplotlib.pyplot as plt
plt.plot([0, 1], [2, 3], "--", label="error")
plt.axhline(0.5)
plt.scatter([1, 2], [3, 4])
plt.title("Errors"); plt.xlabel("Iterations"); plt.ylabel("Mean Squared Error"); plt.yscale("log"); plt.legend()
plt.text(0, 0, "here")
plt.show()
plt.close()
plt.figure()
"""
    with attempts.start(("numpy", "matplotlib.pyplot")) as attempt:
        assert attempt.run(source, FILE, {}) == Returned(None)
        assert attempt.printed == ""
        drawn, empty = attempt.figures()
        assert empty.axes == ()
        (axes,) = drawn.axes
        assert (axes.title, axes.xlabel, axes.ylabel) == ("Errors", "Iterations", "Mean Squared Error")
        assert (axes.xscale, axes.yscale, axes.texts, axes.legend) == ("linear", "log", ("here",), ("error",))
        assert (axes.lines[0].label, axes.lines[0].style) == ("error", "--")
        np.testing.assert_array_equal(axes.lines[0].y, [2, 3])
        np.testing.assert_array_equal(axes.lines[1].y, [0.5, 0.5])
        np.testing.assert_array_equal(axes.points[0].offsets, [[1, 3], [2, 4]])
        attempt.run("x = 1", FILE, {})
        assert attempt.figures() == []
