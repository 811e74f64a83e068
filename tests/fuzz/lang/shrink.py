"""Makes a differing program small: statements and expressions go as long as it still differs."""
import ast
import time

PRELUDE = "from fz import Cm, drive, m, report, show, t, user_hash\n"
HELPERS = {"m", "t", "drive", "report", "show"}
ROUND = 24   # candidates tried in one process


def size(text):
    return len(text)


def bodies(tree):
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                yield node, field, block


def edits(source):
    """Programs a little smaller than this one, the boldest first."""
    tree = ast.parse(source)
    spots = []
    for number, (node, field, block) in enumerate(bodies(tree)):
        n = len(block)
        width = n
        while width:
            for start in range(0, n, width):
                spots.append((width, number, start))
            width //= 2
    spots.sort(reverse=True)
    for width, number, start in spots:
        tree = ast.parse(source)
        node, field, block = list(bodies(tree))[number]
        del block[start:start + width]
        if not block and field == "body":
            if isinstance(node, (ast.Module, ast.ExceptHandler)) or hasattr(ast, "match_case") and isinstance(node, ast.match_case) or not isinstance(node, ast.Module):
                block.append(ast.Pass())
        yield tree
    count = sum(1 for _ in ast.walk(ast.parse(source)))
    for index in range(count):
        yield from at_node(source, index)


def at_node(source, index):
    node = list(ast.walk(ast.parse(source)))[index]
    if isinstance(node, ast.stmt):
        for field in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, field, None), list) and getattr(node, field) and not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield replace(source, index, lambda n, field=field: getattr(n, field))
    elif isinstance(node, ast.expr):
        if isinstance(node, ast.Lambda) or isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in HELPERS:
            return
        for child in range(sum(isinstance(c, ast.expr) for c in ast.iter_child_nodes(node))):
            yield replace(source, index, lambda n, child=child: [c for c in ast.iter_child_nodes(n) if isinstance(c, ast.expr)][child])
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and len(node.value) > 1:
                for part in (node.value[1:], node.value[:-1], node.value[:1]):
                    yield replace(source, index, lambda n, part=part: ast.Constant(part))
            elif type(node.value) is int and node.value > 1:
                yield replace(source, index, lambda n: ast.Constant(1))
        elif not isinstance(node, ast.Name):
            yield replace(source, index, lambda n: ast.Constant(0))
            yield replace(source, index, lambda n: ast.Constant(""))
    for field in ("args", "keywords", "elts", "keys", "generators", "ifs", "values", "decorator_list", "bases", "items", "defaults", "kw_defaults", "ops", "patterns", "kwonlyargs", "posonlyargs"):
        block = getattr(node, field, None)
        if isinstance(block, list):
            for i in range(len(block)):
                yield without(source, index, field, i)


def replace(source, index, make):
    tree = ast.parse(source)
    target = list(ast.walk(tree))[index]
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is target:
                new = make(target)
                setattr(parent, field, new)
                return tree
            if isinstance(value, list):
                for i, item in enumerate(value):
                    if item is target:
                        new = make(target)
                        value[i:i + 1] = new if isinstance(new, list) else [new]
                        return tree
    return tree


def without(source, index, field, i):
    tree = ast.parse(source)
    node = list(ast.walk(tree))[index]
    del getattr(node, field)[i]
    partner = {"keys": "values", "ops": "comparators"}.get(field)
    if partner and i < len(getattr(node, partner, ())):
        del getattr(node, partner)[i]
    return tree


def text_of(tree):
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        ast.parse(text)
        return text
    except Exception:
        return None


def shrink(source, differs, seconds=60, progress=lambda text: None):
    """`differs` takes programs and returns the numbers of those that still differ."""
    end = time.time() + seconds
    best = source
    plain = text_of(ast.parse(source))
    if not plain or not differs([plain]):
        return source
    best = plain
    while time.time() < end:
        candidates, seen = [], {best}
        smaller = None
        for tree in edits(best):
            text = text_of(tree)
            if text is None or text in seen or size(text) >= size(best):
                continue
            seen.add(text)
            candidates.append(text)
            if len(candidates) == ROUND:
                smaller = smallest(candidates, differs)
                candidates = []
                if smaller or time.time() > end:
                    break
        if not smaller and candidates:
            smaller = smallest(candidates, differs)
        if not smaller:
            return best
        best = smaller
        progress(best)
    return best


def smallest(candidates, differs):
    hits = [candidates[i] for i in differs(candidates)]
    return min(hits, key=size) if hits else None
