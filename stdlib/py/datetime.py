"""Dates and times."""
import time as _time

MINYEAR, MAXYEAR = 1, 9999
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_days_in = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_month_names = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')
_day_names = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MAXORDINAL = 3652059


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _leap(year) else _days_in[month]


def _before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _to_ordinal(year, month, day):
    return _before_year(year) + _days_before[month] + (month > 2 and _leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    year = n400 * 400 + 1
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year += n100 * 100 + n4 * 4 + n1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _days_before[month] + (month > 2 and _leap(year))
    if before > n:
        month -= 1
        before -= _month_days(year, month)
    return year, month, n - before + 1


def _whole(value, what='an integer'):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if isinstance(value, int):
        return int(value)
    if hasattr(value, '__index__'):
        return value.__index__()
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_days(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _whole(hour), _whole(minute), _whole(second), _whole(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _round_half_even(x):
    return round(x)


class timedelta:
    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = 0
        part = 0.0
        for value, unit, name in ((days, 86400000000, 'days'), (seconds, 1000000, 'seconds'), (microseconds, 1, 'microseconds'),
                                  (milliseconds, 1000, 'milliseconds'), (minutes, 60000000, 'minutes'), (hours, 3600000000, 'hours'),
                                  (weeks, 604800000000, 'weeks')):
            if isinstance(value, int):
                whole += value * unit
            elif isinstance(value, float):
                integral = int(value)
                whole += integral * unit
                part += (value - integral) * unit
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        return cls._from(whole + _round_half_even(part))

    @classmethod
    def _from(cls, us):
        self = object.__new__(cls)
        seconds, self._microseconds = divmod(us, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if abs(self._days) > 999999999:
            raise OverflowError(f'days={self._days}; must have magnitude <= 999999999')
        return self

    def _us(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        return self._us() / 1000000

    def __repr__(self):
        args = []
        if self._days:
            args.append(f'days={self._days}')
        if self._seconds:
            args.append(f'seconds={self._seconds}')
        if self._microseconds:
            args.append(f'microseconds={self._microseconds}')
        return f"datetime.{type(self).__qualname__}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return text + f'.{self._microseconds:06d}' if self._microseconds else text

    def __add__(self, other):
        return timedelta._from(self._us() + other._us()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._from(self._us() - other._us()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._from(-self._us())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from(self._us() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from(_divide(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us() // other._us()
        return timedelta._from(self._us() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us() / other._us()
        if isinstance(other, int):
            return timedelta._from(_divide(self._us(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from(_divide(b * self._us(), a))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._from(self._us() % other._us()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._us(), other._us())
        return q, timedelta._from(r)

    def __eq__(self, other):
        return self._us() == other._us() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us() < other._us() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us() <= other._us() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us() > other._us() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us() >= other._us() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us())

    def __bool__(self):
        return self._us() != 0


def _divide(a, b):
    if b == 0:
        raise ZeroDivisionError('integer division or modulo by zero')
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2 == 1:
        q += 1
    return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             f'not {offset!r}.')
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + (_offset_text(self._offset) if self._offset else '')

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        return f'datetime.timezone({self._offset!r})' if self._name is None else f'datetime.timezone({self._offset!r}, {self._name!r})'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    us = offset._us()
    sign = '-' if us < 0 else '+'
    seconds, us = divmod(abs(us), 1000000)
    minutes, seconds = divmod(seconds, 60)
    text = f'{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}'
    if seconds or us:
        text += f'{colon}{seconds:02d}'
        if us:
            text += f'.{us:06d}'
    return text


def _format(value, spec, timetuple):
    out = []
    i, n = 0, len(spec)
    while i < n:
        c = spec[i]
        i += 1
        if c != '%' or i >= n:
            out.append(c)
            continue
        c = spec[i]
        i += 1
        if c == 'f':
            out.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif c == 'z':
            offset = value.utcoffset() if hasattr(value, 'utcoffset') else None
            out.append(_offset_text(offset, ''))
        elif c == 'Z':
            name = value.tzname() if hasattr(value, 'tzname') else None
            out.append(name or '')
        elif c == 'Y':
            out.append(str(timetuple[0]))
        elif c == 's':
            out.append(str(int(value.timestamp())))
        else:
            out.append(_time.strftime('%' + c, timetuple))
    return ''.join(out)


def _iso_time(text):
    offset = None
    body = text
    for i, c in enumerate(text):
        if c in '+-Z' and i:
            body, zone = text[:i], text[i:]
            if zone == 'Z':
                offset = UTC
            else:
                digits = zone[1:].replace(':', '')
                if len(digits.split('.')[0]) not in (2, 4, 6):
                    raise ValueError
                delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0), seconds=float(digits[4:] or 0))
                delta = -delta if zone[0] == '-' else delta
                offset = timezone(delta) if delta else UTC
            break
    body, dot, fraction = body.replace(',', '.').partition('.')
    parts = body.split(':') if ':' in body else [body[i:i + 2] for i in range(0, len(body), 2)]
    if not 1 <= len(parts) <= 3 or any(len(p) != 2 for p in parts) or dot and not fraction.isdigit():
        raise ValueError
    hour, minute, second = [int(p) for p in parts] + [0] * (3 - len(parts))
    return hour, minute, second, int((fraction + '000000')[:6]) if dot else 0, offset


def _iso_date(text):
    if 'W' in text:
        body = text.replace('-', '')
        return date.fromisocalendar(int(body[:4]), int(body[5:7]), int(body[7:8] or 1))
    if len(text) == 10 and text[4] == text[7] == '-':
        return date(int(text[:4]), int(text[5:7]), int(text[8:]))
    if len(text) == 8 and text.isdigit():
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    raise ValueError


class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month=None, day=None):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError(f"function missing required argument '{missing}' (pos {2 if month is None else 3})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, t):
        parts = _time.localtime(t)
        return cls(parts[0], parts[1], parts[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if not 1 <= n <= _MAXORDINAL:
            raise ValueError('ordinal must be >= 1' if n < 1 else 'year is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            d = _iso_date(text)
        except (ValueError, IndexError) as exc:
            if str(exc).startswith(('month', 'day', 'year')):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(d._year, d._month, d._day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not 0 < week < 54 or week == 53 and date(year, 12, 28).isocalendar()[1] != 53:
            raise ValueError(f'Invalid week: {week}')
        if not 0 < day < 8:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls.fromordinal(_week_start(year) + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        start = _week_start(year)
        today = self.toordinal()
        week, day = divmod(today - start, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_start(year), 7)
        elif week >= 52 and today >= _week_start(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def __repr__(self):
        return f'datetime.{type(self).__qualname__}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return f'{_day_names[self.weekday()][:3]} {_month_names[self._month][:3]} {self._day:2d} 00:00:00 {self._year:04d}'

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  self.toordinal() - _before_year(self._year), -1))

    def strftime(self, format):
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other._days
            if 0 < n <= _MAXORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError('date value out of range')
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _other(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._other(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._other(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._other(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._other(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._other(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _week_start(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec='auto'):
        return _clock(self, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, text):
        try:
            hour, minute, second, us, zone = _iso_time(text.removeprefix('T'))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(hour, minute, second, us, zone)

    def __repr__(self):
        text = f'datetime.{type(self).__qualname__}({self._hour}, {self._minute}'
        if self._second or self._microsecond:
            text += f', {self._second}'
        if self._microsecond:
            text += f', {self._microsecond}'
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        return text + ')'

    def strftime(self, format):
        return _format(self, format, _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return us if offset is None else us - offset._us()

    def _check(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._check(other)
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._check(other)
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._check(other)
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._check(other)
        return self._key() >= other._key()

    def __hash__(self):
        return hash(self._key())


def _clock(t, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if t.microsecond else 'seconds'
    text = f'{t.hour:02d}'
    if timespec == 'hours':
        return text
    text += f':{t.minute:02d}'
    if timespec == 'minutes':
        return text
    text += f':{t.second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return text + f'.{t.microsecond // 1000:03d}'
    if timespec == 'microseconds':
        return text + f'.{t.microsecond:06d}'
    raise ValueError('Unknown timespec value')


_EPOCH = _to_ordinal(1970, 1, 1)


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError(f"function missing required argument '{missing}' (pos {2 if month is None else 3})")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_us(cls, us, tz=None):
        days, us = divmod(us, 86400000000)
        n = days + 1
        if not 1 <= n <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        year, month, day = _from_ordinal(n)
        return cls(year, month, day, hour, minute, second, us, tz)

    def _us(self):
        return (((self.toordinal() - 1) * 24 + self._hour) * 60 + self._minute) * 60000000 + self._second * 1000000 + self._microsecond

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        us = _round_half_even(t * 1000000) if isinstance(t, float) else t * 1000000
        if tz is not None:
            _check_zone(tz)
            base = cls._from_us((_EPOCH - 1) * 86400000000 + us, tz)
            return tz.fromutc(base)
        seconds, us = divmod(us, 1000000)
        parts = _time.localtime(seconds)
        return cls(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59), us)

    @classmethod
    def utcfromtimestamp(cls, t):
        us = _round_half_even(t * 1000000) if isinstance(t, float) else t * 1000000
        return cls._from_us((_EPOCH - 1) * 86400000000 + us)

    @classmethod
    def now(cls, tz=None):
        us = _time.time_ns() // 1000
        if tz is not None:
            _check_zone(tz)
            return tz.fromutc(cls._from_us((_EPOCH - 1) * 86400000000 + us, tz))
        seconds, us = divmod(us, 1000000)
        parts = _time.localtime(seconds)
        return cls(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59), us)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls._from_us((_EPOCH - 1) * 86400000000 + _time.time_ns() // 1000)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            cut = len(text)
            for size in (10, 8):
                if len(text) > size and (size == 10) == ('-' in text[:8]):
                    cut = size
                    break
            day = _iso_date(text[:cut])
            hour, minute, second, us, zone = _iso_time(text[cut + 1:]) if len(text) > cut else (0, 0, 0, 0, None)
        except (ValueError, IndexError) as exc:
            if str(exc).startswith(('month', 'day', 'year')):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(day._year, day._month, day._day, hour, minute, second, us, zone)

    @classmethod
    def strptime(cls, text, format):
        return cls(*_parse(text, format))

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timestamp(self):
        if self._tzinfo is None:
            return _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, -1, -1, -1)) + self._microsecond / 1e6
        return (self._us() - self.utcoffset()._us() - (_EPOCH - 1) * 86400000000) / 1000000

    def astimezone(self, tz=None):
        if tz is None:
            parts = _time.localtime(self.timestamp())
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        offset = self.utcoffset()
        if offset is None:
            us = round(self.timestamp() * 1000000) + (_EPOCH - 1) * 86400000000
        else:
            us = self._us() - offset._us()
        return tz.fromutc(type(self)._from_us(us, tz))

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  self.toordinal() - _before_year(self._year), -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        offset = self.utcoffset()
        d = self if not offset else self.replace(tzinfo=None) - offset
        return d.replace(tzinfo=None).timetuple()

    def ctime(self):
        return (f'{_day_names[self.weekday()][:3]} {_month_names[self._month][:3]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{_clock(self, timespec)}{_offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        text = f"datetime.{type(self).__qualname__}({', '.join(map(str, parts))}"
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        return text + (', fold=1)' if self._fold else ')')

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_us(self._us() + other._us(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() - other._us(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        us = self._us() - other._us()
        if mine is not None:
            us -= mine._us() - theirs._us()
        return timedelta._from(us)

    def _key(self):
        offset = self.utcoffset()
        return self._us() if offset is None else self._us() - offset._us()

    def _compared(self, other):
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't compare offset-naive and offset-aware datetimes")
            return True
        if isinstance(other, date):
            raise TypeError(f"can't compare {type(self).__module__}.{type(self).__name__} to {type(other).__module__}.{type(other).__name__}")
        return False

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key() if self._compared(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._compared(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._compared(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._compared(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


_fields = {'Y': r'(?P<Y>\d{4})', 'y': r'(?P<y>\d\d)', 'm': r'(?P<m>1[0-2]|0?[1-9])', 'd': r'(?P<d>3[01]|[12]\d|0?[1-9]| [1-9])',
           'H': r'(?P<H>2[0-3]|[01]?\d)', 'I': r'(?P<I>1[0-2]|0?[1-9])', 'M': r'(?P<M>[0-5]?\d)', 'S': r'(?P<S>6[01]|[0-5]?\d)',
           'f': r'(?P<f>\d{1,6})', 'p': r'(?P<p>am|pm)', 'j': r'(?P<j>\d{1,3})', 'z': r'(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z)',
           'Z': r'(?P<Z>utc|gmt)?', 'A': '(?P<A>' + '|'.join(_day_names) + ')', 'a': '(?P<a>' + '|'.join([n[:3] for n in _day_names]) + ')',
           'B': '(?P<B>' + '|'.join(_month_names[1:]) + ')', 'b': '(?P<b>' + '|'.join([n[:3] for n in _month_names[1:]]) + ')',
           'w': '(?P<w>[0-6])', '%': '%'}
_groups = {'T': '%H:%M:%S', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'c': '%a %b %d %H:%M:%S %Y', 'h': '%b'}


def _parse(text, spec):
    import re
    if not isinstance(text, str):
        raise TypeError(f'strptime() argument 1 must be str, not {type(text).__name__}')
    pattern = []
    expanded = []
    i = 0
    while i < len(spec):
        if spec[i] == '%' and i + 1 < len(spec) and spec[i + 1] in _groups:
            expanded.append(_groups[spec[i + 1]])
            i += 2
        else:
            expanded.append(spec[i:i + 2] if spec[i] == '%' else spec[i])
            i += 2 if spec[i] == '%' else 1
    body = ''.join(expanded)
    i = 0
    while i < len(body):
        c = body[i]
        i += 1
        if c == '%':
            d = body[i:i + 1]
            i += 1
            if d not in _fields or not d:
                raise ValueError(f"'{d}' is a bad directive in format '{spec}'" if d else f"stray %% in format '{spec}'")
            pattern.append(_fields[d])
        elif c.isspace():
            pattern.append(r'\s+')
        else:
            pattern.append(re.escape(c))
    found = re.match(''.join(pattern), text, re.I)
    if found is None:
        raise ValueError(f'time data {text!r} does not match format {spec!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    g = found.groupdict()
    year = int(g['Y']) if g.get('Y') else 1900
    if g.get('y'):
        short = int(g['y'])
        year = short + (2000 if short < 69 else 1900)
    month = int(g['m']) if g.get('m') else 1
    for key, size in (('B', None), ('b', 3)):
        if g.get(key):
            month = [n[:size].lower() for n in _month_names].index(g[key].lower())
    day = int(g['d']) if g.get('d') else 1
    hour = int(g['H']) if g.get('H') else 0
    if g.get('I'):
        hour = int(g['I']) % 12
        if (g.get('p') or '').lower() == 'pm':
            hour += 12
    if g.get('j'):
        d = date(year, 1, 1) + timedelta(int(g['j']) - 1)
        month, day = d.month, d.day
    zone = None
    if g.get('z'):
        if g['z'] == 'Z':
            zone = UTC
        else:
            digits = g['z'][1:].replace(':', '')
            delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=float(digits[4:] or 0))
            zone = timezone(-delta if g['z'][0] == '-' else delta)
            if not delta:
                zone = UTC
    return (year, month, day, hour, int(g.get('M') or 0), int(g.get('S') or 0), int(((g.get('f') or '') + '000000')[:6]), zone)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
time.min, time.max, time.resolution = time(), time(23, 59, 59, 999999), timedelta(microseconds=1)
datetime.min, datetime.max, datetime.resolution = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), timedelta(microseconds=1)


# What copies are made from: the rest is state.
date.__getnewargs__ = datetime.__getnewargs__ = lambda self: (self._year, self._month, self._day)
timezone.__reduce__ = lambda self: 'timezone.utc' if self is timezone.utc else (timezone, (self._offset,) if self._name is None else (self._offset, self._name))
