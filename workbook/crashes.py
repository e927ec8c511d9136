"""Sentences for exceptions: what Python says, in the learner's words."""

from __future__ import annotations

import re

import numpy as np

from workbook.attempt import Raised
from workbook.words import cut

_OTHER_ARGUMENTS = "the function that is called here cannot use what it is given: are the arguments in the right order?"
_AXIS = re.compile(r"axis|scalar index|interpreted as an integer")
_OF_TWO = {"max": "larger", "min": "smaller"}
_NUMBER_OF_ARGUMENTS = re.compile(r"(\w+)\(\) takes ([\w ]+?) positional arguments? but (\d+) (?:was|were) given")
_NOT_CALLED = re.compile(r"\.[a-z]\w*(?![\w(.])")
_STACKS = re.compile(r"\bnp\.(array|column_stack|vstack|hstack|concatenate|stack)\(")
_TWO_SHAPES = re.compile(r"shapes (\([\d, ]+\)) (\([\d, ]+\))")


def crash(reply: Raised, code: str = "") -> tuple[str, str | None]:
    """Return the words for an exception, and the name that they are about; `code` is the learner's line."""
    suggestion = f". Did you mean `{reply.suggestion}`?" if reply.suggestion else ""
    message = cut(reply.message.strip().splitlines()[0]) if reply.message.strip() else ""
    match reply.kind:
        case "NameError" if reply.name == "np":
            return "it is used, but NumPy is not imported. Put `import numpy as np` at the top", "np"
        case "NameError" if reply.name in np.__all__:
            return f"this function is NumPy's: write `np.{reply.name}`", reply.name
        case "NameError":
            return f"no variable or function of this name has been set{suggestion}", reply.name
        case "UnboundLocalError":
            return "it is used inside the function before the function sets it", reply.name or _quoted_name(message)
        case "AttributeError" if "'NoneType'" in message and reply.name == "append":
            return "the list has become None: `append` changes the list itself, so its result is not to be stored", None
        case "AttributeError" if "'NoneType'" in message:
            return f"this is None, which has no `.{reply.name}`: what made it came to its end without a result", None
        case "AttributeError" if "Tensor" in message:
            return f"a tensor has no `.{reply.name}`; `predict_on_batch` gives a NumPy array", None
        case "AttributeError":
            owner = _owner(message)
            return f"{owner} has no `.{reply.name}`{suggestion}", None
        case "KeyError":
            return f"there is no key {message}{suggestion}", None
        case "ModuleNotFoundError":
            return f"there is no package `{reply.name}` here{suggestion}", None
        case "ImportError":
            return f"{message}{suggestion}", None
        case "ZeroDivisionError":
            return "it divides by zero", None
        case "IndexError" if "out of" in message:
            return f"the index is outside: {message}", None
        case "IndexError" if "only integers" in message and "[" not in code:
            return _OTHER_ARGUMENTS, None
        case "IndexError" if "only integers" in message:
            return "an index should be a whole number or a slice; here it is something else", None
        case "RecursionError":
            return "a function calls itself again and again, without an end", None
        case "MemoryError":
            return "it asks for more memory than an answer may use", None
        case "RuntimeError" if "can't start new thread" in message:
            return "it starts more threads than an answer may have", None
        case "BlockingIOError" if "temporarily unavailable" in message:
            return "it starts more processes than an answer may have", None
        case "OSError" if "File too large" in message:
            return "it writes a larger file than an answer may write", None
        case "BdbQuit":
            return "`breakpoint()` waits for someone to type, and a check has nobody. Take it out", None
        case "KeyboardInterrupt":
            return "your code raises `KeyboardInterrupt`, as Ctrl-C does, and a check has nobody to press it", None
        case "EOFError" if "EOF when reading" in message:
            return "`input()` waits for someone to type, and a check has nobody. Take the values that are given", None
        case "DataError":
            return message, None
        case "UFuncTypeError" | "_UFuncOutputCastingError":
            name = next(iter(reply.operands), None)
            what = f"`{name}` holds" if name else "the array holds"
            return f"{what} whole numbers, and cannot be changed in place to fractions. Write `x = x - ...`", name
        case "ValueError" if "truth value of an array" in message:
            return _of_an_array(code), None
        case "ValueError" if "inhomogeneous" in message:
            return "the parts of this array differ in shape: one is a number, another an array", None
        case "TypeError" if "bitwise_xor" in message or "for ^" in message:
            return "`^` is no power in Python; a square is `**2`", None
        case "OverflowError":
            return "the numbers grow beyond what Python can hold: each step goes further than the one before", None
        case "TypeError" if "indices must be integers" in message:
            return f"a name in quotes is a key of a dictionary, and this is a {message.split(' ')[0]}", None
        case "TypeError" if "'function' object is not subscriptable" in message:
            return "this is a function: call it, with brackets, before you take a part of its result", None
        case "TypeError" if "object is not iterable" in message and (match := re.search(r"\b(max|min)\(", code)):
            return f"`{match[1]}` compares two numbers or more; here it gets one alone", None
        case "AxisError" | "TypeError" if (match := re.search(r"\bnp\.(max|min)\(", code)) and _AXIS.search(message):
            both = f"write `{match[1]}(a, b)` for numbers, `np.{match[1]}imum(a, b)` for arrays"
            return f"`np.{match[1]}` looks at one array alone; for the {_OF_TWO[match[1]]} of two {both}", None
        case "TypeError" if "data type" in message and not _STACKS.search(code):
            return "a shape is one value: put brackets around its numbers, as in `(50, 1)`", None
        case "TypeError" if "data type" in message or (_NUMBER_OF_ARGUMENTS.search(message) and _STACKS.search(code)):
            return "the values belong together: put square brackets around them, as in `np.array([a, b])`", None
        case "TypeError" if "cannot be interpreted as an integer" in message and "range(" not in code:
            return _OTHER_ARGUMENTS, None
        case "TypeError" if match := re.search(r"unsupported format string passed to (\w+)", message):
            return f"this prints a number, and here it gets `{match[1]}`", None
        case "ValueError" if "setting an array element with a sequence" in message:
            return "one place of an array takes one number, and here it gets more than one", None
        case "ValueError" if "not a valid value for scale" in message:
            return 'there is no scale of this name; the logarithmic one is called "log"', None
        case "NotImplementedError" if "symbolic" in message:
            return "NumPy cannot be used inside a loss or a layer: take the functions of `keras.ops`", None
        case "TypeError" if "object is not iterable" in message:
            return f"a loop needs something to go through, such as `range(...)`; here it gets {_owner(message)}", None
        case "TypeError" if match := _NUMBER_OF_ARGUMENTS.search(message):
            return f"`{match[1]}` takes {match[2]} arguments, and here it gets {match[3]}", None
        case "TypeError" if match := _MISSING_ARGUMENT.search(message):
            return f"`{match[1]}` is called without its argument {match[2]}".replace("'", "`"), None
        case "TypeError" if "function_or_method" in message and _NOT_CALLED.search(code):
            return "a method has to be called: put brackets behind its name, as in `.sum()`", None
        case "TypeError" if "operand" in message and "function" in message:
            return "one of these values is a function: call it, with brackets, or use another name", None
        case "ValueError" | "TypeError" if reply.operands and _is_misfit(message):
            return _misfit(reply), None
    kind = cut(reply.kind)
    return (f"{kind}: {message}{suggestion}" if message else kind), None


