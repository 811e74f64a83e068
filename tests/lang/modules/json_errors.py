import json
o = {'a': [1, 2.5, None, True], 'b': {'c': 'é"\n\u2028'}, 'd': [], 'e': {}, 1: 2, None: 3, True: 4, 1.5: 5}
print(json.dumps(o))
print(json.dumps(o, indent=2, ensure_ascii=False))
print(json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')))
print(json.loads('{"a":[1,2.0,-3e2,"x\\u00e9\\n",null,true,false,{}]}'), json.loads('"\\ud83d\\ude00"'), json.loads(' [ ] '), json.loads('1E400'), json.loads('-0'), json.loads('NaN'))
for bad in ['', '{', '[1,]', '{"a":}', '{"a" 1}', '[1 2]', '"abc', 'nul', '{a:1}', '[1]x', '"\\x"', '01', '-', '[,]', '{"a":1,}', '"\t"', "{'a':1}"]:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(e, '|', e.pos, e.lineno, e.colno, e.msg)
for bad in [{1, 2}, object, b'x', {(1, 2): 3}, 1j]:
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e)


class E(json.JSONEncoder):

    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({'s': {3, 1}}, cls=E), json.dumps([1, {2}], default=list), json.dumps((1, 2)), json.dumps(float('inf')), json.dumps('\x7f\x00/'))
try:
    json.dumps(float('nan'), allow_nan=False)
except ValueError as e:
    print(e)
l = []
l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
print(json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads('[1.1,2]', parse_float=str, parse_int=lambda s: s + '!'), json.loads('{"x":{"y":1}}', object_hook=lambda d: sorted(d)))
print(json.dumps([[], {}, [[]], [1, [2]]], indent=1), json.dumps({'a': 1}, indent='--'), json.dumps(10 ** 30), json.dumps(1e+16), json.dumps(1e-07), json.dumps({'k': (1,)}, skipkeys=True), json.dumps({(1,): 1, 'b': 2}, skipkeys=True))
import io
f = io.StringIO()
json.dump({'z': 1}, f)
f.seek(0)
print(json.load(f))
