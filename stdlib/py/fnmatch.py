"""File names matched against shell patterns."""
import functools
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def translate(pat):
    out = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not out or out[-1] != '.*':
                out.append('.*')
        elif c == '?':
            out.append('.')
        elif c == '[':
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            while j < n and pat[j] != ']':
                j += 1
            if j >= n:
                out.append('\\[')
            else:
                inside = pat[i:j].replace('\\', r'\\').replace('[', r'\[')
                i = j + 1
                if inside[0] == '!':
                    inside = '^' + inside[1:]
                elif inside[0] == '^':
                    inside = '\\' + inside
                out.append(f'[{inside}]')
        else:
            out.append(re.escape(c))
    return f'(?s:{"".join(out)})\\Z'


@functools.lru_cache(maxsize=256)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
    return re.compile(translate(pat)).match


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    match = _matcher(pat)
    return [name for name in names if match(name)]
