# Names of the module builtins that a script replaces, deletes and puts back.
import builtins
from unittest.mock import patch, mock_open


def ask():
    return input('? ')


def size(x):
    return len(x)


with patch('builtins.input', return_value='hello') as asked:
    builtins.print(ask())
asked.assert_called_once_with('? ')
with patch('builtins.print') as printed:
    print('unseen', 1)
print(printed.call_args_list)
with patch('builtins.open', mock_open(read_data='data')) as opened:
    with open('nowhere') as f:
        print(f.read())
opened.assert_called_once_with('nowhere')

original = builtins.len
print(size('abc'))
builtins.len = lambda x: 42
print(size('abc'), len(()), eval('len([])'), (lambda: len('q'))())
builtins.len = original
print(size('abc'))
del builtins.len
try:
    size('abc')
except NameError as e:
    print(e)
print(hasattr(builtins, 'len'))
builtins.__dict__['len'] = original
print(size('abc'))


def later():
    for i in range(3):
        yield sum([i, 1])


g = later()
print(next(g))
builtins.sum = lambda x: 'mine'
print(next(g), [sum([1])])
builtins.sum = builtins.max
print(next(g))
builtins.fresh = 'new name'
print(fresh)
len = 7
print(len)
del len
print(len('ab'))
space = {}
exec('r = sum([5, 6])', space)
print(space['r'])
