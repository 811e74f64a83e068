from check_mod import check

check("b' a  b\\tc '.split()", "b' a  b c '.split(None, 1)", "b' a  b c '.rsplit(None, 1)", "b'a,b,,c'.split(b',')", "b'a,b,,c'.split(b',', 1)", "b'a,b,,c'.rsplit(b',', 1)", "b''.split()", "b''.split(b',')", "b'a--b'.split(b'--')", "b'a b'.split(sep=b' ', maxsplit=0)", "bytearray(b'a b').split()", "bytearray(b'a,b').rsplit(b',')", "b'   '.rsplit()", "b'a\\x1cb'.split()")
check("b'a'.split('a')", "b'a'.split(b'')", "b'a'.split(1)", "b'a'.split(b'a', 'x')", "b'a'.rsplit('x')", "b'a'.rsplit(b'')")
check("b'a\\nb\\r\\nc\\rd\\x0be'.splitlines()", "b'a\\nb\\r\\nc'.splitlines(True)", "b''.splitlines()", "b'\\n'.splitlines()", "b'a\\n\\nb'.splitlines(keepends=False)", "bytearray(b'a\\nb').splitlines()", "b'a'.splitlines('x')")
check("b'a-b-c'.partition(b'-')", "b'a-b-c'.rpartition(b'-')", "b'abc'.partition(b'x')", "b'abc'.rpartition(b'x')", "bytearray(b'a-b').partition(b'-')", "b'a'.partition('a')", "b'a'.partition(b'')", "b'a'.rpartition(1)")
check("b','.join([b'a', b'b'])", "b''.join([])", "b','.join((b'a', bytearray(b'b')))", "bytearray(b',').join([b'a', b'b'])", "b','.join(bytes([x]) for x in range(65, 68))", "b'ab'.join([b''])", "b','.join([b'a', 'x'])", "b','.join(['x'])", "b','.join(1)", "b','.join([1])", "b','.join('ab')", "b','.join(b'ab')", "b','.join(None)")
