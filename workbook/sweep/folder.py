"""The folder that a sweep writes to: its settings, the blocks that are done, and what is made of them."""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from workbook.places import WorkbookError
from workbook.sweep.outcome import Outcome
from workbook.sweep.settings import Settings

SETTINGS = "settings.json"
BLOCKS = "blocks"
_BLOCK = re.compile(r"repeats_(\d+)_to_(\d+)\.npz")


class Folder:
    """A folder with one sweep in it. What is written there is there whole or not at all, even after a power cut."""

    def __init__(self, path: Path, settings: Settings) -> None:
        """Open `path` for the sweep with these settings, new or begun before.

        Raises WorkbookError when it cannot be written to, or holds something else or a sweep with other settings.
        """
        self.path = path
        self.settings = settings
        with self._failures():
            if path.exists() and not path.is_dir():
                raise WorkbookError(f"--out {path} is not a folder.")
            path.mkdir(parents=True, exist_ok=True)
            if not (path / SETTINGS).exists() and any(path.iterdir()):
                raise WorkbookError(f"--out {path} holds other files. Name a new or an empty folder.")
            (path / BLOCKS).mkdir(exist_ok=True)
            self.runs = self._runs_before() if self._kept() else []
            self._write_settings()

    def _runs_before(self) -> list[dict[str, str]]:
        """The runs that the blocks which are done come from, once their settings have been found to be the same."""
        try:
            known = json.loads((self.path / SETTINGS).read_text())
            there, runs = dict(known["settings"]), list(known["runs"])
        except (ValueError, KeyError, TypeError) as error:
            raise WorkbookError(f"{self.path / SETTINGS} is damaged. Name a new folder with --out.") from error
        here = asdict(self.settings)
        other = [f"{name} {there.get(name)}, not {value}" for name, value in here.items() if there.get(name) != value]
        if other:
            raise WorkbookError(
                f"--out {self.path} holds a sweep with other settings ({'; '.join(other)}). Name another folder."
            )
        return runs

    def add_run(self, run: dict[str, str]) -> None:
        """Note in settings.json where and with what some of the networks are trained."""
        self.runs.append(run)
        self._write_settings()

    def _write_settings(self) -> None:
        text = json.dumps({"settings": asdict(self.settings), "runs": self.runs}, indent=2) + "\n"
        self.write(SETTINGS, lambda file: file.write(text.encode()))

    def keep(self, repeats: range, outcome: Outcome) -> None:
        """Keep a block that is done."""
        name = f"{BLOCKS}/repeats_{repeats.start}_to_{repeats.stop - 1}.npz"
        self.write(name, lambda file: np.savez(file, **asdict(outcome)))

    def done(self) -> set[int]:
        """The repeats that are kept."""
        return {repeat for repeats in self._kept() for repeat in repeats if repeat < self.settings.repeats}

    def outcome(self) -> Outcome:
        """What came of the whole sweep, a row for each repeat, once every one of them is kept.

        Raises WorkbookError when a block cannot be read.
        """
        shape = (self.settings.repeats, self.settings.steps)
        whole: dict[str, Any] = {}
        for repeats, file in self._kept().items():
            try:
                with np.load(file) as block:
                    for field in fields(Outcome):
                        values = whole.setdefault(field.name, np.empty(shape, block[field.name].dtype))
                        rows = values[repeats.start : repeats.stop]
                        rows[:] = block[field.name][: len(rows)]
            except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
                raise WorkbookError(f"{file} is damaged. Delete it, and the same command makes it again.") from error
        return Outcome(**whole)

    def _kept(self) -> dict[range, Path]:
        files = ((_BLOCK.fullmatch(file.name), file) for file in sorted((self.path / BLOCKS).iterdir()))
        return {range(int(match[1]), int(match[2]) + 1): file for match, file in files if match}

    def write(self, name: str, write: Callable[[BinaryIO], Any]) -> None:
        """Let `write` write the file `name`, and put it in place once the disk has it.

        Raises WorkbookError when the disk does not take it.
        """
        file = self.path / name
        part = file.with_name(file.name + ".part")
        with self._failures():
            with part.open("wb") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(file)
            if os.name == "posix":
                folder = os.open(file.parent, os.O_RDONLY)
                os.fsync(folder)
                os.close(folder)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise WorkbookError(f"--out {self.path} cannot be written to: {error.strerror}.") from error
