from check_mod import check

check("'ab' * 3", "3 * 'ab'", "'ab' * 0", "'ab' * -1", "'\u20ac' * 4", "'a' * True", "'a' * False", "'' * 1000000", "'-' * 20", "'ab' * 1")
check("'a' * 1.5", "'a' * 'b'", "'a' * None", "'a' * 2**70", "'a' * -2**70", "1.5 * 'a'", "'abcdefgh' * 2**61", "'a' * [1]")
class I:
    def __index__(self): return 3
class B:
    def __index__(self): return "x"
check("'ab' * i", "i * 'ab'", "'ab' * b", i=I(), b=B())
s = "xyz"
s *= 3
print(s, len("ab" * 100000), ("\u00e9a" * 5000)[4999:5003])
