"""The guide on a terminal: the exercise in hand, checked again at every save."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Markdown, Static

from workbook.answers import answer_path
from workbook.editor import editor_command, has_window, open_in_editor
from workbook.guide.checker import Checker
from workbook.guide.screens import ListScreen, Question, Reading
from workbook.guide.session import Page, Session
from workbook.guide.watcher import Watcher
from workbook.guide.widgets import Keys, Progress, verdict_text
from workbook.history import History
from workbook.places import Exercise, WorkbookError
from workbook.reference import Reference
from workbook.solution import solution_of
from workbook.verdict import Verdict

if TYPE_CHECKING:
    from workbook.judge import Judge

INTERRUPTED = 130

PLOT = ("p", "plot")
KEYS = [
    ("n", "next"),
    ("b", "back"),
    ("h", "hint"),
    ("s", "solution"),
    ("r", "run"),
    PLOT,
    ("o", "open"),
    ("l", "list"),
    ("x", "reset"),
    ("u", "undo"),
    ("q", "quit"),
]


class Checked(Message):
    """A check has ended."""

    def __init__(self, exercise: Exercise, verdict: Verdict | None, notice: str | None) -> None:
        super().__init__()
        self.exercise, self.verdict, self.notice = exercise, verdict, notice


class Saved(Message):
    """Files were written, renamed or removed."""

    def __init__(self, paths: set[Path]) -> None:
        super().__init__()
        self._names = {path.name for path in paths}

    def is_of(self, exercise: Exercise) -> bool:
        """Whether an exercise's file, or its notebook, is among them."""
        stem = Path(exercise.file_name).stem
        return not self._names.isdisjoint({f"{stem}.py", f"{stem}.ipynb", exercise.answer.resolve().name})


