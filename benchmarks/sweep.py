"""The sweep side by side with what a user would pick instead: `python -m benchmarks.sweep`.

Every case runs in a process of its own, one after the other, on the same data, from the same starting weights, for the
same 500 updates; the losses of the first networks are compared, so that none wins by training less. `cold` is the first
run in a process, compiling included; `warm` is the fastest of the next ones. Neither holds the start of Python and the
import of libraries: the last lines do.

Run it on a machine that does nothing else. It needs no installation: the repository's root on PYTHONPATH will do.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import Any

from benchmarks.cases import Measurement, settings_for

# Case, what the table calls it, and the package that it needs.
CASES = (
    ("ours tensorflow", "workbook sweep, TensorFlow", "tensorflow"),
    ("ours jax", "workbook sweep, JAX", "jax"),
    ("ours torch", "workbook sweep, PyTorch", "torch"),
    ("vmap scan", "JAX vmap + scan, all at once", "jax"),
    ("vmap scan blocks", "JAX vmap + scan, in our blocks", "jax"),
    ("torch loop", "PyTorch, one by one", "torch"),
    ("batch loop", "Keras train_on_batch, one by one", "keras"),
    ("fit loop", "Keras fit, one by one", "keras"),
)
SIZES = (1_050, 10_500, 100_500)

# One update of a network in float32 operations, at the least: each point takes 6 to predict and compare (two products,
# two sums, ReLU, a difference) and 7 for its part in four gradients (a comparison, two products, four sums); then 12 go
# into scaling the gradients and into the step. In bytes: x and y of each point, read once.
OPERATIONS_A_POINT, OPERATIONS_A_NETWORK, BYTES_A_POINT = 13, 12, 8


@dataclass(frozen=True)
class Timing:
    """How long a case takes for `networks`, in seconds; `trained` of them were, and the rest is scaled up."""

    case: str
    name: str
    networks: int
    trained: int
    cold: float
    warm: float
    start: float
    losses: list[float]
    device: str

    @property
    def microseconds(self) -> float:
        """Warm, for one network."""
        return self.warm / self.networks * 1e6


def main() -> None:
    """Measure what is asked for, and print it as it comes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sweep", description="The sweep, side by side.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="networks: multiples of 21 or 20")
    parser.add_argument("--device", choices=("cpu", "gpu"), default="cpu")
    parser.add_argument("--cases", nargs="+", choices=[case for case, _, _ in CASES], help="default: all that can run")
    options = parser.parse_args()
    environment = os.environ | (
        {"CUDA_VISIBLE_DEVICES": "-1", "JAX_PLATFORMS": "cpu"} if options.device == "cpu" else {}
    )
    cases = [
        (case, name)
        for case, name, package in CASES
        if importlib.util.find_spec(package) and case in (options.cases or case)
    ]
    timings: list[Timing] = []
    for networks in options.sizes:
        print(f"\n{networks:,} networks, {settings_for(networks).epochs} updates each, on the {options.device.upper()}")
        print(f"  {'':36}{'cold s':>10}{'warm s':>12}{'us/network':>12}{'x ours':>10}{'loss differs':>14}")
        at_this_size: list[Timing] = []
        for case, name in cases:
            timing = _timing(case, name, networks, timings, environment)
            at_this_size.append(timing)
            print(_line(timing, at_this_size[0]), flush=True)
        timings += at_this_size
    print("\n(n): n networks were trained, and the time for all of them is scaled up from theirs.")
    for device in dict.fromkeys(timing.device for timing in timings):
        print(f"  {device}: {', '.join(dict.fromkeys(t.case for t in timings if t.device == device))}")
    if importlib.util.find_spec("jax"):
        _print_shares([timing for timing in timings if timing.trained == timing.networks], environment)
    if options.device == "cpu" and not options.cases:
        _print_whole_processes(timings, environment)


def _timing(case: str, name: str, networks: int, known: list[Timing], environment: dict[str, str]) -> Timing:
    """Time a case; one that was scaled up from a few networks at another size is scaled up again."""
    for other in known:
        if other.case == case and other.trained < other.networks:
            scale = networks / other.networks
            return Timing(
                case,
                name,
                networks,
                other.trained,
                other.cold * scale,
                other.warm * scale,
                other.start,
                [],
                other.device,
            )
    began = time.perf_counter()
    measured = Measurement(**_run(["-m", "benchmarks.cases", case, str(networks)], environment))
    start = time.perf_counter() - began - measured.seconds
    scale = networks / measured.networks
    cold = measured.cold if scale == 1 else measured.warm * scale
    return Timing(
        case, name, networks, measured.networks, cold, measured.warm * scale, start, measured.losses, measured.device
    )


def _run(arguments: list[str], environment: dict[str, str]) -> Any:
    done = subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _line(timing: Timing, first: Timing) -> str:
    scaled = f" ({timing.trained})" if timing.trained < timing.networks else ""
    differences = [abs(loss - other) for loss, other in zip(timing.losses, first.losses, strict=False)]
    return (
        f"  {timing.name + scaled:36}{timing.cold:10.2f}{timing.warm:12.4f}{timing.microseconds:12.1f}"
        f"{timing.warm / first.warm:10,.1f}{f'{max(differences):.0e}' if differences else '':>14}"
    )


def _print_shares(timings: list[Timing], environment: dict[str, str]) -> None:
    """What the arithmetic and the data alone would take, of what the device was measured to do at most."""
    ceilings = _run(["-m", "benchmarks.ceilings"], environment)
    print(
        f"\nCeilings, measured: {ceilings['operations'] / 1e9:,.0f} Gop/s of float32 arithmetic, "
        f"{ceilings['bytes'] / 1e9:,.0f} GB/s of copying"
    )
    print(f"  {'':36}{'networks':>10}{'networks/s':>14}{'Gop/s':>10}{'share':>8}{'GB/s':>10}{'share':>8}")
    for timing in timings:
        settings = settings_for(timing.networks)
        updates = timing.networks * settings.epochs / timing.warm
        operations = updates * (settings.points * OPERATIONS_A_POINT + OPERATIONS_A_NETWORK)
        moved = updates * settings.points * BYTES_A_POINT
        print(
            f"  {timing.name:36}{timing.networks:10,}{timing.networks / timing.warm:14,.0f}"
            f"{operations / 1e9:10,.1f}{operations / ceilings['operations']:8.1%}"
            f"{moved / 1e9:10,.1f}{moved / ceilings['bytes']:8.1%}"
        )
    print("  Bytes are x and y, read once an update; what fits into a cache can go beyond what a copy moves.")


def _print_whole_processes(timings: list[Timing], environment: dict[str, str]) -> None:
    """The command from start to end, figure and files included, against a whole process of the PyTorch loop."""
    networks = 1_050
    print(f"\nWhole processes, {networks:,} networks, seconds")
    for backend in dict.fromkeys(timing.case.split()[1] for timing in timings if timing.case.startswith("ours")):
        with tempfile.TemporaryDirectory() as folder:
            arguments = ["-m", "workbook.sweep", "--backend", backend, "--out", folder]
            began = time.perf_counter()
            subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
            print(f"  {'workbook sweep, ' + backend:36}{time.perf_counter() - began:10.1f}", flush=True)
    for timing in timings:
        if timing.case == "torch loop" and timing.networks == networks:
            print(f"  {timing.name + f' ({timing.trained})':36}{timing.start + timing.warm:10.1f}")


if __name__ == "__main__":
    main()
