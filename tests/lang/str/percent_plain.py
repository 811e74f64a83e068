print('%s' % 'a', '%s%s' % ('a', 'b'), '%d%%' % 5, '%s' % (3,), '%s|%d' % ('é', -7), '%s' % 10**30, '%d' % True, '%s' % None)
print('é %s' % 'plain', '%s' % '日本' * 2, 'no args' % (), '%%' % (), '%s' % ((1, 2),), '%s' % [1], '%s' % 1.5)
print('%s' % ('x' * 300) == 'x' * 300, len('%s-%s' % ('é' * 150, 'b' * 200)), '%s' % '', '%s %s' % ('', ''))


class Word(str):
    def __str__(self):
        return 'Word!'


class Number(int):
    def __repr__(self):
        return 'Number!'


print('%s' % Word('w'), '%s %s' % (Word('w'), 1), '%d' % Number(4), '%s' % Number(4), '%(a)s %(b)d' % {'a': 1, 'b': 2})
for form, args in [('%s', ()), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('a', 'b'), ('%', 'a'), ('%d', 'a'), ('%q', 1), ('%s %', ('a',)), ('%d', 1.5), ('%d', '5')]:
    try:
        print(form % args)
    except (TypeError, ValueError) as e:
        print(repr(form), type(e).__name__, e)
print('%s' % 'a' is not None, ('%s' % 'ab').upper(), hash('%s' % 'key') == hash('key'), {'k1': 2}['k%d' % 1])
x = '%s'
x %= 'inplace'
print(x)
