# Character sets beyond Unicode's own, error handlers and codecs of scripts.
import codecs

TEXT = 'Zażółć gęślą jaźń'
print(TEXT.encode('iso-8859-2'), TEXT.encode('cp1250').decode('windows-1250') == TEXT)
print('é€'.encode('cp1252'), b'\xe9\x80'.decode('cp1252'), '€'.encode('iso8859-15'), '€'.encode('latin9'))
print('привет'.encode('koi8-r'), 'привет'.encode('cp866'), 'привет'.encode('cp1251'), 'привет'.encode('iso8859_5'))
print('こんにちは'.encode('shift_jis'), 'こんにちは'.encode('euc-jp'), 'こんにちは'.encode('iso2022_jp'))
print('中文'.encode('gbk'), '中文'.encode('gb18030'), '中文'.encode('big5'), '한국'.encode('euc-kr'))
print(b'\x92\x86\x95\xb6'.decode('sjis'), b'\xd6\xd0'.decode('gb2312'), '°'.encode('cp437'), b'\xf8'.decode('ibm437'))

for attempt in (lambda: 'ąę€x'.encode('cp1252'), lambda: b'a\x81b'.decode('cp1252'), lambda: 'ą'.encode('cp1252', 'replace'),
                lambda: b'a\x81b'.decode('cp1252', 'replace'), lambda: 'aąb'.encode('cp1252', 'xmlcharrefreplace'),
                lambda: 'aąb'.encode('ascii', 'namereplace'), lambda: 'aąb'.encode('cp437', 'ignore'), lambda: 'x'.encode('nope'),
                lambda: b'x'.decode('no such'), lambda: b''.decode('nope'), lambda: 'x'.encode('rot13'), lambda: b'x'.decode('hex'),
                lambda: 'ф'.encode('big5', 'no handler') if False else 'é'.encode('ascii', 'no handler')):
    try:
        print(attempt())
    except Exception as exc:
        print(type(exc).__name__, exc)

codecs.register_error('brackets', lambda exc: (f'[{len(exc.object[exc.start:exc.end])}]', exc.end))
print('aąęb'.encode('ascii', 'brackets'), 'aąęb'.encode('cp1252', 'brackets'), b'a\xff\xfeb'.decode('utf-8', 'brackets'))
codecs.register_error('bytes', lambda exc: (b'\x00', exc.end))
print('aąb'.encode('latin-1', 'bytes'))
codecs.register_error('bad', lambda exc: 42)
try:
    'ą'.encode('ascii', 'bad')
except TypeError as exc:
    print(exc)
print(codecs.lookup_error('brackets') is not None, codecs.replace_errors(UnicodeEncodeError('ascii', 'ab', 0, 1, 'r')))


class Upper(codecs.Codec):
    def encode(self, input, errors='strict'):
        return input.upper().encode('ascii', errors), len(input)

    def decode(self, input, errors='strict'):
        return bytes(input).decode('ascii', errors).lower(), len(input)


codecs.register(lambda name: codecs.CodecInfo(Upper().encode, Upper().decode, name='shout') if name == 'shout' else None)
print('abc'.encode('shout'), b'ABC'.decode('shout'), codecs.lookup('SHOUT').name)

print(codecs.lookup('iso-8859-15').name, codecs.lookup('SJIS').name, codecs.lookup('UTF8').name, codecs.lookup('Latin-1').name)
print(codecs.encode('abc', 'rot13'), codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex'), codecs.decode(b'YWJj\n', 'base64'))
print('münchen.de'.encode('idna'), b'xn--mnchen-3ya.de'.decode('idna'), 'bücher'.encode('punycode'), b'bcher-kva'.decode('punycode'))
print('a\u1234\U0001f600'.encode('raw_unicode_escape'), rb'\u0041\x41'.decode('raw_unicode_escape'))
for name in ('utf-8', 'utf-16', 'utf-8-sig', 'utf-32-be'):
    data = 'aé€😀'.encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    pieces = [decoder.decode(data[i:i + 1]) for i in range(len(data))] + [decoder.decode(b'', True)]
    print(name, ''.join(pieces), [i for i, piece in enumerate(pieces) if piece])
    encoder = codecs.getincrementalencoder(name)()
    print(encoder.encode('a') + encoder.encode('b', True))
print(list(codecs.iterdecode([b'\xe2\x82', b'\xacx'], 'utf-8')), list(codecs.iterencode(['a', 'b'], 'utf-16')))

import io
reader = codecs.getreader('utf-8')(io.BytesIO('eins\nzwei\r\ndreié'.encode()))
print(reader.readline(), repr(reader.readline()), reader.read())
stream = io.BytesIO()
writer = codecs.getwriter('latin-1')(stream)
writer.write('né')
writer.writelines(['a', 'b'])
print(stream.getvalue())

source = '# -*- coding: latin-1 -*-\ns = "é"\n'.encode('latin-1')
scope = {}
exec(compile(source, 'f', 'exec'), scope)
print(scope['s'])
exec(compile('# coding: cp1251\ns = "ж"\n'.encode('cp1251'), 'f', 'exec'), scope)
print(scope['s'])
exec(compile(b'\xef\xbb\xbfs = "\xc3\xa9"\n', 'f', 'exec'), scope)
print(scope['s'])
for bad in (b'# coding: no-such\n', b'\xef\xbb\xbf# coding: latin-1\n'):
    try:
        compile(bad, 'f', 'exec')
    except SyntaxError as exc:
        print(exc.msg)
print('\N{SNOWMAN}\N{greek small letter alpha}\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}', ascii('\N{LINE FEED}\N{ZWJ}'))
