"""How long, how large: what an attempt may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What an attempt may use before it is stopped.

    ``seconds`` is wall-clock time for each question and ``total_seconds`` for the attempt's whole life, both kept by
    the judge. ``memory_bytes`` is address space beyond what the libraries map when they are imported (TensorFlow maps
    2 GiB, and another one to run). ``output_bytes`` of what a question prints are kept, and the rest is counted;
    ``file_bytes`` is the largest file, the output included. ``processes`` counts threads as well.
    """

    seconds: float = 5.0
    total_seconds: float = 60.0
    memory_bytes: int = 4 * 2**30
    output_bytes: int = 64 * 1024
    file_bytes: int = 64 * 2**20
    open_files: int = 256
    processes: int = 512
