"""Sentences for what can go wrong before there is a value to judge: no Python, or a limit."""

from __future__ import annotations

import ast
from typing import TypeGuard

from workbook.attempt import Stopped
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
    words = _SYNTAX.get(message.split(" (")[0], cut(message))
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


def cut(text: str) -> str:
    """A text of the learner's as far as a sentence can hold it."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " ..."


def returns_nothing(definition: ast.FunctionDef | None) -> str:
    """Words for a function that returns None: it may print in place of returning, or have no `return` at all."""
    inside = list(ast.walk(definition)) if definition else []
    returned = [node.value for node in inside if isinstance(node, ast.Return) and node.value is not None]
    if any(isinstance(value, ast.Constant) and value.value is None for value in returned):
        return "the function returns None: put the result behind `return`"
    printed = next((value for value in returned if _is_print(value)), None)
    if printed is not None:
        result = ", ".join(map(ast.unparse, printed.args))
        return f"`print` shows the number and hands back None. Write `return {result}`"
    if returned:
        return "the function returns None: in some cases it ends before a `return` is reached"
    if any(map(_is_print, inside)):
        return "the function prints its result, but returns None: give it back with `return`"
    return "the function returns None: `return` is missing"


def _is_print(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
