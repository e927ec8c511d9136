"""The command as users meet it: in processes of its own, with real folders, signals and workers."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import termios
from pathlib import Path

import matplotlib.image
import pytest
from sweeping import EIGHT_BLOCKS, ENVIRONMENT, Command, command

from workbook.places import WorkbookError
from workbook.sweep.command import SETTINGS
from workbook.sweep.folder import Folder
from workbook.sweep.settings import read

SMALL = ("--slopes", "-1:1:5", "--repeats", "3", "--epochs", "20", "--seed", "4")


def table(file: Path) -> list[dict[str, str]]:
    with file.open(newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.fixture(scope="module")
def small(sweep: Command, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("small") / "new" / "sweep"
    return folder, sweep(*SMALL, "--out", folder)


def test_a_sweep_says_what_it_does(small: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, done = small
    assert (done.returncode, done.stderr) == (0, "")
    plan, device, trained, findings, files = done.stdout.splitlines()
    assert plan == "15 networks: 3 for each of 5 slopes from -1 to 1, 20 epochs each."
    assert re.fullmatch(
        r"On (CPU|GPU) \(.+\) with tensorflow \S+\. 1 block of 15 networks: about 1 MB at a time, beside what "
        r"tensorflow itself takes\.",
        device,
    )
    assert re.fullmatch(r"Trained in \d+\.\d s\.", trained)
    assert findings.startswith("Mean loss: lowest ")
    assert files == (
        f"In {folder}: figure.png and figure.svg, results.csv (a row a network), summary.csv, settings.json."
    )


def test_its_tables_agree(small: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = small
    results, summary = table(folder / "results.csv"), table(folder / "summary.csv")
    assert [(row["repeat"], row["slope"]) for row in results] == [
        (str(repeat), slope) for repeat in range(3) for slope in ("-1", "-0.5", "0", "0.5", "1")
    ]
    assert [row["slope"] for row in summary] == ["-1", "-0.5", "0", "0.5", "1"]
    for row in summary:
        networks = [network for network in results if network["slope"] == row["slope"]]
        assert int(row["networks"]) == len(networks) == 3
        assert int(row["dead"]) == sum(network["dead"] == "1" for network in networks)
        for name in ("loss", "accuracy"):
            mean = sum(float(network[name]) for network in networks) / 3
            assert float(row[f"{name}_mean"]) == pytest.approx(mean, rel=1e-6)


def test_its_settings_can_be_read_again(small: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = small
    kept = json.loads((folder / "settings.json").read_text())
    assert kept["settings"] == {
        "first_slope": -1.0,
        "last_slope": 1.0,
        "steps": 5,
        "repeats": 3,
        "epochs": 20,
        "points": 50,
        "noise": 0.5,
        "learning_rate": 0.05,
        "seed": 4,
        "backend": "tensorflow",
    }
    (run,) = kept["runs"]
    assert set(run) == {"devices", "keras", "numpy", "python"}
    assert re.fullmatch(r"(CPU|GPU) \(.+\) with tensorflow \d\S+", run["devices"])


def test_its_figures_are_pictures(small: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = small
    assert matplotlib.image.imread(folder / "figure.png").shape == (1875, 1275, 4)
    assert (folder / "figure.svg").read_text().rstrip().endswith("</svg>")


def test_the_same_seed_gives_the_same_results(
    small: tuple[Path, subprocess.CompletedProcess[str]], sweep: Command, tmp_path: Path
) -> None:
    folder, _ = small
    assert sweep(*SMALL, "--out", tmp_path).returncode == 0
    for name in ("results.csv", "summary.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_a_sweep_that_is_done_is_not_trained_again(
    small: tuple[Path, subprocess.CompletedProcess[str]], sweep: Command
) -> None:
    folder, first = small
    (folder / "figure.png").unlink()
    again = sweep(*SMALL, "--out", folder)
    plan, findings, files = again.stdout.splitlines()
    assert plan.endswith(" 3 of 3 repeats are done already.")
    assert [findings, files] == first.stdout.splitlines()[-2:]
    assert (folder / "figure.png").exists()


@pytest.mark.parametrize(
    ("settings", "difference"),
    [(("--seed", "5"), "seed 4, not 5"), (("--backend", "jax"), "backend tensorflow, not jax")],
)
def test_another_sweep_is_not_overwritten(
    small: tuple[Path, subprocess.CompletedProcess[str]], sweep: Command, settings: tuple[str, str], difference: str
) -> None:
    if "jax" in settings:
        pytest.importorskip("jax")
    folder, _ = small
    before = (folder / "results.csv").read_bytes()
    refused = sweep(*SMALL, *settings, "--out", folder)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (
        f"workbook sweep: --out {folder} holds a sweep with other settings ({difference}). Name another folder.\n"
    )
    assert (folder / "results.csv").read_bytes() == before


def test_other_files_are_not_mixed_with(sweep: Command, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text("mine\n")
    refused = sweep(*SMALL, "--out", tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == (f"workbook sweep: --out {tmp_path} holds other files. Name a new or an empty folder.\n")
    assert [file.name for file in tmp_path.iterdir()] == ["results.csv"]


def test_a_file_is_no_folder(sweep: Command, tmp_path: Path) -> None:
    file = tmp_path / "sweep"
    file.write_text("mine\n")
    refused = sweep(*SMALL, "--out", file)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == f"workbook sweep: --out {file} is not a folder.\n"
    assert file.read_text() == "mine\n"


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    settings = read({name.strip("-").replace("-", "_"): value for name, _, _, value in SETTINGS} | {"backend": "jax"})
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    was_root = os.geteuid() == 0
    if was_root:  # whom no folder keeps out
        os.seteuid(65534)
    try:
        with pytest.raises(WorkbookError) as refused:
            Folder(closed / "sweep", settings)
    finally:
        if was_root:
            os.seteuid(0)
    assert str(refused.value) == f"--out {closed / 'sweep'} cannot be written to: Permission denied."


class Terminal:
    """A sweep on a terminal of its own, that a test watches."""

    def __init__(self, *arguments: object) -> None:
        self.ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 100))
        self.process = subprocess.Popen(
            command(*arguments), env=ENVIRONMENT, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        self.text = ""

    def read_until(self, pattern: str) -> re.Match[str]:
        """Read on until the text matches."""
        while not (match := re.search(pattern, self.text)):
            assert self._read(), f"no {pattern!r} in {self.text}"
        return match

    def read_to_the_end(self) -> int:
        """Read until the process has ended. Returns its exit status."""
        while self._read():
            pass
        os.close(self.ours)
        return self.process.wait()

    def _read(self) -> str:
        try:
            piece = os.read(self.ours, 4096).decode()
        except OSError:  # how Linux says that nobody holds the other end any more
            return ""
        self.text += piece
        return piece


def test_ctrl_c_keeps_what_is_done_and_the_same_command_continues(
    eight_blocks: Path, sweep: Command, tmp_path: Path
) -> None:
    terminal = Terminal(*EIGHT_BLOCKS, "--out", tmp_path)
    terminal.read_until(r" [1-9]\d*/4000 \[\d\d:\d\d<\d\d:\d\d, ")  # a block is done, and a time left is shown
    os.kill(terminal.process.pid, signal.SIGINT)
    assert terminal.read_to_the_end() == 1
    assert terminal.text.splitlines()[-1] == (
        "workbook sweep: stopped. What is done is kept, and the same command continues."
    )
    assert "Traceback" not in terminal.text
    kept = {file: file.stat().st_mtime_ns for file in (tmp_path / "blocks").iterdir()}
    assert 0 < len(kept) < 8
    assert not (tmp_path / "results.csv").exists()

    continued = sweep(*EIGHT_BLOCKS, "--out", tmp_path)
    assert (continued.returncode, continued.stderr) == (0, "")
    assert continued.stdout.splitlines()[0].endswith(f" {len(kept) * 500:,} of 4,000 repeats are done already.")
    assert {file: file.stat().st_mtime_ns for file in kept} == kept
    assert (tmp_path / "results.csv").read_bytes() == (eight_blocks / "results.csv").read_bytes()
    assert len(json.loads((tmp_path / "settings.json").read_text())["runs"]) == 2


def test_a_damaged_block_is_named(eight_blocks: Path, sweep: Command, tmp_path: Path) -> None:
    shutil.copytree(eight_blocks, tmp_path / "sweep")
    block = tmp_path / "sweep" / "blocks" / "repeats_500_to_999.npz"
    block.write_bytes(block.read_bytes()[:1000])
    failed = sweep(*EIGHT_BLOCKS, "--out", tmp_path / "sweep")
    assert failed.returncode == 1
    assert failed.stderr == f"workbook sweep: {block} is damaged. Delete it, and the same command makes it again.\n"


def test_a_scheduler_that_does_not_answer(sweep: Command, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    refused = sweep(*SMALL, "--out", tmp_path / "sweep", "--scheduler", "tcp://127.0.0.1:9")
    assert refused.returncode == 2
    assert refused.stderr == (
        "workbook sweep: --scheduler tcp://127.0.0.1:9 does not answer. Start it, or mend the address.\n"
    )


def test_two_workers_and_then_one_give_what_one_process_gives(eight_blocks: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
    ):
        one, _ = client.run(os.getpid).values()
        terminal = Terminal(*EIGHT_BLOCKS, "--out", tmp_path, "--scheduler", cluster.scheduler_address)
        terminal.read_until(r" [1-9]\d*/4000 \[")
        os.kill(one, signal.SIGKILL)
        assert terminal.read_to_the_end() == 0
    assert "On 2 x CPU (" in terminal.text
    assert (tmp_path / "results.csv").read_bytes() == (eight_blocks / "results.csv").read_bytes()
