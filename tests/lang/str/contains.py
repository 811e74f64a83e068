from check_mod import check

check("'b' in 'abc'", "'' in 'abc'", "'' in ''", "'abcd' in 'abc'", "'bc' in 'abc'", "'ac' in 'abc'", "'\u00e9' in 'caf\u00e9'", "'x' not in 'abc'", "'A' in 'abc'")
check("1 in 'abc'", "None in 'abc'", "b'a' in 'abc'", "['a'] in 'abc'", "'a' in 5", "'abc'.__contains__('b')", "'abc'.__contains__(1)")
class S(str): pass
print(S("b") in "abc", "b" in S("abc"), "aab" in "aaaaaaab" * 50, "b" * 40 in "ab" * 1000, ("a" * 50 + "b") in "a" * 1000 + "b")
