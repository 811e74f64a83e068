import difflib

a = ['one\n', 'two\n', 'three\n', 'four\n', 'five\n']
b = ['ore\n', 'tree\n', 'three\n', 'emu\n', 'five\n', 'six\n']
print(''.join(difflib.ndiff(a, b)), end='')
print(''.join(difflib.unified_diff(a, b, 'before', 'after')), end='')
print(''.join(difflib.context_diff(a, b, 'before', 'after', '2024-01-01', '2024-01-02', n=1)), end='')
delta = list(difflib.ndiff(a, b))
print(list(difflib.restore(delta, 1)) == a, list(difflib.restore(delta, 2)) == b)
try:
    list(difflib.restore(delta, 3))
except ValueError as e:
    print(e)
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(difflib.get_close_matches('wheel', ['while', 'with', 'for'], n=1, cutoff=0.5))
print(difflib.get_close_matches('zzz', ['a']))
for bad in ({'n': 0}, {'cutoff': 2}):
    try:
        difflib.get_close_matches('a', ['a'], **bad)
    except ValueError as e:
        print(e)
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio())
print(s.get_matching_blocks())
print(s.get_opcodes())
print(difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(None, ' abcd', 'abcd abcd').find_longest_match())
print(difflib.SequenceMatcher(None, '', '').ratio(), difflib.SequenceMatcher(None, [1, 2, 3], [1, 3]).get_opcodes())
long_a = [f'line {i}' for i in range(40)]
long_b = long_a[:5] + ['new'] + long_a[5:20] + long_a[22:35] + ['changed'] + long_a[36:]
for group in difflib.SequenceMatcher(None, long_a, long_b).get_grouped_opcodes(2):
    print(group)
print('\n'.join(difflib.unified_diff(long_a, long_b, lineterm='', n=1)))
print('\n'.join(difflib.Differ().compare(['  tab\tx', 'same'], ['  tab\ty', 'same', 'more'])))
text1 = 'x' * 150 + 'abc' * 30 + 'tail'
text2 = 'x' * 150 + 'acb' * 30 + 'tail!'
print(round(difflib.SequenceMatcher(None, text1, text2).ratio(), 6), round(difflib.SequenceMatcher(None, text1, text2, autojunk=False).ratio(), 6))
print(difflib.IS_LINE_JUNK('  # \n'), difflib.IS_LINE_JUNK('x\n'), difflib.IS_CHARACTER_JUNK(' '), difflib.IS_CHARACTER_JUNK('x'))
print(list(difflib.diff_bytes(difflib.unified_diff, [b'a\n', b'\xff\n'], [b'a\n', b'\xfe\n'])))