class Noticed(Message):
    """There is something to say."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Shown(Message):
    """Something is there to be shown."""

    def __init__(self, title: str, content: RenderableType) -> None:
        super().__init__()
        self.title, self.content = title, content


class GuideApp(App[int]):
    """Shows a session, and hands its keys on to it."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", f"leave({INTERRUPTED})", "stop", priority=True),
        ("n,right", "move(1)", "next"),
        ("b,left", "move(-1)", "back"),
        ("h", "hint", "hint"),
        ("s", "solution", "solution"),
        ("r", "run", "run"),
        ("p", "plot", "plot"),
        ("o", "open", "open"),
        ("l", "list", "list"),
        ("x", "reset", "reset"),
        ("u", "undo", "undo"),
        ("c", "check", "check"),
        ("q", "leave(0)", "quit"),
    ]
    CSS = """
    #title { height: 1; text-style: bold; }
    #body { height: 1fr; layout: vertical; margin: 1 0 0 0; }
    #text { height: 1fr; min-height: 4; padding: 0 1 0 0; }
    #found { height: auto; max-height: 60%; border-top: solid $primary; padding: 0 1 0 0; }
    #notice { height: auto; display: none; text-style: italic; }
    #notice.-shown { display: block; }
    Screen.-wide #body { layout: horizontal; }
    Screen.-wide #text { width: 3fr; height: 100%; }
    Screen.-wide #found { width: 2fr; height: 100%; max-height: 100%; border-top: none; border-left: solid $primary;
        padding: 0 1; }
    #more { margin-top: 1; }
    MarkdownBlock > .code_inline { color: $secondary; text-style: bold; }
    VerticalScroll { scrollbar-size-vertical: 1; }
    #found:focus { border-top: heavy $accent; }
    Screen.-wide #found:focus { border-top: none; border-left: heavy $accent; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  (so it is declared in App)

    def __init__(self, root: Path, history: History) -> None:
        super().__init__(ansi_color=True)  # the terminal's own colours, so that it fits dark and light ones
        self.theme = "ansi-light" if _terminal_is_light() else "ansi-dark"
        self._root = root
        self._history = history
        self._session = Session(root, history)

    def compose(self) -> ComposeResult:
        """Lay out the picture."""
        yield Static(id="title")
        yield Progress()
        with Container(id="body"):
            with VerticalScroll(id="text"):
                yield Markdown(id="page")
            with VerticalScroll(id="found"):
                yield Static(id="verdict")
                yield Markdown(id="more")
        yield Static(id="notice", markup=False)
        yield Keys(KEYS)

    # Beginning and end

    def on_mount(self) -> None:
        """Begin to watch, and check the exercise in hand."""
        self._checker = Checker(self._root, self._history, lambda *found: self._tell(Checked(*found)))
        self._watcher = Watcher(
            watched_folders(self._session), lambda paths: self._tell(Saved(paths)), self._cannot_watch
        )
        if os.name == "posix":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self.exit, INTERRUPTED)
        self._main.query_one("#text").focus()
        self._take_in_hand()
        self._say(self._history.notice or "")
        self.run_worker(self._look_for_updates, thread=True)

    def on_unmount(self) -> None:
        """End what was begun."""
        self._watcher.close()
        self._checker.close()

    def action_leave(self, status: int) -> None:
        """Leave the guide."""
        self.exit(status)

    # What happens outside

    def on_saved(self, message: Saved) -> None:
        """Check what was saved; where it is another exercise than the one in hand, take that in hand."""
        saved = [exercise for exercise in self._session.exercises if message.is_of(exercise)]
        if self._session.current not in saved:
            if len(saved) != 1:
                return
            self._go(saved[0])
        else:
            self._checker.check(self._session.current)

    def on_checked(self, message: Checked) -> None:
        """Show what a check found."""
        self._session.learn(message.exercise, message.verdict)
        if message.notice:
            self._say(message.notice)
        self._draw_verdict()
        found = self._main.query_one("#found")
        found.anchor(False)
        found.scroll_home(animate=False)

    def on_shown(self, message: Shown) -> None:
        """Show what a run gave."""
        self._say("")
        self.push_screen(Reading(message.title, message.content))

    def on_noticed(self, message: Noticed) -> None:
        """Say it."""
        self._say(message.words)

    def on_resize(self) -> None:
        """Draw anew what depends on the width."""
        self._draw_verdict()

    # Keys

    def action_move(self, step: int) -> None:
        """Go to the next exercise, or back."""
        neighbour = self._session.neighbour(step)
        if neighbour is not None:
            self._go(neighbour)
        else:
            self._say("This is the last exercise." if step > 0 else "This is the first exercise.")

    def action_hint(self) -> None:
        """Show one more hint."""
        page = self._session.page()
        if len(page.hints) < page.hint_count:
            self._say("")
            self._tried(self._session.show_hint)
        else:
            self._say("That is every hint. s shows the solution.")
        self._draw_verdict(to_end=True)

    def action_solution(self) -> None:
        """Show the solution, or ask whether the learner gives up."""
        if self._session.may_see_solution():
            self._show_solution()
        else:
            question = "This exercise has not passed yet. h shows one more hint.\n\nGive up and see the solution?"
            self.push_screen(Question(f"{question}   y: yes   n: no"), self._gave_up)

    def action_run(self) -> None:
        """Run the file, and show what it prints."""
        exercise = self._session.current
        self._say("Running it ...")
        self._checker.do(lambda judge: self._tell(run_shown(judge, exercise)))

    def action_plot(self) -> None:
        """Draw the plot; once it passes, the reference's beside it."""
        if not self._session.page().has_plot:
            self._say("This exercise draws no plot.")
            return
        exercise, size, passed = self._session.current, self.size, self._session.passed
        self._say("Drawing it ...")
        self._checker.do(lambda judge: self._tell(plot_shown(judge, exercise, passed, size.width, size.height)))

    def action_open(self) -> None:
        """Open the file in the learner's editor, at the line of the message."""
        path, line = answer_path(self._session.current), self._session.line()
        try:
            if has_window(editor_command(path, line)):
                open_in_editor(path, line)
            else:
                with self.suspend():
                    open_in_editor(path, line)
            self._say("")
        except (WorkbookError, SuspendNotSupported) as error:
            self._say(str(error))
        self._checker.check(self._session.current)

    def action_list(self) -> None:
        """Show every exercise."""
        self._tried(self._session.refresh)
        self.push_screen(ListScreen(self._session), self._chosen)

    def action_reset(self) -> None:
        """Start the exercise again."""
        self._change(self._session.reset)

    def action_undo(self) -> None:
        """Take back the last reset, restore or update."""
        self._change(self._session.undo)

    def action_check(self) -> None:
        """Check again: for places where a save cannot be noticed."""
        self._checker.check(self._session.current)

    # Inside

    def _tell(self, message: Message) -> None:
        """Hand a message from another thread to this one, unless the guide is being left."""
        if self.is_running:
            self.post_message(message)

    def _cannot_watch(self, why: str) -> None:
        self._tell(Noticed(f"A save cannot be noticed here ({why}): press c to check."))

    def _look_for_updates(self) -> None:
        notice = self._session.look_for_updates()
        if notice:
            self._tell(Noticed(notice))

    @property
    def _main(self) -> Screen[object]:
        """The screen with the exercise, whatever lies over it."""
        return self.screen_stack[0]

    def _tried(self, do: Callable[[], object]) -> None:
        """Do what the history should remember; where it cannot, say so and go on."""
        try:
            do()
        except WorkbookError as error:
            self._say(str(error))

    def _go(self, exercise: Exercise) -> None:
        self._say("")
        self._tried(lambda: self._session.go(exercise))
        self._take_in_hand()

    def _take_in_hand(self) -> None:
        """Show the exercise in hand, and have it checked."""
        exercise = self._session.current
        self._checker.check(exercise)
        needed = self._session.soon_needed()

        def warm(judge: Judge) -> None:
            for one in needed:
                judge.warm(one)

        self._checker.do(warm)
        page = self._session.page()
        self._main.query_one("#page", Markdown).update(page.text)
        self._main.query_one("#text").scroll_home(animate=False)
        self._main.query_one(Keys).show([key for key in KEYS if key != PLOT or page.has_plot])
        self._draw_verdict()

    def _chosen(self, exercise: Exercise | None) -> None:
        if exercise is not None:
            self._go(exercise)
        self._draw_verdict()

    def _gave_up(self, gave_up: bool | None) -> None:
        if gave_up:
            self._tried(self._session.give_up)
            self._show_solution()

    def _show_solution(self) -> None:
        self._tried(lambda: self.push_screen(Reading("Solution", Text(solution_of(self._session.current)))))

    def _change(self, change: Callable[[], str]) -> None:
        """Let the session change the learner's file, and say what it did or why it did not."""
        try:
            self._say(change())
        except WorkbookError as error:
            self._say(str(error))
        except OSError as error:
            self._say(f"{error.filename}: {error.strerror}. Nothing was changed.")
        self._checker.check(self._session.current)

    def _say(self, words: str) -> None:
        notice = self._main.query_one("#notice", Static)
        notice.update(words[:1].upper() + words[1:])
        notice.set_class(bool(words), "-shown")

    def _draw_verdict(self, to_end: bool = False) -> None:
        """Draw all that depends on how the exercises stand."""
        session = self._session
        page = session.page()
        chapters = [(number, sum(one.passed for one in group), len(group)) for number, _, group in session.chapters()]
        self._main.query_one("#title", Static).update(f"{page.exercise.number}  {page.title}")
        self._main.query_one(Progress).show(chapters, page.exercise.chapter)
        verdict = session.verdict
        found = verdict_text(verdict, session.where(), session.blanks()) if verdict else Text("Checking ...", "dim")
        self._main.query_one("#verdict", Static).update(found)
        more = self._main.query_one("#more", Markdown)
        words = self._words_below(page)
        more.display = bool(words)
        if words != more.source:
            more.update(words)
        if to_end:
            self._main.query_one("#found").anchor()  # it stays at its end while the words are being laid out

    def _words_below(self, page: Page) -> str:
        parts = [f"**Take away**\n\n{page.take_away}\n\nOn to the next exercise: `n`"] if self._session.passed else []
        parts += [
            f"**Hint {number} of {page.hint_count}**\n\n{hint}" for number, hint in enumerate(page.hints, start=1)
        ]
        return "\n\n".join(parts)