def _of_an_array(code: str) -> str:
    """What takes a single number in a line, and gets an array."""
    if re.search(r"==|!=", code):
        return "this compares two arrays, entry by entry; `np.allclose(a, b)` tells whether all are equal"
    if re.search(r"\b(max|min|if|while|and|or|not)\b", code):
        return "`max`, `min`, `if` and `and` take single numbers, but this is an array; use `np.maximum` for arrays"
    return "the function that is called here takes single numbers, but gets an array"


_MISSING_ARGUMENT = re.compile(r"(\w+)\(\) missing \d+ required positional arguments?: (.+)")


def _quoted_name(message: str) -> str | None:
    match = re.search(r"'(\w+)'", message)
    return match[1] if match else None


def _owner(message: str) -> str:
    """Whose attribute is missing, from Python's message."""
    kinds = {
        "numpy.ndarray": "a NumPy array",
        "list": "a list",
        "tuple": "a tuple",
        "dict": "a dictionary",
        "int": "a number",
        "float": "a number",
        "str": "a text",
        "NoneType": "None",
        "function": "a function",
    }
    match = re.match(r"(?:module )?'([^']+)'", message)
    if match is None:
        return "this"
    return kinds.get(match[1], f"`{match[1]}`")


def _is_misfit(message: str) -> bool:
    return any(
        part in message for part in ("broadcast", "shapes", "matmul", "operand type", "mismatch", "can't multiply")
    )


def _misfit(reply: Raised) -> str:
    """What does not fit together in an operation, with names and shapes."""
    shapes = {name: what for name, what in reply.operands.items() if isinstance(what, tuple)}
    if len(shapes) >= 2 and ("broadcast" in reply.message or "shape" in reply.message or "matmul" in reply.message):
        described = " and ".join(f"`{name}` has shape {shape}" for name, shape in list(shapes.items())[:3])
        return f"these do not fit together: {described}"
    if match := _TWO_SHAPES.search(reply.message):
        return f"shapes {match[1]} and {match[2]} do not fit together"
    described = " and ".join(
        f"`{name}` {f'has shape {what}' if isinstance(what, tuple) else f'is of type {what}'}"
        for name, what in list(reply.operands.items())[:3]
    )
    return f"these cannot be combined: {described}"
