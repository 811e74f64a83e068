"""File names matched against shell patterns."""
import functools
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def translate(pat):
    """A shell pattern as a regular expression."""
    parts = []      # None for *
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif c == '?':
            parts.append('.')
        elif c == '[':
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            while j < n and pat[j] != ']':
                j += 1
            if j >= n:
                parts.append('\\[')
            else:
                parts.append(_set(pat, i, j))
                i = j + 1
        else:
            parts.append(re.escape(c))
    # What follows a * may be found at the first place it fits; only the last one looks further.
    out = []
    i, n = 0, len(parts)
    while i < n and parts[i] is not None:
        out.append(parts[i])
        i += 1
    while i < n:
        i += 1
        if i == n:
            out.append('.*')
            break
        fixed = []
        while i < n and parts[i] is not None:
            fixed.append(parts[i])
            i += 1
        fixed = ''.join(fixed)
        out.append('.*' + fixed if i == n else f'(?>.*?{fixed})')
    return f'(?s:{"".join(out)})\\Z'


def _set(pat, i, j):
    """The set between brackets, without the ranges that hold nothing."""
    inside = pat[i:j]
    if '-' not in inside:
        inside = inside.replace('\\', r'\\')
    else:
        chunks = []
        k = i + 2 if pat[i] == '!' else i + 1
        while True:
            k = pat.find('-', k, j)
            if k < 0:
                break
            chunks.append(pat[i:k])
            i = k + 1
            k += 3
        rest = pat[i:j]
        if rest:
            chunks.append(rest)
        else:
            chunks[-1] += '-'
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        inside = '-'.join([chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks])
    inside = re.sub(r'([&~|])', r'\\\1', inside)
    if not inside:
        return '(?!)'
    if inside == '!':
        return '.'
    if inside[0] == '!':
        inside = '^' + inside[1:]
    elif inside[0] in ('^', '['):
        inside = '\\' + inside
    return f'[{inside}]'


@functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def fnmatch(name, pat):
    import os
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def filter(names, pat):
    """The names that match a pattern."""
    match = _matcher(pat)
    return [name for name in names if match(name)]
