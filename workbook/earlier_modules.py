"""The modules `workbook.earlier.NAME`: what an earlier exercise had the learner write, for later ones to import."""

from __future__ import annotations

import ast
from pathlib import Path

_PACKAGE = "workbook.earlier."


def earlier_names(tree: ast.Module) -> list[str]:
    """Return the exercises whose functions a program imports."""
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return [module.removeprefix(_PACKAGE) for module in modules if module.startswith(_PACKAGE)]


def earlier_path(root: Path, name: str) -> Path:
    """Return where the module made from an exercise lies."""
    return root / "workbook" / "earlier" / f"{name}.py"


def earlier_sources(tree: ast.Module, root: Path) -> dict[str, str]:
    """Return the text of every such module that a program imports, also by way of another: full name -> text."""
    found: dict[str, str] = {}
    pending = earlier_names(tree)
    while pending:
        name = pending.pop()
        path = earlier_path(root, name)
        if _PACKAGE + name not in found and path.is_file():
            found[_PACKAGE + name] = path.read_text(encoding="utf-8")
            pending += earlier_names(ast.parse(found[_PACKAGE + name]))
    return found
