"""Sentences for what can go wrong before there is a value to judge: no Python, an exception, a limit."""

from __future__ import annotations

import re

import numpy as np

from workbook.attempt import Raised, Stopped
from workbook.compare import show

HEADLINE_WIDTH = 200

_LONGEST = 120
_BROKEN = "exit status 70"  # how an attempt ends that can no longer answer


def headline(words: str, name: str | None = None, line: int | None = None) -> str:
    """Return the sentence that the learner reads first: "`error`, line 14: words."."""
    place = f"`{name}`" if name else ""
    if line is not None:
        place = f"{place}, line {line}" if place else f"Line {line}"
    begins_with_file = "." in words.split(" ")[0]
    sentence = f"{place}: {words}" if place else words if begins_with_file else words[:1].upper() + words[1:]
    return sentence if sentence.endswith((".", "?", "!")) else sentence + "."


def syntax_error(error: SyntaxError) -> tuple[str, tuple[str, ...]]:
    """Return the headline for text that is not Python, and the line with a caret below it."""
    message = error.msg or "invalid syntax"
    words = _SYNTAX.get(message.split(" (")[0], _cut(message))
    shown = (error.text or "").rstrip("\n")
    if not shown.strip():
        return headline(f"this is not Python: {words}", line=error.lineno), ()
    column = max((error.offset or 1) - 1, 0)
    if len(shown) > HEADLINE_WIDTH:
        begin = max(0, column - _LONGEST // 2)
        shown, column = shown[begin : begin + _LONGEST], column - begin
    pointer = "".join(character if character == "\t" else " " for character in shown[:column]) + "^"
    return headline(f"this is not Python: {words}", line=error.lineno), (shown, pointer)


_SYNTAX = {
    "invalid syntax": "the mark below shows where Python no longer understands the line",
    "expected ':'": "a colon is missing",
    "unexpected indent": "the line is indented further than the one above it",
    "unindent does not match any outer indentation level": "the indentation fits none of the lines above",
    "inconsistent use of tabs and spaces in indentation": "tabs and spaces are mixed in the indentation; use spaces",
    "Exceeds the limit": "a number has more digits than Python reads",
    "source code string cannot contain null bytes": "the file holds a null byte, so it is not a text file",
}


def crash(reply: Raised) -> tuple[str, str | None]:
    """Return the words for an exception, and the name that they are about."""
    suggestion = f". Did you mean `{reply.suggestion}`?" if reply.suggestion else ""
    message = _cut(reply.message.strip().splitlines()[0]) if reply.message.strip() else ""
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
            text = "`max`, `min`, `if` and `and` take single numbers, but this is an array; use `np.maximum` for arrays"
            return text, None
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
        case "TypeError" if "object is not iterable" in message:
            return f"a loop needs something to go through, such as `range(...)`; here it gets {_owner(message)}", None
        case "TypeError" if match := _MISSING_ARGUMENT.search(message):
            return f"`{match[1]}` is called without its argument {match[2]}".replace("'", "`"), None
        case "TypeError" if "operand" in message and "function" in message:
            return "one of these values is a function: call it, with brackets, or use another name", None
        case "ValueError" | "TypeError" if reply.operands and _is_misfit(message):
            return _misfit(reply), None
    kind = _cut(reply.kind)
    return (f"{kind}: {message}{suggestion}" if message else kind), None


def stopped(reply: Stopped, is_while: bool) -> tuple[str, int | None]:
    """Return the words for an attempt that ran into a limit, and the learner's line; `is_while` tells of its loop."""
    seconds = f"{reply.seconds:.0f} second{'s' if round(reply.seconds) != 1 else ''}"
    values = " and ".join(f"{name} = {show(value, 30)}" for name, value in list(reply.locals.items())[:3])
    match reply.reason:
        case "time" if reply.loop_line is not None:
            stuck = f", with {values}" if values else ""
            ending = "the condition of this loop stays true" if is_while else "this loop does not come to its end"
            return f"{ending}: it was still running after {seconds}{stuck}", reply.loop_line
        case "time" if reply.line is not None:
            return f"this was still running after {seconds}, so it was stopped", reply.line
        case "time":
            return f"your code was still running after {seconds}, so it was stopped", None
        case "memory":
            return "your code asks for more memory than an answer may use, so it was stopped", reply.line
        case "output":
            return "your code prints without end, so it was stopped", reply.line
        case "ended early" if reply.detail.startswith("killed by"):
            return f"your code brings Python itself down ({reply.detail}), so nothing after that is run", reply.line
        case "ended early" if reply.detail == _BROKEN:
            return "your code replaces what Python needs itself (`len`, `type` ...): leave them as they are", reply.line
        case "ended early":
            how = f" ({reply.detail})" if reply.detail else ""
            return f"your code ends Python before its last line{how}. Take that call out", reply.line
        case "too large":
            return f"a value is too large to be checked{f': {reply.detail}' if reply.detail else ''}", reply.line
    return "your code disturbs the connection to its check, so it was stopped", reply.line


_MISSING_ARGUMENT = re.compile(r"(\w+)\(\) missing \d+ required positional arguments?: (.+)")


def _cut(text: str) -> str:
    """A text of the learner's as far as a sentence can hold it."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " ..."


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
    described = " and ".join(
        f"`{name}` {f'has shape {what}' if isinstance(what, tuple) else f'is of type {what}'}"
        for name, what in list(reply.operands.items())[:3]
    )
    return f"these cannot be combined: {described}"
