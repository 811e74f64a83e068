# Small things programs showed: parse() of formats, pieces of JSON, enum fields, elided tuples.
import enum
import io
import json
import pprint
import string
import typing


class S(str):
    def __repr__(self):
        return f'S({str(self)!r})'


print('a-b'.partition(S('-')), 'a-b'.rpartition(S('-')), 'ab'.partition(S('-')))
for fmt in ('a{{b', '}}', '{a!r}}}x', '{a:{{}}}', '{0}{{', '{a!', '{a!}', '{a!rx}'):
    try:
        print(list(string.Formatter().parse(fmt)))
    except ValueError as e:
        print(e)
pprint.pprint({'t': (1,), 'l': [1], 'd': {1: 2}, 'deep': [[(1, 2)]]}, depth=1)
print(list(json.JSONEncoder().iterencode([1, 'a', [], {}, {'k': [None, True], 'm': 2.5}, [[1]]])))
print(list(json.JSONEncoder(indent=1, separators=(';', '=')).iterencode({'a': [1, {'b': ()}], 'c': 'd'})), list(json.JSONEncoder().iterencode('x')))


class Loud(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot):
            yield piece.upper()


print(json.dumps({'a': 'b'}, cls=Loud), Loud().encode([True]), Loud().encode('x'))
f = io.StringIO()
json.dump(['x'], f, cls=Loud)
print(f.getvalue())


class Color(enum.Enum):
    RED = 1


for name in ('value', 'name'):
    for change in (lambda: setattr(Color.RED, name, 2), lambda: delattr(Color.RED, name)):
        try:
            change()
        except AttributeError as e:
            print(e)
print(typing.Callable[int, str])
