"""Training the blocks of a sweep: they go to an executor, and what comes back is kept at once."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.places import WorkbookError
from workbook.sweep.folder import Folder
from workbook.sweep.outcome import Outcome
from workbook.sweep.worker import start, train_block

if TYPE_CHECKING:
    from workbook.sweep.device import Device

SECONDS_TO_CONNECT = 10


@dataclass(frozen=True)
class Workers:
    """Where blocks are trained: an executor, and the device of each worker behind it."""

    executor: Executor
    devices: list[Device]

    @property
    def kind(self) -> str:
        """GPU where every worker has one, else CPU."""
        return "GPU" if all(device.kind == "GPU" for device in self.devices) else "CPU"

    def __str__(self) -> str:
        return ", ".join(
            f"{count} x {device}" if (count := self.devices.count(device)) > 1 else str(device)
            for device in dict.fromkeys(self.devices)
        )


@contextmanager
def this_process(backend: str) -> Iterator[Workers]:
    """Train in this process. Raises WorkbookError when it has Keras on another backend."""
    with ThreadPoolExecutor(1) as executor:
        yield Workers(executor, [executor.submit(start, backend).result()])


@contextmanager
def cluster(address: str, backend: str) -> Iterator[Workers]:
    """Train on the workers of the dask.distributed scheduler at `address`, such as tcp://10.0.0.1:8786.

    Raises WorkbookError when it does not answer, has no workers, or these cannot train with `backend`.
    """
    distributed = importlib.import_module("distributed")
    try:
        client = distributed.Client(address, timeout=SECONDS_TO_CONNECT)
    except (OSError, ValueError) as error:
        raise WorkbookError(f"--scheduler {address} does not answer. Start it, or mend the address.") from error
    with client:
        names = list(client.nthreads())
        if not names:
            raise WorkbookError(f"--scheduler {address} has no workers. Start one: dask worker {address}")
        asked = [client.submit(start, backend, workers=[name], allow_other_workers=True, pure=False) for name in names]
        try:
            devices = client.gather(asked)
        except Exception as error:  # whatever a worker's Python raises: a package that is missing there, as a rule
            raise WorkbookError(
                f"the workers of {address} cannot train with {backend} ({type(error).__name__}: {error}). "
                "Each needs the workbook and that backend installed."
            ) from error
        yield Workers(client.get_executor(), devices)


def train_missing(folder: Folder, blocks: list[range], executor: Executor, kept: Callable[[range], object]) -> None:
    """Train those blocks of the folder's sweep that are not done; each is kept as it comes back, and told to `kept`.

    After a KeyboardInterrupt the blocks that are being trained are waited for and kept, too.
    Raises WorkbookError when one cannot be trained or kept.
    """
    todo = set(range(folder.settings.repeats)) - folder.done()
    missing = [block for block in blocks if not todo.isdisjoint(block)]
    waiting = {executor.submit(train_block, folder.settings, block): block for block in missing}

    def keep(future: Future[Outcome]) -> None:
        try:
            outcome = future.result()
        except Exception as error:  # out of memory, say, or a cluster that lost too many workers
            what = " ".join(str(error).split())
            raise WorkbookError(
                f"training failed ({type(error).__name__}: {what:.200}). What is done is kept, and the same command "
                "continues."
            ) from error
        folder.keep(waiting[future], outcome)
        kept(waiting.pop(future))

    try:
        for future in as_completed(list(waiting)):
            keep(future)
    except BaseException as error:
        begun = [future for future in waiting if not future.cancel()]
        if isinstance(error, KeyboardInterrupt):
            for future in begun:
                keep(future)
        raise
