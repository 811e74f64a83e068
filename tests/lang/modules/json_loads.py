# json.loads: values, options and every error message with its position.
import json

good = [
    'null', 'true', 'false', '0', '-0', '12', '-7', '1.5', '-0.0', '1e3', '1E-2', '2.5e+10', '1e400', '-1e400', '1e-400',
    '123456789012345678', '1234567890123456789', '9223372036854775807', '9223372036854775808', '-9223372036854775808',
    '-9223372036854775809', '123456789012345678901234567890', '0.1', '3.141592653589793', '5e-324', '1.7976931348623157e308',
    'NaN', 'Infinity', '-Infinity',
    '""', '"abc"', '"\\u0041\\n\\t\\r\\b\\f\\/\\\\\\""', '"h\u00e9llo \u4f60\u597d \U0001f600"', '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ude00x"',
    '"\\ud83dx"', '"\\ud83d\\u0041"', '"' + 'x' * 100 + '"', '"' + 'x' * 15 + '\\n' + 'y' * 40 + '"', '"\x7f"',
    '[]', '[ ]', '[1]', '[1, 2, 3]', '[[], [[]], {}]', ' [ 1 , "a" , null ] ', '{}', '{ }', '{"a": 1}', '{"a": {"b": [1, {"c": null}]}}',
    '{"a": 1, "a": 2}', '{"": 0}', '{"k\\u00e9y": 1, "\u4f60": 2}', '\t\n\r 1 \n',
    '[' * 50 + ']' * 50,
]
for text in good:
    print(text[:30], '->', ascii(json.loads(text)))

bad = [
    '', ' ', '\n\n', 'x', 'nul', 'nulll', 'tru', 'True', 'None', '-', '+1', '.5', '1.', '1.e5', '01', '-01', '1e', '1e+', '0x10', '1_000', '--1',
    '"', '"abc', '"abc\\', '"\\x41"', '"\\u12"', '"\\u12G4"', '"\\u1234', '"\\ud83d\\u12', '"\\ud83d\\uZZZZ  "', '"a\nb"', '"a\tb"', '"\x00"',
    '[', '[1', '[1,', '[1,]', '[,1]', '[1 2]', '[1,,2]', ']', '[1}', '[1]]',
    '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', "{'a':1}", '{"a" 1}', '{"a":1 "b":2}', '{1:2}', '{"a":}', '{,}', '{"a":1]',
    '1 2', '"a" "b"', '[1] x', '{} {}', 'null,', '\n\n  [1,\n 2,\n x]', '["\u00e9\u00e9", x]', '"\u4f60\u597d" y', '\ufeff1', 'nan', 'inf', '-inf', '-x', '-Infinit',
]
for text in bad:
    try:
        print(ascii(text), '->', json.loads(text))
    except json.JSONDecodeError as e:
        print(ascii(text), '->', e, '|', e.msg, e.pos, e.lineno, e.colno, e.doc == text)
    except ValueError as e:
        print(ascii(text), '-> ValueError', e)

print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads(bytearray(b'[1]')), json.loads('"x"'.encode('utf-16')), json.loads('[2]'.encode('utf-32-le')))
for v in (5, None, ['[]']):
    try:
        json.loads(v)
    except TypeError as e:
        print(e)

print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=lambda pairs: pairs))
print(json.loads('[1.5, 2, NaN, -Infinity]', parse_float=lambda s: 'f' + s, parse_int=lambda s: 'i' + s, parse_constant=lambda s: 'c' + s))
print(json.loads('"a\nb\tc"', strict=False) == 'a\nb\tc')

class Broken:
    def __call__(self, d):
        raise KeyError('hook')

try:
    json.loads('[{"a": 1}]', object_hook=Broken())
except KeyError as e:
    print('KeyError', e)
try:
    json.loads('[' * 100000)
except RecursionError as e:
    print('RecursionError')
try:
    json.loads('{"a":' * 100000)
except RecursionError as e:
    print('RecursionError')

e = json.JSONDecodeError('bad', 'line1\nline2', 8)
print(e, e.msg, e.doc, e.pos, e.lineno, e.colno, e.args, isinstance(e, ValueError))

class Reader:
    def read(self):
        return '{"from": "file"}'

print(json.load(Reader()))
d = json.JSONDecoder()
print(d.decode(' [1, 2] '), d.raw_decode('{"a": 1} tail'), d.raw_decode('xx[1]yy', 2))
big = json.loads('[' + ','.join(str(i) for i in range(10000)) + ']')
print(len(big), sum(big))
doc = json.loads('[' + ','.join('{"id": %d, "name": "n%d", "tags": ["a", "b"]}' % (i, i) for i in range(500)) + ']')
print(len(doc), doc[499], sum(len(x['tags']) for x in doc))
