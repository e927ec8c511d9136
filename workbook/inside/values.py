"""Values as plain JSON, both ways: what may travel between the judge and an attempt, and nothing else.

Types are taken exactly (``type(value) is float``, never ``isinstance``), so an object made to look like a number is
not one. Whatever has no plain form stays where it is and is *kept*: the attempt hands out a number for it.

==============================  =====================================================================
Python                          JSON
==============================  =====================================================================
None, bool, float, short int    itself (NaN and the infinities as Python's ``json`` writes them)
str, list                       itself
a longer int                    ``{"integer": hex}``
complex                         ``{"complex": [real, imaginary]}``
tuple                           ``{"tuple": [...]}``
dict                            ``{"dict": [[key, value], ...]}``
NumPy array                     ``{"array": dtype, "shape": [...], "bytes": base64}``
NumPy scalar                    ``{"scalar": dtype, "bytes": base64}``
anything else                   ``{"kept": number, ...}``
==============================  =====================================================================
"""

import base64
import binascii
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from workbook.inside.channel import GarbledError, TooLargeError

MAX_DEPTH = 24
MAX_ITEMS = 200_000
MAX_KEYS = 5_000
MAX_TEXT = 200_000
MAX_ARRAY_BYTES = 8 * 2**20
MAX_INTEGER_BITS = 4096

NUMBER_TYPES = frozenset(
    np.dtype(code).str for code in ("?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16")
)
SCALAR_TYPES = frozenset(np.dtype(code).type for code in NUMBER_TYPES)
KEY_TYPES = (str, int, float, bool, type(None))
_TEXT_TYPE = re.compile(r"<U\d{1,4}")
_HEX = re.compile(r"-?0x[0-9a-f]{1,1100}")
_LAST_CHARACTER = 0x10FFFF

Json = Any


def encode(value: object, keep: Callable[[object], Json]) -> Json:
    """Return ``value`` as JSON; ``keep`` says what stands for a value that has no plain form.

    Raises TooLargeError where it has more than MAX_ITEMS items, or a text or an array is too long.
    """
    return _Encoder(keep).encode(value, 0)


class _Encoder:
    def __init__(self, keep: Callable[[object], Json]) -> None:
        self.keep = keep
        self.room = MAX_ITEMS

    def encode(self, value: Any, depth: int) -> Json:
        self.room -= 1
        if self.room < 0:
            raise TooLargeError(f"more than {MAX_ITEMS} items")
        kind = type(value)
        if kind is type(None) or kind is bool or kind is float:
            return value
        if kind is int:
            return self._integer(value)
        if kind is str:
            if len(value) > MAX_TEXT:
                raise TooLargeError(f"a text of {len(value)} characters")
            return value
        if kind is complex:
            return {"complex": [value.real, value.imag]}
        if kind is np.ndarray:
            return self._array(value)
        if kind is list or kind is tuple or kind is dict:
            return self._container(value, depth)
        if kind in SCALAR_TYPES:
            return {"scalar": value.dtype.str, "bytes": _to_text(value.tobytes())}
        return self.keep(value)

    def _integer(self, value: int) -> Json:
        if -(2**63) <= value < 2**64:
            return value
        return {"integer": hex(value)} if value.bit_length() <= MAX_INTEGER_BITS else self.keep(value)

    def _array(self, value: np.ndarray) -> Json:
        native = value.dtype.newbyteorder("=")
        if native.str not in NUMBER_TYPES and not _TEXT_TYPE.fullmatch(native.str):
            return self.keep(value)
        if value.nbytes > MAX_ARRAY_BYTES:
            raise TooLargeError(f"an array of shape {value.shape}")
        content = value.astype(native, copy=False).tobytes()
        return {"array": native.str, "shape": list(value.shape), "bytes": _to_text(content)}

    def _container(self, value: Any, depth: int) -> Json:
        if depth >= MAX_DEPTH:
            return self.keep(value)
        if type(value) is dict:
            if len(value) > MAX_KEYS or not all(type(key) in KEY_TYPES or type(key) in SCALAR_TYPES for key in value):
                return self.keep(value)
            pairs = [[self.encode(key, depth + 1), self.encode(item, depth + 1)] for key, item in value.items()]
            return {"dict": pairs}
        items = [self.encode(item, depth + 1) for item in value]
        return items if type(value) is list else {"tuple": items}


def decode(message: Json, kept: Callable[[dict[str, Json]], object]) -> Any:
    """Return the value that ``message`` stands for; ``kept`` makes one of each ``{"kept": ...}``.

    Every part is checked, since an attempt may send anything. Raises GarbledError.
    """
    try:
        return _decode(message, kept, 0)
    except (TypeError, ValueError, OverflowError, KeyError, binascii.Error) as error:
        raise GarbledError(str(error)) from error


def _decode(message: Json, kept: Callable[[dict[str, Json]], object], depth: int) -> Any:
    if depth > MAX_DEPTH + 1:
        raise GarbledError("too deep")
    match message:
        case None | bool() | int() | float():
            return message
        case str():
            return printable(message)
        case list():
            return [_decode(item, kept, depth + 1) for item in message]
        case {"tuple": list(items), **rest} if not rest:
            return tuple(_decode(item, kept, depth + 1) for item in items)
        case {"dict": list(pairs), **rest} if not rest and len(pairs) <= MAX_KEYS:
            return {_key(_decode(key, kept, depth + 1)): _decode(item, kept, depth + 1) for key, item in pairs}
        case {"integer": str(digits), **rest} if not rest and _HEX.fullmatch(digits):
            return int(digits, 16)
        case {"complex": [int() | float() as real, int() | float() as imaginary], **rest} if not rest:
            return complex(real, imaginary)
        case {"array": str(code), "shape": list(shape), "bytes": str(content), **rest} if not rest:
            return _numbers(code, shape, content)
        case {"scalar": str(code), "bytes": str(content), **rest} if not rest:
            return _numbers(code, [], content)[()]
        case {"kept": _}:
            return kept(message)
    raise GarbledError("not a value")


def _key(key: Any) -> Any:
    if type(key) in KEY_TYPES or type(key) in SCALAR_TYPES:
        return key
    raise GarbledError("not a key")


def _numbers(code: str, shape: list[Json], content: str) -> np.ndarray:
    if code not in NUMBER_TYPES and not _TEXT_TYPE.fullmatch(code):
        raise GarbledError("not a type of array")
    if len(shape) > 32 or not all(type(size) is int and 0 <= size <= MAX_ARRAY_BYTES for size in shape):
        raise GarbledError("not a shape")
    raw = base64.b64decode(content, validate=True)
    kind = np.dtype(code)
    if len(raw) != math.prod(shape) * kind.itemsize or len(raw) > MAX_ARRAY_BYTES:
        raise GarbledError("not as many numbers as the shape says")
    if kind.kind == "b" and np.any(np.frombuffer(raw, np.uint8) > 1):
        raise GarbledError("neither True nor False")
    if kind.kind == "U" and np.any(np.frombuffer(raw, np.uint32) > _LAST_CHARACTER):
        raise GarbledError("not a character")
    if kind.itemsize == 0:
        return np.zeros(shape, kind)
    return np.frombuffer(raw, kind).reshape(shape).copy()


def printable(text: str) -> str:
    """Return ``text`` with what no terminal could print (half of a surrogate pair) replaced by a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _to_text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
