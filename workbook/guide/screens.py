"""What the guide shows over the exercise: the list of all, a text to read, a question."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import ScrollableContainer
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option, OptionDoesNotExist

from workbook.guide.session import Session
from workbook.guide.widgets import Keys, sign
from workbook.places import Exercise
from workbook.progress import Standing

_FILTERS: dict[str, Callable[[Standing], bool]] = {
    "all": lambda one: True,
    "todo": lambda one: not one.passed and not one.wrong,
    "wrong": lambda one: one.wrong,
    "passed": lambda one: one.passed,
}


class ListScreen(Screen[Exercise | None]):
    """Every exercise by chapter, to filter, to search and to go to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "back", "back"),
        ("q,l", "leave", "back"),
        ("slash", "search", "search"),
        ("a", "only('all')", "all"),
        ("t", "only('todo')", "to do"),
        ("w", "only('wrong')", "wrong"),
        ("p", "only('passed')", "passed"),
    ]
    CSS = """
    ListScreen #search { display: none; height: 1; border: none; padding: 0; }
    ListScreen.-searching #search { display: block; }
    ListScreen #exercises { height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1; }
    ListScreen #exercises > .option-list--option-highlighted {
        color: $secondary; background: $background; text-style: bold;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._filter = "all"
        self._marked: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the heading, the search, the list and the keys."""
        yield Static(id="heading")
        yield Input(placeholder="name, number or title", id="search")
        yield OptionList(id="exercises")
        yield Keys(
            [
                ("↑↓", "move"),
                ("enter", "open"),
                ("/", "search"),
                ("a", "all"),
                ("t", "to do"),
                ("w", "wrong"),
                ("p", "passed"),
                ("esc", "back"),
            ]
        )

    def on_mount(self) -> None:
        """Show the list with the exercise in hand marked."""
        self._fill()
        self.query_one(OptionList).focus()

    def action_only(self, which: str) -> None:
        """Show only some of the exercises."""
        self._filter = which
        self._fill()

    def action_search(self) -> None:
        """Type to search."""
        self.add_class("-searching")
        self.query_one(Input).focus()

    def action_back(self) -> None:
        """End the search, or else leave."""
        if not self.has_class("-searching"):
            self.dismiss(None)
            return
        self.remove_class("-searching")
        self.query_one(Input).value = ""
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        """Go back to the exercise."""
        self.dismiss(None)

    @on(Input.Changed)
    def _searched(self) -> None:
        self._fill()

    @on(Input.Submitted)
    def _found(self) -> None:
        self.query_one(OptionList).focus()
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        chosen = next(one for one in self._session.exercises if one.name == event.option_id)
        self.dismiss(chosen)

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        """Put a sign before the option that Enter opens: colour alone is not enough."""
        marked, self._marked = self._marked, event.option_id
        exercises = self.query_one(OptionList)
        for name in {marked, self._marked} - {None}:
            with contextlib.suppress(OptionDoesNotExist):  # it is filtered out by now
                exercises.replace_option_prompt(str(name), self._line(self._session.standings[str(name)]))

    def _fill(self) -> None:
        searched = self.query_one(Input).value.strip().lower()
        options: list[Option] = []
        found = 0
        for number, title, group in self._session.chapters():
            members = [one for one in group if _FILTERS[self._filter](one) and _matches(one, searched)]
            found += len(members)
            if members:
                passed = sum(one.passed for one in group)
                heading = Text(f"{number}. {title}", "bold").append(
                    f"   {passed} of {len(group)} passed", "not bold dim"
                )
                options.append(Option(heading, disabled=True))
                options += [Option(self._line(one), id=one.exercise.name) for one in members]
        chosen = "" if self._filter == "all" else f"   only {self._filter}"
        self.query_one("#heading", Static).update(
            Text("The exercises", "bold").append(f"   {found} of {len(self._session.exercises)}{chosen}", "not bold")
        )
        exercises = self.query_one(OptionList)
        exercises.clear_options()
        exercises.add_options(options or [Option("None.", disabled=True)])
        names = [option.id for option in options]
        here = self._session.current.name
        if here in names:
            exercises.highlighted = names.index(here)
        elif found:
            exercises.highlighted = next(index for index, name in enumerate(names) if name)

    def _line(self, one: Standing) -> Text:
        here = one.exercise == self._session.current
        mark = "▸ " if one.exercise.name == self._marked else "  "
        line = Text(no_wrap=True, overflow="ellipsis").append(mark).append_text(sign(one))
        line.append(f" {one.exercise.number:>5}  {one.exercise.name:<30}", "bold" if here else "")
        return line.append(f" {one.words}")


def _matches(one: Standing, searched: str) -> bool:
    exercise = one.exercise
    return searched in exercise.name or searched in exercise.name.replace("_", " ") or exercise.number == searched


class Reading(ModalScreen[None]):
    """A text over the exercise: what the file prints, a solution, a plot."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,enter", "close", "close")]
    CSS = """
    Reading { align: center middle; }
    Reading > ScrollableContainer { width: 96%; height: 90%; border: round $primary; padding: 0 1; }
    Reading Static { width: auto; }
    """

    def __init__(self, title: str, content: RenderableType) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        """Lay out the text in a frame."""
        with ScrollableContainer() as frame:
            frame.border_title = self._title
            frame.border_subtitle = "esc: back"
            yield Static(self._content, markup=False)

    def action_close(self) -> None:
        """Go back to the exercise."""
        self.dismiss(None)


class Question(ModalScreen[bool]):
    """Yes or no, with what each means."""

    BINDINGS: ClassVar[list[BindingType]] = [("y", "answer(True)", "yes"), ("n,escape,q", "answer(False)", "no")]
    CSS = """
    Question { align: center middle; }
    Question > Static { width: auto; max-width: 70; height: auto; border: round $primary; padding: 1 2; }
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        yield Static(self._words, markup=False)

    def action_answer(self, answer: bool) -> None:
        """Answer it."""
        self.dismiss(answer)
