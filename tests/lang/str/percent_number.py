from check_mod import check

ints = [0, 1, -1, 42, -42, 255, 10**30, -10**30, True, 3.99, -3.99]
for f in ("%d", "%i", "%u", "%5d|", "%-5d|", "%05d|", "%+d", "% d", "%+ d", "%-05d|", "%.5d", "%8.5d|", "%+8.5d|", "%08.5d|", "%.0d", "%ld", "%hd"):
    print(f, [f % v for v in ints])
for f in ("%x", "%X", "%o", "%#x", "%#X", "%#o", "%#010x", "%#10x|", "%-#10x|", "%+#x", "%#.5x", "%.3o", "% x", "%08X"):
    print(f, [f % v for v in ints if isinstance(v, int)])
floats = [0.0, -0.0, 1.0, 3.14159, -2.5, 1e10, 1e-10, 12345.678, 1e100, float("inf"), float("-inf"), float("nan"), 7, True]
for f in ("%f", "%F", "%e", "%E", "%g", "%G", "%.0f", "%.2f", "%.10f", "%10.3f|", "%-10.3f|", "%010.3f|", "%+.1f", "% .1f", "%#g", "%#.0f", "%#.0e", "%.3g", "%08.2e", "%5f", "%05g"):
    print(f, [f % v for v in floats])
class O:
    def __int__(self): return 7
    def __float__(self): return 2.5
class X:
    def __index__(self): return 65
check("'%d' % o", "'%f' % o", "'%x' % o", "'%x' % x", "'%d' % x", "'%c' % x", "'%f' % x", "'%o' % x", o=O(), x=X())
check("'%d' % 'a'", "'%d' % None", "'%d' % '5'", "'%x' % 1.5", "'%x' % 'a'", "'%o' % None", "'%f' % 'a'", "'%f' % None", "'%f' % 10**400 if False else 0", "'%f' % (10**400)", "'%d' % float('nan')", "'%d' % float('inf')", "'%d' % 1j", "'%c' % 65", "'%c' % 'A'", "'%c' % 'AB'", "'%c' % ''", "'%c' % 1.5", "'%c' % None", "'%c' % 0x110000", "'%c' % -1", "'%5c|' % 'A'", "'%-5c|' % 65", "'%e' % []", "'%d' % []", "'%d' % {}", "'%d' % b'1'")