def watched_folders(session: Session) -> list[Path]:
    """Return the folders in which learners' files are saved: exercises/, and where symbolic links lead."""
    exercises = session.root / "exercises"
    exercises.mkdir(exist_ok=True)
    led_to = {one.answer.resolve().parent for one in session.exercises if one.answer.is_symlink()}
    return [exercises, *sorted(led_to)]


def run_shown(judge: Judge, exercise: Exercise) -> Shown:
    """Run an answer; return what it printed, to be shown."""
    run = judge.run(exercise)
    text = Text(run.printed or "It prints nothing.")
    if run.stopped_by:
        text.append(f"\n{run.stopped_by.message}", "bold")
    return Shown(f"{exercise.file_name} prints", text)


def plot_shown(judge: Judge, exercise: Exercise, passed: bool, width: int, height: int) -> Shown:
    """Run an answer and draw its figures, with the reference's beside them when it has passed."""
    from workbook.guide.plot import draw  # it needs NumPy, which the first picture does not wait for

    runs = [("Yours", judge.run(exercise))]
    if passed:
        solved = Reference.read(exercise.reference).solved_text
        runs.append(("The reference's", judge.run(exercise, exercise.reference, solved)))
    beside = len(runs) > 1 and width >= 120
    room = width * 9 // 10 - 6
    columns = room // len(runs) - 2 if beside else room
    drawn = []
    for name, run in runs:
        lines = draw(run.figures, columns, max(10, min(height * 8 // 10, 30) - 4))
        why = run.stopped_by.message if run.stopped_by else "It draws nothing."
        drawn.append(Text("\n").join([Text(name, "bold"), *(lines or [Text(why)])]))
    grid = Table.grid(padding=(0, 2))
    if beside:
        grid.add_row(*drawn)
    else:
        for one in drawn:
            grid.add_row(one)
    return Shown("Plot", grid)


def _terminal_is_light() -> bool:
    """Whether the terminal says that its background is light: the last number of COLORFGBG is that colour's."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
