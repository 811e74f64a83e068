from check_mod import check

check("'a'.foo", "''.upper.__name__", "str.upper", "'a'.upper()", "callable('a'.upper)", "hasattr('', 'join')", "hasattr('', 'frobnicate')", "getattr('abc', 'upper')()", "str.upper('x')", "str.join(',', ['a', 'b'])", "list(map(str.strip, [' a ', 'b ']))", "sorted(['b', 'A', 'c'], key=str.lower)", "isinstance('', str)", "str.__doc__.splitlines()[0]", "'abc'.__len__()", "'abc'.__getitem__(1)", "'abc'.__add__('d')", "'abc'.__mul__(2)", "'abc'.__rmul__(2)", "'%s'.__mod__(5)", "'a'.__eq__('a')", "'a'.__lt__('b')", "'a'.__eq__(1)", "'a'.__hash__() == hash('a')", "list('ab'.__iter__())", "'x'.__format__('>3')", "'x'.__format__(3)", "'abc'.__contains__('z')", "'a'.__ne__('b')", "'a'.__ge__('a')", "'a'.__add__(1)")
want = [n for n in "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill".split() if not hasattr(str, n)]
print(want)
try: "abc".x = 5
except AttributeError as e: print(e)
