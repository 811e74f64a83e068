"""Addresses, dates and parameters of headers."""
__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231', 'formataddr', 'formatdate', 'format_datetime', 'getaddresses',
           'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate', 'parsedate_tz', 'parsedate_to_datetime', 'quote', 'unquote', 'localtime']

import calendar as _calendar
import datetime
import os
import random
import re
import time
import urllib.parse

from email.charset import Charset

_SPECIALS = re.compile(r'[][\\()<>@,:;".]')
_ESCAPES = re.compile(r'[\\"]')
_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'january', 'february', 'march', 'april', 'may', 'june',
           'july', 'august', 'september', 'october', 'november', 'december']
_ZONES = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400, 'CST': -600, 'CDT': -500, 'MST': -700, 'MDT': -600,
          'PST': -800, 'PDT': -700}


def _has_surrogates(s):
    try:
        s.encode()
        return False
    except UnicodeEncodeError:
        return True


def _sanitize(string):
    return string.encode('utf-8', 'surrogateescape').decode('utf-8', 'replace')


# ---- addresses

def quote(str):
    """Escape backslashes and double quotes."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    """Take quotes or angle brackets off."""
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str[0] == '<' and str[-1] == '>':
            return str[1:-1]
    return str


def formataddr(pair, charset='utf-8'):
    """The text of a name and an address."""
    name, address = pair
    address.encode('ascii')
    if not name:
        return address
    try:
        name.encode('ascii')
    except UnicodeEncodeError:
        if isinstance(charset, str):
            charset = Charset(charset)
        return f'{charset.header_encode(name)} <{address}>'
    quotes = '"' if _SPECIALS.search(name) else ''
    return f'{quotes}{_ESCAPES.sub(_escape, name)}{quotes} <{address}>'


def _escape(m):
    return '\\' + m.group(0)


_TOKEN = re.compile(r'\s+|"(?:[^"\\]|\\.)*"?|\[[^]]*\]?|[()<>@,:;.]|[^\s"()<>@,:;.\[]+', re.DOTALL)


def _tokens(text):
    """Pairs of kind and text: atom, quoted, comment, or a special character."""
    found, at = [], 0
    while at < len(text):
        m = _TOKEN.match(text, at)
        if m is None:
            at += 1
            continue
        token = m.group()
        at = m.end()
        if token == '(':
            depth, comment = 1, ''
            while at < len(text):
                c = text[at]
                at += 1
                if c == '\\' and at < len(text):
                    comment += text[at]
                    at += 1
                    continue
                depth += (c == '(') - (c == ')')
                if not depth:
                    break
                comment += c
            found.append(('comment', comment))
        elif token.isspace():
            found.append(('space', ' '))
        elif token[0] == '"':
            body = token[1:-1] if len(token) > 1 and token[-1] == '"' else token[1:]
            found.append(('quoted', re.sub(r'\\(.)', r'\1', body, flags=re.DOTALL)))
        elif token in ',:;<>@.':
            found.append((token, token))
        else:
            found.append(('atom', token))
    return found


def _one_address(tokens):
    """(name, address) of the tokens of one address; None: there is none."""
    comments = [t for kind, t in tokens if kind == 'comment']
    rest = [t for t in tokens if t[0] != 'comment']
    kinds = [kind for kind, _ in rest]
    if '<' in kinds:
        at = kinds.index('<')
        end = kinds.index('>', at) if '>' in kinds[at:] else len(kinds)
        name = ' '.join(_words(rest[:at]))
        route = rest[at + 1:end]
        inner = [kind for kind, _ in route]
        if '@' in inner and inner[0] == '@' and ':' in inner:
            route = route[inner.index(':') + 1:]
        if comments:
            name = f"{name} ({' '.join(comments)})" if name else ' '.join(comments)
        return name, _joined(route)
    if '@' in kinds:
        return ' '.join(comments), _joined(rest)
    words = _words(rest)
    if not words:
        return (' '.join(comments), '') if comments else None
    return ' '.join(comments), words[0]


def _words(tokens):
    words, glue = [], False
    for kind, text in tokens:
        if kind == 'space':
            glue = False
        elif kind == '.' or glue:
            if words:
                words[-1] += text
            else:
                words.append(text)
            glue = True
        else:
            words.append(text)
            glue = True
    return words


def _joined(tokens):
    return ''.join([f'"{quote(text)}"' if kind == 'quoted' else text for kind, text in tokens if kind != 'space'])


def _addresses(text):
    found, current, depth = [], [], False
    for token in _tokens(text):
        kind = token[0]
        if kind in '<>' and kind:
            depth = kind == '<'
        if not depth and kind == ':' and not any([k == '@' for k, _ in current]):
            current = []    # the name of a group
        elif not depth and kind in (',', ';'):
            found.append(_one_address(current))
            current = []
        else:
            current.append(token)
    found.append(_one_address(current))
    return [pair for pair in found if pair is not None]


def getaddresses(fieldvalues):
    """The (name, address) pairs of header values."""
    return _addresses(', '.join([str(v) for v in fieldvalues]))


def parseaddr(addr):
    """The name and address of one address; two empty texts when it is none."""
    found = _addresses(addr) if isinstance(addr, str) else [a for part in addr for a in _addresses(part)]
    return found[0] if found else ('', '')


# ---- dates

def parsedate_tz(data):
    """A date as a tuple of ten, the last the offset of the zone in seconds; None when it is none."""
    parsed = _parsedate_tz(data)
    if parsed is None:
        return None
    if parsed[9] is None:
        parsed[9] = 0
    return tuple(parsed)


def _parsedate_tz(data):
    if not data:
        return None
    words = data.split()
    if not words:
        return None
    if words[0].endswith(',') or words[0].lower() in _DAYS:
        del words[0]
    else:
        comma = words[0].rfind(',')
        if comma >= 0:
            words[0] = words[0][comma + 1:]
    if len(words) == 3:
        parts = words[0].split('-')
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        last = words[3]
        at = last.find('+')
        if at == -1:
            at = last.find('-')
        if at > 0:
            words[3:] = [last[:at], last[at:]]
        else:
            words.append('')
    if len(words) < 5:
        return None
    day, month, year, clock, zone = words[:5]
    if not (day and month and year):
        return None
    month = month.lower()
    if month not in _MONTHS:
        day, month = month, day.lower()
        if month not in _MONTHS:
            return None
    month = _MONTHS.index(month) + 1
    if month > 12:
        month -= 12
    day = day.rstrip(',')
    if ':' in year:
        year, clock = clock, year
    year = year.rstrip(',')
    if not year:
        return None
    if not year[0].isdigit():
        year, zone = zone, year
    clock = clock.rstrip(',').split(':')
    if len(clock) == 1 and '.' in clock[0]:
        clock = clock[0].split('.')
    if len(clock) not in (2, 3):
        return None
    try:
        year, day = int(year), int(day)
        hour, minute, second = int(clock[0]), int(clock[1]), int(clock[2]) if len(clock) == 3 else 0
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    offset = None
    zone = zone.upper()
    if zone in _ZONES:
        offset = _ZONES[zone]
    else:
        try:
            offset = int(zone)
        except ValueError:
            pass
        if offset == 0 and zone.startswith('-'):
            offset = None
    if offset:
        sign = -1 if offset < 0 else 1
        offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
    return [year, month, day, hour, minute, second, 0, 1, -1, offset]


def parsedate(data):
    """A date as a tuple of nine for time.mktime()."""
    parsed = parsedate_tz(data)
    return parsed[:9] if isinstance(parsed, tuple) else parsed


def mktime_tz(data):
    """The tuple of parsedate_tz() as seconds."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return _calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    parsed = _parsedate_tz(data)
    if parsed is None:
        raise ValueError(f'Invalid date value or format "{data}"')
    *fields, offset = parsed
    if offset is None:
        return datetime.datetime(*fields[:6])
    return datetime.datetime(*fields[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=offset)))


