from check_mod import check

check(*["format(%s, %r)" % (v, s) for v in ("1", "-5", "True", "10**30") for s in ("q", "s", "\u00e9", "\x01", "dd", "5.3", ".3", "z", "zd", ",_", "_,", ",,", "__", ".", "99999999999999999999", ",b", ",c", ",n", "_n", "_c", "+c", "#c", "zc", "5\x00", "s5", "1$", "5 ", " 5x5", ">>>5", "\u0661\u0662", ".5d", "5.d")])
check("format(-1, 'c')", "format(0x110000, 'c')", "format(2**70, 'c')", "format(0x10ffff, 'c') == chr(0x10ffff)", "format(97, '5c')", "format(97, '^5c')", "format(97, '05c')", "format(0x20ac, '<3c')", "format(True, 'c')")
check("format(10**400, 'f')", "format(10**400, 'e')", "len(format(10**4000, 'd'))", "len(format(10**4000, ','))", "format(10**25, '_')", "format(2**100, '#x')", "format(-2**100, '#_b')", "format(2**100, '>40')", "format(10**22, 'e')", "format(10**22 + 1, '.3f')", "format(1, 5)", "format(5)", "format()")
class I(int): pass
check("format(i, '>4')", "format(i, 'x')", "f'{i:03}'", "format(i)", i=I(12))
