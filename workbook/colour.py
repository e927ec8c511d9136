"""The colour of a status: on a terminal only, and never against NO_COLOR (https://no-color.org)."""

from __future__ import annotations

import os
from typing import TextIO

from workbook.verdict import Status

_RED, _GREEN, _YELLOW, _PLAIN = "\033[31m", "\033[32m", "\033[33m", "\033[0m"


def paint(text: str, status: Status | None, stream: TextIO) -> str:
    """Return `text` in the colour of a status, as far as `stream` shows colours."""
    if status is None or os.environ.get("NO_COLOR") or not stream.isatty():
        return text
    colour = {Status.PASSED: _GREEN, Status.TODO: _YELLOW}.get(status, _RED)
    return f"{colour}{text}{_PLAIN}"
