"""How attempts are started and ended: the one place that knows platforms.

Where there is ``fork``, a zygote imports the libraries once and every attempt is a fork of it. Elsewhere every attempt
is a fresh interpreter, and one more is always on its way for the next.
"""

import contextlib
import hmac
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from workbook.inside.channel import PASSWORD, receive, send
from workbook.places import WorkbookError
from workbook.starting.limits import Limits
from workbook.starting.place import Place

Start = Literal["apart", "forked", "fresh"]

READY_SECONDS = 180.0
ANSWER_SECONDS = 30.0
_PACKET = 2**16


class ProcessesError(WorkbookError):
    """No attempt can be started on this machine; the message says why."""


@dataclass(frozen=True)
class Ending:
    """How a process ended before it was killed: in words ("" if it had not), and the most memory that it held."""

    detail: str = ""
    memory: int = 0


class Process(Protocol):
    """One attempt's process."""

    channel: socket.socket
    place: Place

    def end(self, patience: float = 0.0) -> Ending:
        """Kill the process and all that it started, but give it ``patience`` seconds to end by itself."""


class Starter(Protocol):
    """What starts attempts with the same libraries. Making one returns at once; the first start waits."""

    @property
    def alive(self) -> bool:
        """Whether it can still start attempts."""

    @property
    def apart(self) -> bool:
        """Whether its attempts have namespaces of their own."""

    def start(self, limits: Limits) -> Process:
        """Start an attempt. Raises ProcessesError."""

    def close(self) -> None:
        """End every attempt, and what starts them."""


def default_start() -> Start:
    """Return the best way of starting that this platform has."""
    return "apart" if sys.platform == "linux" else "fresh"


def starter(start: Start, libraries: tuple[str, ...], hidden: tuple[Path, ...]) -> Starter:
    """Begin to import ``libraries`` in the way named."""
    if start == "fresh":
        return Fresh(libraries)
    return Zygote(libraries, hidden, apart=start == "apart")


def environment() -> dict[str, str]:
    """Return the variables that a child gets: what it needs to find its libraries and to be quiet and repeatable."""
    kept = ("PATH", "HOME", "LD_LIBRARY_PATH", "KERAS_BACKEND", "MPLCONFIGDIR", "XDG_CACHE_HOME")
    kept_on_windows = ("SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP")
    one_thread = ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM", "NUMEXPR", "TF_NUM_INTEROP", "TF_NUM_INTRAOP")
    python_path = [place for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if Path(place).is_absolute()]
    return {
        **{name: os.environ[name] for name in (*kept, *kept_on_windows) if name in os.environ},
        **{f"{library}_{'' if library.startswith('TF_') else 'NUM_'}THREADS": "1" for library in one_thread},
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[2]), *python_path]),
        "PYTHONSAFEPATH": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "Agg",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",  # a GPU's driver maps more memory than the limit, and takes seconds to start
        "JAX_PLATFORMS": "cpu",
    }


