import io
import mimetypes
import tomllib
from datetime import datetime, timedelta, timezone
from http import HTTPMethod, HTTPStatus
from http.cookies import CookieError, SimpleCookie
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

document = '''# a comment
title = "TOML \\u00e9 \\"x\\""
raw = 'C:\\path'
long = """
one \\
   two
three"""
[owner]
name = "Tom"
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
clock = 07:32:00.5
[servers.alpha]
ip = "10.0.0.1"
ports = [8000, 0x1F, 0o17, 0b11, 1_000]
floats = [1.5, -2e3, inf, 1e-2]
mixed = [ {a = 1, b.c = 2}, [true, false], # comment
]
[[fruit]]
name = "apple"
[[fruit.kind]]
n = 1
[[fruit]]
name = "pear"
'''
for key, value in tomllib.loads(document).items():
    print(key, value)
print(tomllib.load(io.BytesIO(b'a.b."c d" = 1\na.e = 2')), tomllib.loads('x = 1.10', parse_float=str))
for bad in ['a', 'a =', 'a = 1\na = 2', '[a]\n[a]', 'a = "x', 'a = [1', 'a = {b = 1', 'a = 01', 'a = "\\q"', '[a]\nb = 1\n[a.b]', 'x = 1 2', 'd = 2020-13-01', '"" = ',
            'a = {b = 1,}', 'a.b = 1\na = 2', '=1', "a = 'x\ny'", '[[a]]\n[a]', 'a = nope']:
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), e)

cookie = SimpleCookie()
cookie['fig'] = 'newton'
cookie['sugar'] = 'wa"fer; x'
cookie['fig']['path'] = '/'
cookie['fig']['max-age'] = 60
cookie['fig']['secure'] = True
print(cookie)
print(cookie.output(header='Cookie:', sep='|'), repr(cookie), cookie['sugar'].value)
parsed = SimpleCookie('a=1; b="x\\012y"; Path=/p; c=d; HttpOnly')
print(sorted((k, m.value, m['path'], m['httponly']) for k, m in parsed.items()))
for key in ('expires', 'bad key'):
    try:
        cookie[key] = 1
    except CookieError as e:
        print(e)

print(mimetypes.guess_type('a/b.tar.gz'), mimetypes.guess_type('x.HTML'), mimetypes.guess_type('http://h/x.png?q'), mimetypes.guess_type('none'),
      mimetypes.guess_extension('text/html'), mimetypes.guess_type('data:text/css,x'))
print(HTTPStatus(404), repr(HTTPStatus.OK), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.OK == 200, HTTPStatus['IM_A_TEAPOT'].description, HTTPMethod.GET)


def big(n, size):
    return n.to_bytes(size, 'big', signed=True)


# One change in 2000 from +1:00 to +2:00 and back, then the rule of central Europe.
changes = [(954032400, 1), (972781200, 0)]
head = b'TZif2' + bytes(15)
body = b''.join([big(t, 8) for t, _ in changes]) + bytes([k for _, k in changes]) + big(3600, 4) + b'\0\0' + big(7200, 4) + b'\1\4' + b'CET\0CEST\0'
data = head + bytes(24) + head + b''.join([big(n, 4) for n in (0, 0, 0, 2, 2, 9)]) + body + b'\nCET-1CEST,M3.5.0,M10.5.0/3\n'
zone = ZoneInfo.from_file(io.BytesIO(data), key='Test/Zone')
print(zone, repr(zone), ZoneInfo.from_file(io.BytesIO(data)).key)
for text in ['1990-07-01T12:00', '2000-07-01T12:00', '2010-01-01T12:00', '2010-07-01T12:00', '2010-03-28T02:30', '2010-10-31T02:30', '2050-10-30T02:30']:
    for fold in (0, 1):
        local = datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)
        utc = local.astimezone(timezone.utc)
        print(local, local.tzname(), local.dst(), utc, utc.astimezone(zone), utc.astimezone(zone).fold)
try:
    ZoneInfo('No/Where')
except ZoneInfoNotFoundError as e:
    print(e)
