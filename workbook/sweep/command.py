"""The command `workbook sweep`: the experiment of chapter 4 at full size."""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import re
import sys
import time
from contextlib import AbstractContextManager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.places import WorkbookError
from workbook.sweep.settings import BACKENDS, Settings, read

if TYPE_CHECKING:
    from workbook.sweep.folder import Folder
    from workbook.sweep.summary import Summary
    from workbook.sweep.training import Workers

# Option, what stands for its value, what it means, its default. All are read as text, so that slips get lines of ours.
SETTINGS = (
    ("--slopes", "FROM:TO:STEPS", "the slopes m of y = m x + noise, evenly spaced", "-2:2:21"),
    ("--repeats", "N", "networks for each slope, each with new data", "50"),
    ("--epochs", "N", "full-batch updates of each network", "500"),
    ("--points", "N", "points that each network learns from", "50"),
    ("--noise", "SD", "standard deviation of the noise, in units of y", "0.5"),
    ("--learning-rate", "RATE", "learning rate of gradient descent", "0.05"),
    ("--seed", "N", "the same seed gives the same results on one backend", "0"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `workbook sweep` to a parser."""
    # argparse takes a value that begins with a dash, as -2:2:21 does, for an option unless this calls it a number.
    parser._negative_number_matcher = re.compile(r"-(\d|\.\d|inf|nan)")
    for name, value, meaning, default in SETTINGS:
        parser.add_argument(name, metavar=value, default=default, help=f"{meaning} (default: {default})")
    parser.add_argument(
        "--backend",
        metavar="|".join(BACKENDS),
        default=os.environ.get("KERAS_BACKEND", BACKENDS[0]),
        help=f"what Keras computes with (default: KERAS_BACKEND, else {BACKENDS[0]})",
    )
    parser.add_argument("--out", metavar="DIR", default="sweep", help="folder for the results (default: sweep)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="train on a dask.distributed cluster: tcp://HOST:PORT")


def run(options: argparse.Namespace) -> int:
    """Run a sweep, or continue it. Returns 0 once it is done, 1 if it was stopped or failed, 2 for bad settings."""
    status = 2
    try:
        settings = read(vars(options))
        _look_for_packages(settings.backend, options.scheduler)
        folder = _folder(options.out, settings)
        done = len(folder.done())
        before = f" {done:,} of {_many(settings.repeats, 'repeat')} are done already." if done else ""
        print(
            f"{_many(settings.networks, 'network')}: {settings.repeats:,} for each of {settings.steps:,} slopes from "
            f"{settings.first_slope:g} to {settings.last_slope:g}, {_many(settings.epochs, 'epoch')} each.{before}",
            flush=True,
        )
        if done < settings.repeats:
            with _workers(options.scheduler, settings.backend) as workers:
                status = 1  # the settings will do: whatever fails from here on is the sweep
                _train(folder, workers, done)
        status = 1
        _report(folder)
    except WorkbookError as error:
        print(f"workbook sweep: {error}", file=sys.stderr)
        return status
    except KeyboardInterrupt:
        print("workbook sweep: stopped. What is done is kept, and the same command continues.", file=sys.stderr)
        return 1
    return 0


def _look_for_packages(backend: str, scheduler: str | None) -> None:
    """Find out whether what the options ask for is installed, without importing it."""
    if scheduler is not None:
        if importlib.util.find_spec("distributed") is None:
            raise WorkbookError("--scheduler needs a package that is not installed: pip install distributed")
    elif importlib.util.find_spec(backend) is None:
        raise WorkbookError(f"--backend {backend} needs a package that is not installed: pip install {backend}")


def _folder(path: str, settings: Settings) -> Folder:
    from workbook.sweep.folder import Folder

    return Folder(Path(path), settings)


def _workers(scheduler: str | None, backend: str) -> AbstractContextManager[Workers]:
    from workbook.sweep.training import cluster, this_process

    return this_process(backend) if scheduler is None else cluster(scheduler, backend)


def _train(folder: Folder, workers: Workers, done: int) -> None:
    """Train what is not done yet, with a progress bar where there is a terminal."""
    from tqdm import tqdm

    from workbook.sweep.blocks import cut, memory
    from workbook.sweep.training import train_missing

    settings = folder.settings
    blocks = cut(settings, workers.kind)
    print(
        f"On {workers}. {_many(len(blocks), 'block')} of {_many(len(blocks[0]) * settings.steps, 'network')}: about "
        f"{max(1, memory(settings, blocks[0]) // 10**6):,} MB at a time, beside what {settings.backend} itself takes.",
        flush=True,
    )
    folder.add_run(_circumstances(workers))
    began = time.perf_counter()
    with tqdm(total=settings.repeats, initial=done, unit=" repeats", disable=None, leave=False) as bar:
        train_missing(folder, blocks, workers.executor, lambda block: bar.update(len(block)))
    print(f"Trained in {time.perf_counter() - began:.1f} s.")


def _circumstances(workers: Workers) -> dict[str, str]:
    """Where and with what networks are trained, for settings.json."""
    return {
        "devices": str(workers),
        "keras": workers.devices[0].keras,
        "python": platform.python_version(),
        "numpy": version("numpy"),
    }


def _report(folder: Folder) -> None:
    """Write the tables and the figure, and say what they show."""
    from workbook.sweep.figure import draw_figure
    from workbook.sweep.summary import summarise, write_results, write_summary

    settings, outcome = folder.settings, folder.outcome()
    summary = summarise(settings, outcome)
    folder.write("results.csv", lambda file: write_results(file, settings, outcome))
    folder.write("summary.csv", lambda file: write_summary(file, summary))
    figure = draw_figure(settings, summary)
    folder.write("figure.png", lambda file: figure.savefig(file, format="png", dpi=150))
    folder.write("figure.svg", lambda file: figure.savefig(file, format="svg"))
    print(_findings(summary))
    print(f"In {folder.path}: figure.png and figure.svg, results.csv (a row a network), summary.csv, settings.json.")


def _findings(summary: Summary) -> str:
    """What the summary shows, in a line or two."""
    import numpy as np

    diverged, trained = summary.diverged.sum(), (summary.networks - summary.diverged).sum()
    lines = []
    if trained:
        low, high, best = (
            np.nanargmin(summary.loss_mean),
            np.nanargmax(summary.loss_mean),
            np.nanargmax(summary.accuracy_mean),
        )
        lines.append(
            f"Mean loss: lowest {summary.loss_mean[low]:.3f}, at slope {summary.slope[low]:g}; highest "
            f"{summary.loss_mean[high]:.3f}, at {summary.slope[high]:g}. Mean accuracy: highest "
            f"{summary.accuracy_mean[best]:.3f}, at {summary.slope[best]:g}. {summary.dead.sum() / trained:.1%} died."
        )
    if diverged:
        lines.append(f"{_many(diverged, 'network')} diverged, and no mean counts them. Try a smaller --learning-rate.")
    return "\n".join(lines)


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