def _format_timetuple_and_zone(t, zone):
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][t[6]], t[2],
                                                   ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][t[1] - 1],
                                                   t[0], t[3], t[4], t[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A moment as headers write it."""
    if timeval is None:
        timeval = time.time()
    dt = datetime.datetime.fromtimestamp(timeval, datetime.timezone.utc)
    if localtime:
        dt = dt.astimezone()
        usegmt = False
    elif not usegmt:
        dt = dt.replace(tzinfo=None)
    return format_datetime(dt, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as headers write it."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    elif dt.tzinfo is None:
        zone = '-0000'
    else:
        zone = dt.strftime('%z')
    return _format_timetuple_and_zone(dt.timetuple(), zone)


def localtime(dt=None, isdst=-1):
    """A moment with the local zone."""
    if dt is None:
        return datetime.datetime.now(datetime.timezone.utc).astimezone()
    return dt.astimezone()


def make_msgid(idstring=None, domain=None):
    """A Message-ID no other has."""
    if domain is None:
        domain = os.uname().nodename
    idstring = '' if idstring is None else '.' + idstring
    return f'<{int(time.time() * 100)}.{os.getpid()}.{random.getrandbits(64)}{idstring}@{domain}>'


# ---- parameters (RFC 2231)

def decode_rfc2231(s):
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    s = urllib.parse.quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return s
    return f"{charset}'{language or ''}'{s}"


_CONTINUED = re.compile(r'(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$', re.ASCII)


def decode_params(params):
    """Put together the parameters that are split or encoded."""
    made, split = [params[0]], {}
    for name, value in params[1:]:
        encoded = name.endswith('*')
        value = unquote(value)
        m = _CONTINUED.match(name)
        if m:
            number = m.group('num')
            split.setdefault(m.group('name'), []).append((int(number) if number is not None else None, value, encoded))
        else:
            made.append((name, f'"{quote(value)}"'))
    for name, pieces in split.items():
        pieces.sort(key=lambda p: -1 if p[0] is None else p[0])
        extended = any([encoded for _, _, encoded in pieces])
        value = ''.join([urllib.parse.unquote(text, encoding='latin-1') if encoded else text for _, text, encoded in pieces])
        if extended:
            charset, language, value = decode_rfc2231(value)
            made.append((name, (charset, language, f'"{quote(value)}"')))
        else:
            made.append((name, f'"{quote(value)}"'))
    return made


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    """A parameter's value as text."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    if charset is None:
        charset = fallback_charset
    try:
        return str(text.encode('raw-unicode-escape'), charset, errors)
    except LookupError:
        return unquote(text)
