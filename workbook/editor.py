"""Open a file at a line in the learner's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path, PurePath

from workbook.places import WorkbookError

# Editors that open a window of their own, and return at once.
_WINDOWS = {"code", "code-insiders", "codium", "cursor", "windsurf", "subl", "zed", "pycharm", "charm", "idea", "gedit"}
_GOTO_OPTION = {"code", "code-insiders", "codium", "cursor", "windsurf"}
_COLON = {"subl", "zed", "hx", "helix"}
_LINE_OPTION = {"pycharm", "charm", "idea"}
_PLUS = {"vi", "vim", "nvim", "gvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "gedit", "mcedit"}


def editor_command(path: Path, line: int | None) -> list[str]:
    """Return the command that opens a file at a line.

    The editor is the one named by VISUAL or EDITOR, or else Visual Studio Code; inside its terminal, VISUAL or that.
    Raises WorkbookError when there is none, with what to type.
    """
    code = "code" if shutil.which("code") else None
    in_code = code if os.environ.get("TERM_PROGRAM") == "vscode" else None
    editor = os.environ.get("VISUAL") or in_code or os.environ.get("EDITOR") or code
    if not editor:
        raise WorkbookError(
            'no editor is known. Name yours, as in `export VISUAL="code"`,'
            f" or open this file in it: {path}{f':{line}' if line else ''}"
        )
    words = shlex.split(editor, posix=os.name == "posix")
    name = PurePath(words[0]).stem.lower()
    if line is None or path.suffix == ".ipynb":
        return [*words, str(path)]
    if name in _GOTO_OPTION:
        return [*words, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in _LINE_OPTION:
        return [*words, "--line", str(line), str(path)]
    if name in _PLUS:
        return [*words, f"+{line}", str(path)]
    return [*words, str(path)]


def has_window(command: list[str]) -> bool:
    """Whether an editor opens a window of its own, so that the terminal stays free."""
    return PurePath(command[0]).stem.lower() in _WINDOWS


def open_in_editor(path: Path, line: int | None) -> None:
    """Open a file in the learner's editor, and wait for it if it runs in the terminal.

    Raises WorkbookError when there is no editor, or it cannot be started.
    """
    command = editor_command(path, line)
    try:
        if has_window(command):
            quiet = subprocess.DEVNULL
            subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
            return
        status = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise WorkbookError(
            f"the editor {command[0]!r} cannot be started ({error.strerror}). Set VISUAL to another."
        ) from None
    if status:
        raise WorkbookError(f"the editor stopped with an error: {shlex.join(command)}")
