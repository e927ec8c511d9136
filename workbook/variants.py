"""Single-edit variants of a reference: the slips that people make, derived from the right line, each with its words.

A variant is the reference with one edit: sides swapped, a factor missing, another name, a loop one round short. Whether
an answer made that slip is found by value: it gives what the variant gives, on every data set, however it is spelled.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# An edit: what stands in the node's place, and the words for it.
Edit = tuple[ast.AST | None, str]


@dataclass(frozen=True)
class Variant:
    """One edited top-level statement of a reference.

    `words` follow "`name`, line 14: "; `name` is what the edited line sets, or the function that it stands in; `local`
    the variable inside that function, where there is one; `code` the edited line, `line` its number. `right` is the
    line of the reference that the words find fault with, `wrong` the same line edited (None where it is missing); both
    are None where the words are about the order of lines, or their number.
    """

    index: int
    statement: ast.stmt
    words: str
    name: str | None
    local: str | None
    code: str
    line: int
    right: ast.stmt | None
    wrong: ast.stmt | None


_LINE_MISSING = "the line that sets"


@lru_cache(maxsize=256)
def variants_of(module: ast.Module, index: int) -> tuple[Variant, ...]:
    """Return the variants of the top-level statement `module.body[index]`, the likelier slips first."""
    statement = module.body[index]
    scope = _names_before(module, index)
    keys = _keys_in(module)
    functions = [line.name for line in module.body[:index] if isinstance(line, ast.FunctionDef)]
    found: dict[str, tuple[int, Variant]] = {}
    original = ast.unparse(statement)
    for rank, path, replacement, words in _edits(statement, scope, keys, functions):
        edited = _replaced(statement, path, replacement)
        if edited is None:
            continue
        text = ast.unparse(edited)
        if text == original or text in found:
            continue
        line, edited_line = _statement_at(statement, path), _statement_at(edited, path)
        code = ast.unparse(edited_line).splitlines()[0]
        name, local = _names_of(statement, line)
        right: ast.stmt | None = line
        wrong: ast.stmt | None = edited_line
        if isinstance(replacement, list):
            right, wrong = (line if words.startswith(_LINE_MISSING) else None), None
        variant = Variant(index, edited, words, name, local, code, line.lineno, right, wrong)
        found[text] = (rank, variant)
    return tuple(variant for _, variant in sorted(found.values(), key=lambda item: item[0]))


def bound_names(statement: ast.stmt) -> list[str]:
    """Return the names that a statement sets or changes, in order; not the counters of its loops."""
    names: dict[str, None] = {}
    counters: set[str] = set()
    for node in _walk_outside_functions(statement):
        match node:
            case ast.Assign(targets=targets):
                names.update(dict.fromkeys(name for target in targets for name in _base_names(target)))
            case ast.AugAssign(target=target) | ast.AnnAssign(target=target):
                names.update(dict.fromkeys(_base_names(target)))
            case ast.For(target=target) | ast.comprehension(target=target):
                counters.update(_base_names(target))
            case ast.Expr(
                value=ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append" | "extend" | "insert"))
            ):
                names[name] = None
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                names[name] = None
    return [name for name in names if name not in counters]


# A path leads from a statement to a node inside it: field names, with an index where the field is a list.
_Path = tuple[tuple[str, int | None], ...]


def _edits(
    statement: ast.stmt, scope: list[str], keys: list[str], functions: list[str]
) -> Iterator[tuple[int, _Path, ast.AST | list[ast.stmt] | None, str]]:
    """Yield (rank, path, replacement, words) for every edit inside a statement; a low rank is a likely slip."""
    local = _local_names(statement)
    for path, node in _nodes(statement, ()):
        if isinstance(node, ast.expr) and not _in_target(path):
            for rank, replacement, words in _expression_edits(node, [*scope, *local], keys):
                yield rank, path, replacement, words
            if isinstance(node, ast.Name) and node.id in functions:
                for other in functions:
                    if other != node.id:
                        words = f"you call `{other}` where `{node.id}` belongs"
                        yield 4, path, ast.Name(id=other, ctx=ast.Load()), words
        elif isinstance(node, ast.AugAssign):
            yield from ((2, path, *edit) for edit in _accumulation_edits(node))
        elif isinstance(node, ast.Return) and node.value is not None:
            yield 3, path, ast.Return(value=ast.Constant(value=None)), "the function returns None: `return` is missing"
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(block, list) and not isinstance(node, ast.IfExp | ast.Lambda):
                yield from _block_edits((*path, (field, None)), block)


def _expression_edits(node: ast.expr, scope: list[str], keys: list[str]) -> Iterator[tuple[int, ast.AST, str]]:
    match node:
        case ast.BinOp():
            yield from _operator_edits(node)
        case ast.UnaryOp(op=ast.USub(), operand=operand) if not isinstance(operand, ast.Constant):
            yield 1, operand, f"the minus in front of `{_code(operand)}` is missing"
        case ast.Call():
            yield from _call_edits(node)
        case ast.Subscript(value=value, slice=index):
            yield from _index_edits(node, value, index, keys)
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield from _comparison_edits(left, operator, right)
        case ast.Attribute(value=value, attr="T"):
            yield 2, value, f"`.T` is missing behind `{_code(value)}`"
        case ast.Constant(value=bool() | str() | None):
            return
        case ast.Constant(value=int() | float() as number):
            for near in _near_numbers(number):
                yield 5, ast.Constant(value=near), f"you have {near:g} where {number:g} belongs"
        case ast.Name(id=name, ctx=ast.Load()) if name in scope:
            for other in dict.fromkeys(scope):
                if other != name:
                    yield 4, ast.Name(id=other, ctx=ast.Load()), f"you use `{other}` where `{name}` belongs"
    if isinstance(node, ast.Name) and node.id in scope and isinstance(node.ctx, ast.Load):
        ten = ast.Constant(value=10)
        yield 8, ast.BinOp(node, ast.Mult(), ten), f"you have ten times `{node.id}` where `{node.id}` belongs"
        yield 8, ast.BinOp(node, ast.Div(), ten), f"you have a tenth of `{node.id}` where `{node.id}` belongs"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        size = ast.Call(func=ast.Name("abs", ast.Load()), args=[node], keywords=[])
        yield 6, size, "you take the size alone; the sign belongs to it"
    if isinstance(node, ast.BinOp | ast.Call | ast.Name):
        yield 6, ast.UnaryOp(op=ast.USub(), operand=node), f"the sign of `{_code(node)}` is flipped"
    if isinstance(node, ast.BinOp):
        twice = ast.BinOp(left=ast.Constant(value=2), op=ast.Mult(), right=node)
        half = ast.BinOp(left=node, op=ast.Div(), right=ast.Constant(value=2))
        square = ast.BinOp(left=node, op=ast.Pow(), right=ast.Constant(value=2))
        yield 7, twice, "there is a factor 2 too many"
        yield 7, half, "it is halved; no division by 2 belongs here"
        yield 7, square, "it is squared; no square belongs here"


def _operator_edits(node: ast.BinOp) -> Iterator[tuple[int, ast.AST, str]]:
    left, right = node.left, node.right
    swapped = ast.BinOp(left=right, op=node.op, right=left)
    have = f"you have `{_code(swapped)}`"

    def with_operator(operator: ast.operator) -> ast.BinOp:
        return ast.BinOp(left=left, op=operator, right=right)

    match node.op:
        case ast.Sub():
            yield 0, swapped, f"the two sides of the minus are swapped: {have}"
            yield (
                1,
                with_operator(ast.Add()),
                f"you add where you should subtract: you have `{_code(with_operator(ast.Add()))}`",
            )
            yield 2, left, f"`- {_code(right)}` is missing"
            yield 3, right, f"you have `{_code(right)}` alone; what it is subtracted from is missing"
        case ast.Add():
            yield (
                1,
                with_operator(ast.Sub()),
                f"you subtract where you should add: you have `{_code(with_operator(ast.Sub()))}`",
            )
            yield 2, left, f"`+ {_code(right)}` is missing"
            yield 2, right, f"`{_code(left)} +` is missing"
        case ast.Mult():
            yield 1, right, f"the factor {_quoted(left)} is missing"
            yield 1, left, f"the factor {_quoted(right)} is missing"
            yield (
                2,
                with_operator(ast.Add()),
                f"you add where you should multiply: you have `{_code(with_operator(ast.Add()))}`",
            )
            yield (
                3,
                with_operator(ast.Div()),
                f"you divide where you should multiply: you have `{_code(with_operator(ast.Div()))}`",
            )
        case ast.Div():
            yield 0, swapped, f"the two sides of the division are swapped: {have}"
            yield 1, left, f"the division by {_quoted(right)} is missing"
            yield (
                2,
                with_operator(ast.Mult()),
                f"you multiply where you should divide: you have `{_code(with_operator(ast.Mult()))}`",
            )
        case ast.Pow():
            power = "square" if isinstance(right, ast.Constant) and right.value == 2 else "power"
            yield 1, left, f"the {power} is missing"
            times = with_operator(ast.Mult())
            yield (
                2,
                times,
                f"you multiply by {_code(right)} where you should take the {power}: you have `{_code(times)}`",
            )
        case ast.MatMult():
            yield 1, swapped, f"the two sides of the matrix product are swapped: {have}"
            yield 2, with_operator(ast.Mult()), "you multiply entry by entry where the matrix product `@` belongs"


_OPPOSITE_CALLS = {
    "sum": ("mean", "you take the mean where the sum belongs"),
    "mean": ("sum", "you take the sum where the mean belongs"),
    "max": ("min", "you take the smallest where the largest belongs"),
    "min": ("max", "you take the largest where the smallest belongs"),
    "maximum": ("minimum", "you take the smaller where the larger belongs"),
    "minimum": ("maximum", "you take the larger where the smaller belongs"),
    "std": ("var", "you have the variance where the standard deviation belongs"),
    "var": ("std", "you have the standard deviation where the variance belongs"),
}
_NOT_A_SLIP = {"print", "load", "range", "len", "show", "append", "zip", "enumerate", "isinstance", "default_rng"}
_NOT_A_SLIP |= {"array", "asarray", "float", "int", "list", "column_stack", "tqdm", "plot", "subplots"}
_NOT_A_SLIP |= {"xlabel", "ylabel", "title", "legend", "set_xlabel", "set_ylabel", "set_title", "xscale", "yscale"}


def _call_edits(node: ast.Call) -> Iterator[tuple[int, ast.AST, str]]:
    function = node.func
    name = (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )
    if name == "range":
        yield from _range_edits(node)
    if not name or name in _NOT_A_SLIP:
        return
    is_method = isinstance(function, ast.Attribute) and not _is_module(function.value)
    if isinstance(function, ast.Attribute) and is_method and not node.args:
        yield 1, function.value, f"`.{name}()` is missing"
    if len(node.args) == 1 and not is_method:
        yield 2, node.args[0], f"`{name}` is not applied to `{_code(node.args[0])}`"
    if len(node.args) == 2 and not is_method:
        for kept in node.args:
            yield 4, kept, f"`{name}` is not applied: you have `{_code(kept)}` alone"
    if name in _OPPOSITE_CALLS:
        other, words = _OPPOSITE_CALLS[name]
        yield 1, _with_function(node, other), words
    for index in range(len(node.args) - 1):
        arguments = list(node.args)
        arguments[index], arguments[index + 1] = arguments[index + 1], arguments[index]
        swapped = ast.Call(func=function, args=arguments, keywords=node.keywords)
        yield 2, swapped, f"the arguments are in another order: you have `{_code(swapped)}`"
    for index, keyword in enumerate(node.keywords):
        fewer = ast.Call(func=function, args=node.args, keywords=node.keywords[:index] + node.keywords[index + 1 :])
        yield 3, fewer, f"`{keyword.arg}={_code(keyword.value)}` is missing"


def _range_edits(node: ast.Call) -> Iterator[tuple[int, ast.AST, str]]:
    stop = node.args[0] if len(node.args) == 1 else node.args[1]
    for step, words in ((1, "the loop runs once too often"), (-1, "the loop runs once too few")):
        operator = ast.Add() if step > 0 else ast.Sub()
        other = ast.BinOp(left=stop, op=operator, right=ast.Constant(value=1))
        arguments: list[ast.expr] = [other] if len(node.args) == 1 else [node.args[0], other, *node.args[2:]]
        yield 1, ast.Call(func=node.func, args=arguments, keywords=[]), words


def _index_edits(
    node: ast.Subscript, value: ast.expr, index: ast.expr, keys: list[str]
) -> Iterator[tuple[int, ast.AST, str]]:
    if isinstance(index, ast.Constant) and isinstance(index.value, int):
        for other in (index.value + 1, index.value - 1):
            edited = ast.Subscript(value=value, slice=ast.Constant(value=other), ctx=node.ctx)
            yield 3, edited, f"the index is off by one: you have `{_code(edited)}`"
    elif isinstance(index, ast.Constant) and index.value in keys:
        for key in keys:
            if key != index.value:
                edited = ast.Subscript(value=value, slice=ast.Constant(value=key), ctx=node.ctx)
                yield 4, edited, f"you use `{_code(edited)}` where `{_code(node)}` belongs"
    elif isinstance(index, ast.Name):
        for operator, sign in ((ast.Add(), "+"), (ast.Sub(), "-")):
            other_index = ast.BinOp(left=index, op=operator, right=ast.Constant(value=1))
            edited = ast.Subscript(value=value, slice=other_index, ctx=node.ctx)
            yield 3, edited, f"the index is off by one: `{index.id} {sign} 1` in place of `{index.id}`"


_FLIPPED = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}


def _comparison_edits(left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Iterator[tuple[int, ast.AST, str]]:
    if type(operator) in _FLIPPED:
        flipped = ast.Compare(left=left, ops=[_FLIPPED[type(operator)]()], comparators=[right])
        yield 1, flipped, f"the comparison is the wrong way round: you have `{_code(flipped)}`"


def _accumulation_edits(node: ast.AugAssign) -> Iterator[Edit]:
    code = _code(node.target)
    plain = ast.Assign(targets=[node.target], value=node.value, lineno=node.lineno)
    yield (
        plain,
        f"it is set anew each time, not added up: you have `{code} =` in place of `{_code(node)[: len(code) + 3]}`",
    )
    flipped = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
    if type(node.op) in flipped:
        other = ast.AugAssign(target=node.target, op=flipped[type(node.op)](), value=node.value)
        verbs = {ast.Add: "subtract where you should add", ast.Sub: "add where you should subtract"}
        yield other, f"you {verbs.get(type(node.op), 'use the opposite operation')}: you have `{_code(other)}`"


def _block_edits(path: _Path, block: list[ast.stmt]) -> Iterator[tuple[int, _Path, list[ast.stmt], str]]:
    """Edits of a whole block: two lines swapped, one missing, one twice, a `return` inside the loop."""
    for index, statement in enumerate(block):
        names = bound_names(statement)
        what = f"`{names[0]}`" if names else None
        if what and len(block) > 1 and not isinstance(statement, ast.FunctionDef):
            without = block[:index] + block[index + 1 :]
            yield 3, (*path, ("", index)), without, f"{_LINE_MISSING} {what} is missing"
            if _reads_what_it_sets(statement):
                twice = [*block[: index + 1], statement, *block[index + 1 :]]
                yield 3, (*path, ("", index)), twice, f"{what} is updated twice"
        if index + 1 < len(block):
            after = block[index + 1]
            later = bound_names(after)
            swapped = [*block[:index], after, statement, *block[index + 2 :]]
            if names and later:
                words = f"`{later[0]}` is calculated before `{names[0]}` is, from its value of before"
                yield 2, (*path, ("", index + 1)), swapped, words
            if isinstance(statement, ast.For | ast.While) and isinstance(after, ast.Return):
                inside = copy.deepcopy(statement)
                inside.body.append(after)
                early = [*block[:index], inside, *block[index + 1 :]]
                yield (
                    2,
                    (*path, ("", index + 1)),
                    early,
                    "the `return` stands inside the loop, so it ends after one round",
                )


def _reads_what_it_sets(statement: ast.stmt) -> bool:
    read = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return isinstance(statement, ast.AugAssign) or (
        isinstance(statement, ast.Assign) and bool(read & set(bound_names(statement)))
    )


def _near_numbers(value: int | float) -> list[int | float]:
    """The numbers people mistake `value` for: one more or less, a tenth, ten times, half, twice, its opposite."""
    if isinstance(value, int):
        near: list[int | float] = [value + 1, value - 1, value * 10, -value]
    else:
        near = [value * 10, value / 10, value * 2, value / 2, -value, 1 - value]
    return [number for number in dict.fromkeys(near) if number != value]


# Walking and replacing


def _nodes(node: ast.AST, path: _Path) -> Iterator[tuple[_Path, ast.AST]]:
    yield path, node
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield from _nodes(value, (*path, (field, None)))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield from _nodes(item, (*path, (field, index)))


def _in_target(path: _Path) -> bool:
    """Whether a path leads into what is set, or into a function's head, where an edit is no slip."""
    outside = {"target", "targets", "decorator_list", "returns", "annotation", "defaults", "format_spec"}
    return any(field in outside for field, _ in path) or ("args", None) in path


