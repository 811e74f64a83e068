"""Splitting text as a shell does."""
import re

__all__ = ['split', 'quote', 'join']

_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word = [], None
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        i += 1
        if c in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == '#':
            while i < n and s[i] != '\n':
                i += 1
        elif c == '\\' and posix:
            if i == n:
                raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        elif c in '"\'':
            word = (word or '') + ('' if posix else c)
            while True:
                if i == n:
                    raise ValueError('No closing quotation')
                d = s[i]
                i += 1
                if d == c:
                    break
                if d == '\\' and c == '"' and posix:
                    if i == n:
                        raise ValueError('No escaped character')
                    if s[i] not in '"\\':
                        word += d
                    d = s[i]
                    i += 1
                word += d
            if not posix:
                word += c
        else:
            word = (word or '') + c
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if _unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(arg) for arg in split_command])
