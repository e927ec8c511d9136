"""Read what an attempt sent: every part is checked before anything is made of it. All raise GarbledError."""

import re
from typing import Any

import numpy as np

from workbook.attempt.replies import Axes, Figure, Line, Opaque, Points, Raised, Tensor
from workbook.inside.channel import GarbledError
from workbook.inside.values import Json, decode, printable

_MAX_TEXT = 4_000
_MAX_LIST = 2_000
_MAX_LINE = 2**31
_TRACED = re.compile(r'^  File "(.*)", line (\d{1,9}) in (.{1,200})$', re.MULTILINE)


def read_opaque(message: dict[str, Json]) -> Opaque | Tensor:
    """Read a value that stayed in the attempt."""
    handle, type_name = _number(message["kept"]), _text(message.get("type"))
    if "numbers" in message:
        array = decode(message["numbers"], _refuse)
        if type(array) is not np.ndarray:
            raise GarbledError("a tensor is an array")
        return Tensor(type_name, handle, array)
    base = message.get("base")
    return Opaque(
        type_name,
        handle,
        _text(message.get("summary")),
        None if base is None else _text(base),
        _text(message.get("module")),
    )


def read_raised(message: Json) -> Raised:
    """Read an exception."""
    content = _dict(message)
    return Raised(
        kind=_text(content.get("kind")),
        message=_text(content.get("message")),
        line=_optional_number(content.get("line")),
        name=_optional_text(content.get("name")),
        suggestion=_optional_text(content.get("suggestion")),
        frames=tuple(_frame(frame) for frame in _list(content.get("frames"))),
        operands={_text(name): _operand(value) for name, value in _dict(content.get("operands")).items()},
        column=_optional_number(content.get("column")),
        text=_optional_text(content.get("text")),
    )


def read_stuck(message: Json) -> dict[str, Any]:
    """Read where an attempt was when time ran out, as the fields of Stopped."""
    content = _dict(message)
    return {
        "line": _optional_number(content.get("line")),
        "loop_line": _optional_number(content.get("loop_line")),
        "function": _optional_text(content.get("function")),
        "locals": {_text(name): decode(value, _refuse) for name, value in _dict(content.get("locals")).items()},
    }


def read_exited(message: Json) -> dict[str, Any]:
    """Read how the learner's code ended Python, as the fields of Stopped."""
    detail, line = _list(message, 2)
    return {"detail": _text(detail), "line": _optional_number(line)}


def read_trace(trace: str, filename: str) -> dict[str, Any]:
    """Read where C code was called from in ``filename``, as the fields of Stopped."""
    for named, line, function in _TRACED.findall(trace):
        if named == filename:
            return {"line": int(line), "function": None if function == "<module>" else function}
    return {}


def read_figures(figures: Any) -> list[Figure]:
    """Read the figures of a run, whose values have been decoded already."""
    return [Figure(tuple(_axes(axes) for axes in _list(figure))) for figure in _list(figures)]


def _axes(axes: Any) -> Axes:
    content = _dict(axes)
    title, xlabel, ylabel, xscale, yscale = (
        _text(content.get(name)) for name in ("title", "xlabel", "ylabel", "xscale", "yscale")
    )
    return Axes(
        title,
        xlabel,
        ylabel,
        xscale,
        yscale,
        lines=tuple(_line(*_list(line, 4)) for line in _list(content.get("lines"))),
        points=tuple(_points(*_list(points, 2)) for points in _list(content.get("points"))),
        texts=tuple(_text(text) for text in _list(content.get("texts"))),
        legend=tuple(_text(text) for text in _list(content.get("legend"))),
    )


def _line(label: Any, x: Any, y: Any, style: Any) -> Line:
    return Line(_text(label), _floats(x, 1), _floats(y, 1), _text(style))


def _points(label: Any, offsets: Any) -> Points:
    return Points(_text(label), _floats(offsets, 2))


def _floats(value: Any, dimensions: int) -> np.ndarray:
    if type(value) is not np.ndarray or value.dtype != np.float64 or value.ndim != dimensions:
        raise GarbledError("not the numbers of a figure")
    return value


def _frame(frame: Json) -> tuple[str, int]:
    function, line = _list(frame, 2)
    return _text(function), _number(line)


def _operand(value: Json) -> tuple[int, ...] | str:
    return tuple(_number(size) for size in value) if type(value) is list and len(value) <= 64 else _text(value)


def _dict(value: Any) -> dict[str, Any]:
    if type(value) is not dict or len(value) > _MAX_LIST:
        raise GarbledError("not a dict")
    return value


def _list(value: Any, size: int | None = None) -> list[Any]:
    if type(value) is not list or len(value) > _MAX_LIST or (size is not None and len(value) != size):
        raise GarbledError("not a list")
    return value


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > _MAX_TEXT:
        raise GarbledError("not a text")
    return printable(value)


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MAX_LINE:
        raise GarbledError("not a number")
    return value


def _optional_text(value: Any) -> str | None:
    return None if value is None else _text(value)


def _optional_number(value: Any) -> int | None:
    return None if value is None else _number(value)


def _refuse(message: dict[str, Json]) -> object:
    raise GarbledError("a value that did not travel, where only plain ones may be")