def _replaced(statement: ast.stmt, path: _Path, replacement: ast.AST | list[ast.stmt] | None) -> ast.stmt | None:
    """Return a statement with the node at `path` replaced; a list replaces the whole block.

    Only the nodes on the way are copied: the rest is shared with the original, and nobody changes it.
    """
    if isinstance(replacement, list):
        path = path[:-1]
    if not path:
        return replacement if isinstance(replacement, ast.stmt) else None
    edited = _with_part(statement, path, replacement)
    assert isinstance(edited, ast.stmt)
    return ast.fix_missing_locations(edited)


def _with_part(node: ast.AST, path: _Path, replacement: ast.AST | list[ast.stmt] | None) -> ast.AST:
    """A copy of a node in which the part at `path` is another one."""
    (field, index), *rest = path
    value = getattr(node, field)
    part = value if index is None else value[index]
    new = _with_part(part, tuple(rest), replacement) if rest else replacement
    edited = copy.copy(node)
    setattr(edited, field, new if index is None else [*value[:index], new, *value[index + 1 :]])
    return edited


def _statement_at(statement: ast.stmt, path: _Path) -> ast.stmt:
    """The innermost statement on the way along a path, as far as it can be gone."""
    innermost: ast.stmt = statement
    node: ast.AST | list[ast.stmt] = statement
    for field, index in path:
        value = node if field == "" else getattr(node, field, None)
        if isinstance(value, list) and index is not None:
            value = value[min(index, len(value) - 1)] if value else None
        if value is None:
            break
        node = value
        if isinstance(node, ast.stmt):
            innermost = node
    return innermost


