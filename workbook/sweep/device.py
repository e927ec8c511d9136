"""Which device a backend trains on. Keras uses a GPU wherever its backend sees one."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass

import keras


@dataclass(frozen=True)
class Device:
    """What networks are trained on and with: `kind` is CPU or GPU, `backend` and `keras` have their versions."""

    kind: str
    name: str
    backend: str
    keras: str

    def __str__(self) -> str:
        return f"{self.kind} ({self.name}) with {self.backend}"


def describe() -> Device:
    """Describe the device that Keras uses in this process."""
    backend = keras.backend.backend()
    gpu = {"tensorflow": _tensorflow_gpu, "jax": _jax_gpu, "torch": _torch_gpu}[backend]()
    # A container or a job may be allowed fewer cores than the machine has.
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Device(
        kind="CPU" if gpu is None else "GPU",
        name=gpu or f"{platform.machine()}, {cores} cores",
        backend=f"{backend} {sys.modules[backend].__version__}",
        keras=keras.__version__,
    )


def _tensorflow_gpu() -> str | None:
    import tensorflow

    gpus = tensorflow.config.list_physical_devices("GPU")
    return tensorflow.config.experimental.get_device_details(gpus[0]).get("device_name", gpus[0].name) if gpus else None


def _jax_gpu() -> str | None:
    import jax

    device = jax.devices()[0]
    return None if device.platform == "cpu" else str(device.device_kind)


def _torch_gpu() -> str | None:
    device = keras.ops.zeros(1).device
    if device.type == "cpu":
        return None
    import torch

    return str(torch.cuda.get_device_name(device)) if device.type == "cuda" else str(device.type)