class Zygote:
    """A process that has imported ``libraries`` and is forked for every attempt."""

    def __init__(self, libraries: tuple[str, ...], hidden: tuple[Path, ...], apart: bool) -> None:
        settings = {"libraries": libraries, "hidden": [str(path) for path in hidden], "apart": apart}
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._lock = threading.Lock()
        self._ready: dict[str, Any] | None = None
        self._requests = 0
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  (closed by close)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "workbook.inside.zygote", str(theirs.fileno()), json.dumps(settings)],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env=environment(),
                start_new_session=True,
            )

    @property
    def alive(self) -> bool:
        """Whether it can still start attempts."""
        return self._process.poll() is None

    @property
    def apart(self) -> bool:
        """Whether its attempts have namespaces of their own. Waits until it is ready."""
        with self._lock:
            return bool(self._wait_until_ready()["apart"])

    def start(self, limits: Limits) -> "Forked":
        """Fork an attempt."""
        place = Place()
        channel, theirs = socket.socketpair()
        try:
            with theirs:
                message = {"start": asdict(limits), "folder": str(place.folder)}
                reply = self._ask(message, [theirs.fileno(), place.output.fileno()])
        except ProcessesError:
            channel.close()
            place.remove()
            raise
        return Forked(self, reply["process"], channel, place)

    def end(self, process: int, patience: float) -> Ending:
        """Kill an attempt; see Process.end."""
        try:
            reply = self._ask({"end": process, "patience": patience})
        except ProcessesError:  # its attempts ended with it
            return Ending()
        status = reply["status"]
        return Ending("" if status is None else _spell_out(os.waitstatus_to_exitcode(status)), reply["memory"])

    def close(self) -> None:
        """End every attempt and the zygote itself."""
        self._control.close()
        if self._ready is not None:  # then it ends its attempts and itself
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(ANSWER_SECONDS)
        self._process.kill()
        self._process.wait()
        self._errors.close()

    def _ask(self, message: dict[str, Any], descriptors: Iterable[int] = ()) -> dict[str, Any]:
        """Send a request and return its reply. Where that fails, the zygote is ended; raises ProcessesError."""
        with self._lock:
            self._wait_until_ready()
            self._requests += 1
            content = json.dumps({"request": self._requests, **message}).encode()
            with self._no_failure():
                self._control.settimeout(ANSWER_SECONDS)
                socket.send_fds(self._control, [content], list(descriptors))
                # A reply to an earlier request is one that an interrupt kept the judge from reading.
                while (reply := self._receive())["request"] != self._requests:
                    pass
                return reply

    def _wait_until_ready(self) -> dict[str, Any]:
        if self._ready is None:
            with self._no_failure():
                self._control.settimeout(READY_SECONDS)
                self._ready = self._receive()
        return self._ready

    def _receive(self) -> dict[str, Any]:
        packet = self._control.recv(_PACKET)
        if not packet:
            raise ConnectionError("it ended")
        reply: dict[str, Any] = json.loads(packet)
        return reply

    @contextlib.contextmanager
    def _no_failure(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._process.kill()
            problem = str(error)
            if not self._errors.closed:
                self._errors.seek(0)
                problem = _last_line(self._errors.read()) or problem
            raise ProcessesError(f"the process that starts attempts is gone: {problem}") from None


class Forked:
    """One fork of a zygote."""

    def __init__(self, zygote: Zygote, process: int, channel: socket.socket, place: Place) -> None:
        self.channel = channel
        self.place = place
        self._zygote = zygote
        self._process = process

    def end(self, patience: float = 0.0) -> Ending:
        """Kill the process and all that it started; see Process.end."""
        try:
            return self._zygote.end(self._process, patience)
        finally:
            self.channel.close()


class Fresh:
    """Starts a new interpreter for every attempt, one ahead of need."""

    alive = True
    apart = False

    def __init__(self, libraries: tuple[str, ...]) -> None:
        self._libraries = libraries
        self._lock = threading.Lock()
        self._spare = FreshProcess(libraries)
        self._started: list[FreshProcess] = []

    def start(self, limits: Limits) -> "FreshProcess":
        """Hand out the interpreter that is ready, and start the next."""
        with self._lock:
            process, self._spare = self._spare, FreshProcess(self._libraries)
            self._started = [*(other for other in self._started if other.alive), process]
        try:
            process.begin(limits)
        except ProcessesError:
            process.end()
            process.place.remove()
            raise
        return process

    def close(self) -> None:
        """End every attempt, and the interpreter that was not needed."""
        with self._lock:
            for process in (*self._started, self._spare):
                process.end()
            self._spare.place.remove()


class FreshProcess:
    """One interpreter that imports the libraries by itself."""

    def __init__(self, libraries: tuple[str, ...]) -> None:
        self.channel = socket.socket()
        self.place = Place()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._password = secrets.token_hex(32)
        settings = {"libraries": libraries, "port": self._listening.getsockname()[1]}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workbook.inside.fresh", json.dumps(settings)],
            stdin=subprocess.DEVNULL,
            stdout=self.place.output,
            stderr=self.place.output,
            env={**environment(), PASSWORD: self._password},
            start_new_session=True,
        )

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def begin(self, limits: Limits) -> None:
        """Wait until it is there, and make an attempt of it. Raises ProcessesError."""
        deadline = time.monotonic() + READY_SECONDS
        self._listening.settimeout(0.25)
        while True:
            try:
                self.channel = self._listening.accept()[0]
                self.channel.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                said = receive(self.channel, deadline)
                if isinstance(said, str) and hmac.compare_digest(said.encode(), self._password.encode()):
                    send(self.channel, {"start": asdict(limits), "folder": str(self.place.folder)}, deadline)
                    return
                self.channel.close()
            except (OSError, ValueError) as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    words = _last_line(self.place.read(0, 2**16)) or str(error)
                    raise ProcessesError(f"the process of an attempt is gone: {words}") from None

    def end(self, patience: float = 0.0) -> Ending:
        """Kill the process and all that it started; see Process.end."""
        self._listening.close()
        detail = ""
        with contextlib.suppress(subprocess.TimeoutExpired):
            detail = _spell_out(self._process.wait(patience))
        _kill_tree(self._process)
        self._process.wait()
        self.channel.close()
        return Ending(detail)


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left in its group
            os.killpg(process.pid, signal.SIGKILL)
    else:
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    process.kill()


def _spell_out(code: int) -> str:
    if code >= 0:
        return f"exit status {code}"
    try:
        return f"killed by {signal.Signals(-code).name}"
    except ValueError:
        return f"killed by signal {-code}"


def _last_line(content: bytes) -> str:
    lines = content.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