def _names_of(statement: ast.stmt, line: ast.stmt) -> tuple[str | None, str | None]:
    """What an edited line is about: (top-level name or function, the local variable inside the function)."""
    inner = [] if isinstance(line, ast.For | ast.While) else bound_names(line)
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name, (inner[0] if inner and line is not statement else None)
    names = inner if isinstance(line, ast.For | ast.While) else inner or bound_names(statement)
    return (names[0] if names else None), None


def _names_before(module: ast.Module, index: int) -> list[str]:
    """The top-level variables that are set before a statement; not its functions, nor what it imports."""
    names: dict[str, None] = {}
    for statement in module.body[:index]:
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            names.update(dict.fromkeys(bound_names(statement)))
    return list(names)


def _keys_in(module: ast.Module) -> list[str]:
    """The texts that stand in square brackets anywhere: the keys of dictionaries."""
    slices = [node.slice for node in ast.walk(module) if isinstance(node, ast.Subscript)]
    texts = [part.value for part in slices if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return list(dict.fromkeys(texts))


def _local_names(statement: ast.stmt) -> list[str]:
    """The parameters and variables inside a function; the names that a loop sets."""
    names = [argument.arg for argument in ast.walk(statement) if isinstance(argument, ast.arg)]
    if isinstance(statement, ast.FunctionDef):
        names += [name for line in statement.body for name in bound_names(line)]
    elif isinstance(statement, ast.For | ast.While):
        names += [*_counters(statement), *bound_names(statement)]
    return list(dict.fromkeys(names))


def _counters(statement: ast.stmt) -> list[str]:
    """The names that the loops in a statement count with."""
    loops = [node for node in ast.walk(statement) if isinstance(node, ast.For)]
    return [name for loop in loops for name in _base_names(loop.target)]


def _walk_outside_functions(statement: ast.stmt) -> Iterator[ast.AST]:
    """Walk a statement without entering the functions that it defines."""
    yield statement
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return
    pending: list[ast.AST] = [statement]
    while pending:
        for child in ast.iter_child_nodes(pending.pop(0)):
            yield child
            if not isinstance(child, ast.FunctionDef | ast.ClassDef | ast.Lambda):
                pending.append(child)


def _base_names(target: ast.expr) -> Iterable[str]:
    match target:
        case ast.Name(id=name):
            return [name]
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return [name for part in parts for name in _base_names(part)]
        case ast.Subscript(value=value) | ast.Attribute(value=value) | ast.Starred(value=value):
            return _base_names(value)
    return []


def _with_function(node: ast.Call, name: str) -> ast.Call:
    function = node.func
    new = (
        ast.Attribute(function.value, name, ast.Load())
        if isinstance(function, ast.Attribute)
        else ast.Name(name, ast.Load())
    )
    return ast.Call(func=new, args=node.args, keywords=node.keywords)


def _is_module(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in {"np", "plt", "keras", "ops", "layers", "math"}


def _code(node: ast.AST) -> str:
    return ast.unparse(node)


def _quoted(node: ast.AST) -> str:
    """A factor in words: a number as it is, anything else as code."""
    code = _code(node)
    return code if isinstance(node, ast.Constant) else f"`{code}`"
