from check_mod import check

check("b'abc'.hex()", "b''.hex()", "b'abc'.hex(':')", "b'abcdef'.hex(':', 2)", "b'abcdef'.hex(':', -2)", "b'abcde'.hex('_', 2)", "b'abcde'.hex('_', -2)", "b'abcde'.hex(sep='_', bytes_per_sep=-4)", "b'abc'.hex(b'-')", "b'ab'.hex(':', 0)", "b'ab'.hex(':', 10)", "bytearray(b'abc').hex('.')", "b'\\x00\\xff'.hex()", "b''.hex(':')")
check("b'a'.hex('')", "b'a'.hex('xx')", "b'a'.hex(1)", "b'a'.hex('\u00e9')", "b'a'.hex(None)", "b'abc'.hex(':', 'x')", "b'abc'.hex(':', 2**40)", "b'a'.hex([1])", "b'ab'.hex(b'\\xff')")
check("bytes.fromhex('  01 ab CD ')", "bytes.fromhex('')", "bytes.fromhex('00ff')", "bytearray.fromhex('0102')", "bytes.fromhex('01\\n02\\t03')", "bytes.fromhex('1')", "bytes.fromhex('zz')", "bytes.fromhex('0 1')", "bytes.fromhex('01\u00e9')", "bytes.fromhex('\u00e9\u00e9')", "bytes.fromhex('0g')", "bytes.fromhex(1)", "bytes.fromhex(b'00')", "b''.fromhex('41')")
every = bytes(range(256))
print(bytes.fromhex(every.hex()) == every, bytes.fromhex(every.hex(" ")) == every, len(every.hex(":", 16)), bytes.fromhex(every.hex().upper()) == every)
