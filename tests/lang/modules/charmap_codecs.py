# Encodings of one byte per character, and error handlers that a script registers.
import codecs

text = 'Grüße, naïve café – „Zitat“ €5'
for name in ['cp1252', 'windows-1252', 'iso-8859-15', 'latin9', 'mac-roman', 'cp437', 'cp850', 'koi8-r', 'cp1251', 'iso8859_2', 'tis-620']:
    try:
        data = text.encode(name)
        print(name, len(data), data[-3:], data.decode(name) == text)
    except UnicodeEncodeError as e:
        print(name, e.encoding, e.start, e.end, e.reason)
    print(text.encode(name, 'replace')[:12], text.encode(name, 'xmlcharrefreplace')[-8:])
print('Привет'.encode('koi8-r'), 'Привет'.encode('cp866').decode('cp866'), 'Привет'.encode('windows-1251'))
for name in ['cp1252', 'iso8859-7', 'cp874']:
    for mode in ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape']:
        try:
            print(name, mode, ascii(b'a\x81\xd2\xffb'.decode(name, mode)))
        except UnicodeDecodeError as e:
            print(name, mode, e)
print(bytes(range(128, 160)).decode('cp437'))
try:
    'aж€'.encode('cp1252')
except UnicodeEncodeError as e:
    print(e)
try:
    'жжж'.encode('latin9')
except UnicodeEncodeError as e:
    print(e)
print(codecs.lookup('cp1252').name, codecs.encode('é', 'cp1252'), codecs.decode(b'\x80', 'cp1252'))
try:
    'x'.encode('cp9999')
except LookupError as e:
    print(e)


def named(error):
    if isinstance(error, UnicodeEncodeError):
        return '[' + ','.join(hex(ord(c)) for c in error.object[error.start:error.end]) + ']', error.end
    return '<' + error.object[error.start:error.end].hex() + '>', error.end


codecs.register_error('named', named)
print('aéb€€c'.encode('ascii', 'named'), 'aж'.encode('cp1252', 'named'), b'a\xff\xfeb'.decode('utf-8', 'named'), b'\x81!'.decode('cp1252', 'named'))
codecs.register_error('half', lambda e: (b'?', e.start + 1))
print('é€x'.encode('ascii', 'half'))
codecs.register_error('wrong', lambda e: 'no tuple')
codecs.register_error('outside', lambda e: ('x', 99))
for mode in ['wrong', 'outside', 'unknown']:
    try:
        print('é'.encode('ascii', mode))
    except (TypeError, IndexError, LookupError, UnicodeEncodeError) as e:
        print(mode, type(e).__name__, e)
