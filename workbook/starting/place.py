"""Where an attempt works on the disk: a folder of its own, and beside it the file with what it prints."""

import os
import shutil
import tempfile
from pathlib import Path


class Place:
    """A fresh temporary folder; ``remove`` leaves nothing of it. Raises OSError where none can be made."""

    def __init__(self) -> None:
        self._base = Path(tempfile.mkdtemp(prefix="attempt-"))
        self._base.chmod(0o711)  # an attempt that became another user passes through, and sees nothing
        self.folder = self._base / "work"
        self.folder.mkdir(mode=0o700)
        output = self._base / "output"
        self.output = output.open("ab")
        self._reading = output.open("rb")

    def printed(self) -> int:
        """Return how many bytes have been printed."""
        return os.fstat(self._reading.fileno()).st_size

    def read(self, start: int, size: int) -> bytes:
        """Return at most ``size`` bytes of what was printed, from byte ``start``."""
        self._reading.seek(start)
        return self._reading.read(size)

    def remove(self) -> None:
        """Remove the folder and all that the attempt left there."""
        self.output.close()
        self._reading.close()
        shutil.rmtree(self._base, ignore_errors=True)
