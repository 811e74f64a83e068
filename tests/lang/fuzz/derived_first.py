# A class derived from that of the left operand compares first.
class A(list): pass
class B(A): pass
class T(tuple): pass
for a, b in (([1], A(['a'])), (A([1]), ['a']), (A([1]), A(['a'])), (A([1]), B(['a'])), (B([1]), A(['a'])), ((1,), T(('a',))), (T((1,)), ('a',))):
    for op in ('<', '>=', '=='):
        try: print(eval('a %s b' % op))
        except TypeError as e: print(e)
