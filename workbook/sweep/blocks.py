"""How a sweep is cut into blocks: pieces that are trained at once, and kept once they are."""

from __future__ import annotations

import math

from workbook.sweep.settings import Settings

# Networks in a block. On a CPU that is as much data as its caches hold; a GPU needs far more to be busy.
NETWORKS_AT_ONCE = {"CPU": 10_500, "GPU": 1_050_000}

# Points times epochs times networks in a block. On two cores that is two seconds: as long as Ctrl-C may have to wait,
# and as much as is lost with a worker. A GPU does a hundred times as many in that time.
UPDATES_AT_ONCE = {"CPU": 4_000_000_000, "GPU": 400_000_000_000}

# Arrays of (points, networks) in float32 that exist side by side while a block is drawn, trained and measured.
ARRAYS_AT_ONCE = 15


def cut(settings: Settings, device_kind: str) -> list[range]:
    """Cut the repeats of a sweep into blocks of one size, by what the device bears; a repeat is never cut.

    The last block may reach beyond the last repeat: one of another size would have to be compiled anew.
    """
    networks = min(NETWORKS_AT_ONCE[device_kind], UPDATES_AT_ONCE[device_kind] // (settings.points * settings.epochs))
    most = max(1, networks // settings.steps)
    size = math.ceil(settings.repeats / math.ceil(settings.repeats / most))
    return [range(first, first + size) for first in range(0, settings.repeats, size)]


def memory(settings: Settings, block: range) -> int:
    """About how many bytes a block takes, beside what the backend takes to be there at all."""
    return ARRAYS_AT_ONCE * 4 * settings.points * settings.steps * len(block)
