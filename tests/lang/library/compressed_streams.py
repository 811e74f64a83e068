# bz2 and lzma: whole data, streams in pieces, files, errors.
import bz2
import io
import lzma

data = b'The quick brown fox. ' * 500
for module in (bz2, lzma):
    packed = module.compress(data)
    print(len(packed) < len(data), module.decompress(packed) == data, module.decompress(packed + packed) == data * 2)
    decompressor = bz2.BZ2Decompressor() if module is bz2 else lzma.LZMADecompressor()
    out = b''
    pending = packed + b'rest'
    while not decompressor.eof:
        out += decompressor.decompress(pending if decompressor.needs_input else b'', 1000)
        pending = b''
    print(out == data, decompressor.unused_data, decompressor.needs_input)
    try:
        decompressor.decompress(b'more')
    except EOFError as e:
        print(e)
    for bad in (b'', packed[:-5], b'no such format', packed + b'tail'):
        try:
            print(len(module.decompress(bad)))
        except Exception as e:
            print(type(e).__name__, e)
    store = io.BytesIO()
    with module.open(store, 'wt', encoding='utf-8') as f:
        print('line one', file=f)
        f.write('zwei ü\n')
    store.seek(0)
    with module.open(store, 'rt', encoding='utf-8') as f:
        print(f.readlines())
    store.seek(0)
    with module.open(store) as f:
        print(f.read(4), f.tell(), f.seek(5), f.readline(), f.peek(1)[:1], f.readable(), f.writable())
    for mode in ('rw', 'rbt'):
        try:
            module.open(store, mode)
        except ValueError as e:
            print(e)

print(bz2.compress(b'', 1), bz2.compress(b'hello', 9))
print(lzma.compress(b'hello', format=lzma.FORMAT_ALONE))
filters = [{'id': lzma.FILTER_DELTA, 'dist': 4}, {'id': lzma.FILTER_LZMA2, 'preset': 2}]
packed = lzma.compress(data, format=lzma.FORMAT_RAW, filters=filters)
print(lzma.decompress(packed, format=lzma.FORMAT_RAW, filters=filters) == data)
d = lzma.LZMADecompressor()
d.decompress(lzma.compress(data, check=lzma.CHECK_SHA256))
print(d.check == lzma.CHECK_SHA256, lzma.is_check_supported(lzma.CHECK_CRC64))
for call in (lambda: bz2.BZ2Compressor(0), lambda: lzma.LZMACompressor(preset=99), lambda: lzma.LZMACompressor(format=7),
             lambda: lzma.LZMACompressor(filters=[{'id': 12345}]), lambda: lzma.LZMACompressor(filters=[{'id': lzma.FILTER_LZMA2, 'x': 1}]),
             lambda: lzma.LZMADecompressor(format=lzma.FORMAT_RAW), lambda: bz2.BZ2File(5)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
