"""What the device can do at most, measured with JAX: what a copy moves, and how fast it multiplies and adds.

`python -m benchmarks.ceilings` prints bytes and float32 operations in a second, as a line of JSON.
"""

from __future__ import annotations

import json
import time

import jax
import jax.numpy as jnp

# Values to copy: 1 GiB on a GPU, out of reach of its caches; 128 MiB on a CPU, which needs not be given more.
VALUES = {"cpu": 2**25, "gpu": 2**28}
MULTIPLY_ADDS = 512
RUNS = 5


@jax.jit
def copy(values: jax.Array) -> jax.Array:
    """Read every value once, and write it once."""
    return values + 1


@jax.jit
def multiply_and_add(values: jax.Array) -> jax.Array:
    """Two operations for each value, again and again, without a look at memory in between."""
    total = values
    for _ in range(MULTIPLY_ADDS):
        total = total * values + values
    return total


def seconds(function: jax.stages.Wrapped, values: jax.Array) -> float:
    """The fastest of some runs, after one that compiles."""
    function(values).block_until_ready()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        function(values).block_until_ready()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    many = jnp.full(VALUES[jax.devices()[0].platform], 0.5, jnp.float32)
    few = many[: many.size // 16]
    print(
        json.dumps(
            {
                "bytes": 2 * many.nbytes / seconds(copy, many),
                "operations": 2 * MULTIPLY_ADDS * few.size / seconds(multiply_and_add, few),
            }
        )
    )
