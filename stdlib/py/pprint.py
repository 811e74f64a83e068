"""Pretty printing."""
import sys


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return ''.join(_format(object, 0, 0, indent, width, depth, sort_dicts, 1, set()))


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    print(pformat(object, indent, width, depth, sort_dicts=sort_dicts), file=stream or sys.stdout)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._options = (indent, width, depth)
        self._stream = stream
        self._sort = sort_dicts

    def pformat(self, object):
        return pformat(object, *self._options, sort_dicts=self._sort)

    def pprint(self, object):
        print(self.pformat(object), file=self._stream or sys.stdout)


def _key(pair):
    return (str(type(pair[0])), pair[0])


def _items(d, sort_dicts):
    if not sort_dicts:
        return list(d.items())
    try:
        return sorted(d.items())
    except TypeError:
        return sorted(d.items(), key=lambda p: (str(type(p[0])), str(p[0])))


def _flat(o, depth, sort_dicts, level):
    cls = type(o)
    if cls is dict:
        if depth is not None and level > depth:
            return '{...}' if o else '{}'
        return '{' + ', '.join([f'{_flat(k, depth, sort_dicts, level + 1)}: {_flat(v, depth, sort_dicts, level + 1)}' for k, v in _items(o, sort_dicts)]) + '}'
    if cls is list or cls is tuple:
        opening, closing = '[]' if cls is list else '()'
        if depth is not None and level > depth:
            return opening + '...' + closing if o else opening + closing
        inner = ', '.join([_flat(v, depth, sort_dicts, level + 1) for v in o])
        return opening + inner + (',' if cls is tuple and len(o) == 1 else '') + closing
    return repr(o)


def _format(o, column, allowance, indent, width, depth, sort_dicts, level, seen):
    if id(o) in seen:
        return [f'<Recursion on {type(o).__name__} with id={id(o)}>']
    cls = type(o)
    if cls not in (dict, list, tuple, set, frozenset) or not o:
        return [repr(o)]
    seen.add(id(o))
    try:
        if cls in (dict, list, tuple):
            try:
                flat = _flat(o, depth, sort_dicts, level) if not _cyclic(o, set()) else None
            except RecursionError:
                flat = None
        else:
            try:
                flat = ('{' if cls is set else 'frozenset({') + ', '.join(map(repr, sorted(o))) + ('}' if cls is set else '})')
            except TypeError:
                flat = repr(o)
        if flat is not None and len(flat) <= width - column - allowance or depth is not None and level > depth:
            return [flat]
        if cls is dict:
            opening, closing = '{', '}'
        elif cls is list:
            opening, closing = '[', ']'
        elif cls is tuple:
            opening, closing = '(', ',)' if len(o) == 1 else ')'
        else:
            opening, closing = ('{', '}') if cls is set else ('frozenset({', '})')
        out = [opening]
        if indent > 1:
            out.append((indent - 1) * ' ')
        inner = column + max(indent, len(opening))
        separator = ',\n' + ' ' * inner
        values = _items(o, sort_dicts) if cls is dict else sorted(o) if cls in (set, frozenset) else o
        count = len(values)
        for i, value in enumerate(values):
            last = i == count - 1
            room = allowance + len(closing) if last else 1
            if cls is dict:
                key = repr(value[0])
                out.append(key + ': ')
                out += _format(value[1], inner + len(key) + 2, room, indent, width, depth, sort_dicts, level + 1, seen)
            else:
                out += _format(value, inner, room, indent, width, depth, sort_dicts, level + 1, seen)
            if not last:
                out.append(separator)
        out.append(closing)
        return out
    finally:
        seen.discard(id(o))


def _cyclic(o, above):
    if type(o) not in (dict, list, tuple):
        return False
    if id(o) in above:
        return True
    above.add(id(o))
    found = any(_cyclic(v, above) for v in (o.values() if type(o) is dict else o))
    above.discard(id(o))
    return found


def saferepr(object):
    return repr(object)


def isreadable(object):
    return True
