"""What the native classes of datetime leave to scripts, and its classes tzinfo and timezone."""
import time as _time
import _datetime
from _datetime import date, datetime, time, timedelta

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
    if not (type(year) is int and type(month) is int and type(day) is int):
        year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_days(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    if not (type(hour) is int and type(minute) is int and type(second) is int and type(microsecond) is int):
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


def _check_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{type(name).__name__}'")
    return name


def _check_offset(name, offset):
    """What a method of a tzinfo may answer: None or less than a day."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{type(offset).__name__}'")
    if not -_DAY < offset._us() < _DAY:
        raise ValueError(f'{name}()={offset}, must be strictly between -timedelta(hours=24) and timedelta(hours=24)')
    return offset


_DAY = 86400000000


class _TimeDelta:
    def _make(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int and not (milliseconds or minutes or hours or weeks):
            if days > 0x7FFFFFFF or days < -0x80000000:
                raise OverflowError('Python int too large to convert to C int')
            return timedelta._from((days * 86400 + seconds) * 1000000 + microseconds)
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
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__module__}.{type(value).__qualname__}'
                                if type(value).__module__ != 'builtins' else
                                f'unsupported type for timedelta {name} component: {type(value).__name__}')
        return timedelta._from(whole + round(part))

    def __repr__(self):
        args = []
        if self._days:
            args.append(f'days={self._days}')
        if self._seconds:
            args.append(f'seconds={self._seconds}')
        if self._microseconds:
            args.append(f'microseconds={self._microseconds}')
        return f"{_class_name(self)}({', '.join(args) or '0'})"

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._from(self._us() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._from(_divide(self._us() * a, b))
        return NotImplemented

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

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _class_name(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def _divide(a, b):
    if b == 0:
        raise ZeroDivisionError('integer division or modulo by zero')
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2 == 1:
        q += 1
    return q


class tzinfo:
    __module__ = 'datetime'

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc() requires a non-None utcoffset() result')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc() requires a non-None dst() result')
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc(): dt.dst gave inconsistent results; cannot convert')
        return dt + dst

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', None)
        arguments = arguments() if arguments else ()
        state = getattr(self, '__getstate__', None)
        state = state() if state else getattr(self, '__dict__', None) or None
        return (type(self), arguments) if state is None else (type(self), arguments, state)


class timezone(tzinfo):
    __module__ = 'datetime'
    __slots__ = ('_offset', '_name')
    _omitted = object()

    def __new__(cls, offset, name=_omitted):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if name is cls._omitted:
            if not offset and 'utc' in cls.__dict__:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not -_DAY < offset._us() < _DAY:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             f'not {offset!r}.')
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')

    def utcoffset(self, dt):
        self._check(dt, 'utcoffset')
        return self._offset

    def dst(self, dt):
        self._check(dt, 'dst')
        return None

    def tzname(self, dt):
        self._check(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + (_offset_text(self._offset) if self._offset else '')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() argument must be a datetime instance or None')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

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

    def __reduce__(self):
        return timezone, ((self._offset,) if self._name is None else (self._offset, self._name))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


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


def _iso_zone(text):
    if text == 'Z':
        return UTC
    sign = -1 if text[0] == '-' else 1
    hour, minute, second, us = _iso_clock(text[1:])
    delta = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=us)
    return timezone(sign * delta)


def _iso_clock(text):
    """(hour, minute, second, microsecond) of HH[:MM[:SS[.fff[fff]]]], the colons all there or none."""
    body, fraction = text, None
    for point in '.,':
        if point in text:
            body, _, fraction = text.partition(point)
            break
    step = 3 if body[2:3] == ':' else 2
    fields = []
    for i in range(0, len(body), step):
        field = body[i:i + 2]
        if len(field) != 2 or not (field.isascii() and field.isdigit()) or step == 3 and body[i + 2:i + 3] not in ('', ':'):
            raise ValueError
        fields.append(int(field))
    if not 1 <= len(fields) <= 3 or body.endswith(':'):
        raise ValueError
    us = 0
    if fraction is not None:
        if len(fields) != 3 or not fraction or not (fraction.isascii() and fraction.isdigit()):
            raise ValueError
        us = int((fraction + '00000')[:6])
    return (*fields, *(0,) * (3 - len(fields)), us)


def _iso_time(text):
    zone = None
    for i, c in enumerate(text):
        if c in '+-Z':
            if c == 'Z' and i + 1 != len(text):
                raise ValueError
            zone = _iso_zone(text[i:])
            text = text[:i]
            break
    return (*_iso_clock(text), zone)


def _number(text):
    if not (text.isascii() and text.isdigit()):
        raise ValueError
    return int(text)


def _iso_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]."""
    n = len(text)
    if n < 7:
        raise ValueError
    year = _number(text[:4])
    dash = text[4] == '-'
    i = 5 if dash else 4
    if text[i] == 'W':
        week = _number(text[i + 1:i + 3])
        i += 3
        day = 1
        if len(text[i - 2:i]) != 2:
            raise ValueError
        if n > i:
            if (text[i] == '-') != dash or n != i + 1 + dash:
                raise ValueError
            day = _number(text[i + dash:])
        d = date.fromisocalendar(year, week, day)
        return d._year, d._month, d._day
    if n != (10 if dash else 8) or dash and text[7] != '-':
        raise ValueError
    return year, _number(text[i:i + 2]), _number(text[-2:])


def _iso_date_size(text):
    """How much of a date and time is the date."""
    if len(text) == 7:
        return 7
    if text[4] == '-':
        if text[5] == 'W':
            return 10 if len(text) > 8 and text[8] == '-' and (len(text) < 10 or text[9] in '0123456789') else 8
        return 10
    if text[4] == 'W':
        i = 7
        while i < len(text) and text[i] in '0123456789':
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


def _shown_type(value):
    cls = type(value)
    return f'datetime.{cls.__name__}' if cls.__module__ == 'datetime' else cls.__name__


def _timestamp_us(t):
    if isinstance(t, float):
        if t != t:
            raise ValueError('Invalid value NaN (not a number)')
    else:
        t = _whole(t)
    if not -2 ** 62 < t < 2 ** 62:
        raise OverflowError('timestamp out of range for platform time_t')
    if isinstance(t, int):
        return t * 1000000
    whole = int(t // 1)
    return whole * 1000000 + round((t - whole) * 1000000)


def _in_range(year):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')


class _Date:
    def _make(year, month=None, day=None):
        if isinstance(year, (bytes, str)) and len(year) == 4:
            return _datetime.make_date(*_state_parts(year))
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError(f"function missing required argument '{missing}' (pos {2 if month is None else 3})")
        year, month, day = _check_date(year, month, day)
        return _datetime.make_date(year, month, day)


    def fromtimestamp(cls, t):
        parts = _time.localtime(t)
        return cls(parts[0], parts[1], parts[2])

    def today(cls):
        return cls.fromtimestamp(_time.time())

    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            parts = _iso_date(text)
        except (ValueError, IndexError) as exc:
            if str(exc).startswith('Invalid w'):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(*parts)

    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        if not 0 < week < 54 or week == 53 and date(year, 12, 28).isocalendar()[1] != 53:
            raise ValueError(f'Invalid week: {week}')
        if not 0 < day < 8:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls.fromordinal(_week_start(year) + (week - 1) * 7 + day - 1)

    def _iso_calendar_date(year, week, day):
        return _IsoCalendarDate((year, week, day))

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return f'{_day_names[self.weekday()][:3]} {_month_names[self._month][:3]} {self._day:2d} 00:00:00 {self._year:04d}'

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  self.toordinal() - _before_year(self._year), -1))

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    def __reduce__(self):
        return type(self), (bytes((self._year >> 8, self._year & 255, self._month, self._day)),)


def _week_start(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


class _IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)


class _Time:
    def _make(hour, minute, second, microsecond, tzinfo, fold):
        if isinstance(hour, (bytes, str)) and len(hour) == 6:
            _check_zone(minute or None)
            packed, *rest = _state_parts(hour)
            return _datetime.make_time(packed & 0x7f, *rest, minute or None, packed >> 7)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        return _datetime.make_time(hour, minute, second, microsecond, tzinfo, fold)

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset('utcoffset', self._tzinfo.utcoffset(None))

    def tzname(self):
        return None if self._tzinfo is None else _check_name(self._tzinfo.tzname(None))

    def dst(self):
        return None if self._tzinfo is None else _check_offset('dst', self._tzinfo.dst(None))

    def isoformat(self, timespec='auto'):
        return _clock(self, timespec) + _offset_text(self.utcoffset())

    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            hour, minute, second, us, zone = _iso_time(text.removeprefix('T'))
        except (ValueError, IndexError):
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(hour, minute, second, us, zone)

    def __repr__(self):
        text = f'{_class_name(self)}({self._hour}, {self._minute}'
        if self._second or self._microsecond:
            text += f', {self._second}'
        if self._microsecond:
            text += f', {self._microsecond}'
        if self._tzinfo is not None:
            text += f', tzinfo={self._tzinfo!r}'
        return text + (', fold=1)' if self._fold else ')')

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
        return _format(self, format, _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f'must be str, not {type(spec).__name__}')
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour, minute, second, microsecond, tzinfo, fold):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _keys(self, other, equality=False):
        if self._tzinfo is other._tzinfo:
            return self._us(), other._us()
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return self._us(), other._us()
        if mine is None or theirs is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._us() - mine._us(), other._us() - theirs._us()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        keys = _Time._keys(self, other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = _Time._keys(self, other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = _Time._keys(self, other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = _Time._keys(self, other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        mine, theirs = _Time._keys(self, other)
        return mine >= theirs

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() if offset is None else self._us() - offset._us())


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
_EPOCH_US = (_EPOCH - 1) * 86400000000


def _state_parts(state):
    """The numbers in what __reduce__() of dates and times gives: year or hour first, microseconds last."""
    if isinstance(state, str):
        state = state.encode('latin-1')
    parts = list(state)
    if len(parts) != 6:
        parts[:2] = [parts[0] << 8 | parts[1]]
    if len(parts) > 3:
        parts[-3:] = [parts[-3] << 16 | parts[-2] << 8 | parts[-1]]
    return parts


def _clock_state(self):
    return self._hour, self._minute, self._second, self._microsecond >> 16, self._microsecond >> 8 & 255, self._microsecond & 255


def _time_reduce(self, protocol=2):
    hour, *rest = _clock_state(self)
    state = bytes((hour | (self._fold << 7 if protocol > 3 else 0), *rest))
    return type(self), ((state,) if self._tzinfo is None else (state, self._tzinfo))


_Time.__reduce_ex__ = _time_reduce
_Time.__reduce__ = lambda self: _time_reduce(self)


class _DateTime:
    def _make(year, month, day, hour, minute, second, microsecond, tzinfo, fold):
        if isinstance(year, (bytes, str)) and len(year) == 10:
            _check_zone(month)
            year, packed, *rest = _state_parts(year)
            return _datetime.make_datetime(year, packed & 0x7f, *rest, month, packed >> 7)
        if month is None or day is None:
            missing = 'month' if month is None else 'day'
            raise TypeError(f"function missing required argument '{missing}' (pos {2 if month is None else 3})")
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            _check_zone(tzinfo)
        return _datetime.make_datetime(year, month, day, hour, minute, second, microsecond, tzinfo, fold)


    def _from_timestamp_us(cls, us, tz):
        if tz is not None:
            _check_zone(tz)
            return tz.fromutc(_datetime.from_us(cls, _EPOCH_US + us, tz))
        offset = _datetime.local_offset(us // 1000000)
        shifted = _EPOCH_US + us + (offset >> 1) * 1000000
        if not 0 <= shifted < _MAXORDINAL * _DAY:
            _in_range(_time.localtime(us // 1000000)[0])
        result = _datetime.from_us(cls, shifted, None)
        return result.replace(fold=1) if offset & 1 else result

    def fromtimestamp(cls, t, tz=None):
        return _DateTime._from_timestamp_us(cls, _timestamp_us(t), tz)

    def utcfromtimestamp(cls, t):
        us = _EPOCH_US + _timestamp_us(t)
        if not 0 <= us < _MAXORDINAL * _DAY:
            if abs(t) > 1 << 62:
                raise OverflowError('timestamp out of range for platform time_t')
            raise ValueError(f'year {1970 + int(t // 31556952)} is out of range')
        return _datetime.from_us(cls, us, None)

    def now(cls, tz=None):
        return _DateTime._from_timestamp_us(cls, _time.time_ns() // 1000, tz)

    def today(cls):
        return cls.now()

    def utcnow(cls):
        return _datetime.from_us(cls, _EPOCH_US + _time.time_ns() // 1000, None)

    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {_shown_type(date)}')
        if not isinstance(time, _time_class):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {_shown_type(time)}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            if len(text) < 7:
                raise ValueError
            cut = _iso_date_size(text)
            parts = _iso_date(text[:cut])
            clock = _iso_time(text[cut + 1:]) if len(text) > cut else ()
            if len(text) == cut + 1:
                raise ValueError
        except (ValueError, IndexError) as exc:
            if str(exc).startswith(('Invalid w', 'offset')):
                raise
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(*parts, *clock)

    def strptime(cls, text, format):
        for index, value in enumerate((text, format), 1):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {index} must be str, not {"None" if value is None else _shown_type(value)}')
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, text, format)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    def utcoffset(self):
        return None if self._tzinfo is None else _check_offset('utcoffset', self._tzinfo.utcoffset(self))

    def tzname(self):
        return None if self._tzinfo is None else _check_name(self._tzinfo.tzname(self))

    def dst(self):
        return None if self._tzinfo is None else _check_offset('dst', self._tzinfo.dst(self))

    def _local_us(self):
        """Microseconds since the epoch of a local time."""
        wall = self._us() // 1000000 - _EPOCH_US // 1000000
        tm_gmtoff = _time.localtime(wall).tm_gmtoff
        found = wall - tm_gmtoff
        first = _time.localtime(found).tm_gmtoff
        if first == tm_gmtoff:
            other = _time.localtime(found + (-86400, 86400)[self._fold]).tm_gmtoff
            if other == first:
                return found * 1000000 + self._microsecond
        else:
            other = first
        second = wall - other
        second_fits = _time.localtime(second).tm_gmtoff == other
        if second_fits and (first != tm_gmtoff or second != found):
            if first == tm_gmtoff:
                found = (min, max)[self._fold](found, second)
            else:
                found = second
        elif first != tm_gmtoff:
            found = (max, min)[self._fold](found, second)
        return found * 1000000 + self._microsecond

    def timestamp(self):
        if self._tzinfo is None:
            return _DateTime._local_us(self) / 1000000
        return (self._us() - self.utcoffset()._us() - _EPOCH_US) / 1000000

    def astimezone(self, tz=None):
        offset = self.utcoffset()
        us = _DateTime._local_us(self) + _EPOCH_US if offset is None else self._us() - offset._us()
        if tz is None:
            parts = _time.localtime((us - _EPOCH_US) // 1000000)
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        elif not isinstance(tz, tzinfo):
            raise TypeError(f'tzinfo argument must be an instance of tzinfo, not {type(tz).__name__}')
        if tz is self._tzinfo:
            return self
        return tz.fromutc(_datetime.from_us(type(self), us, tz))

    def timetuple(self):
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(),
                                  self.toordinal() - _before_year(self._year), -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        offset = self.utcoffset()
        d = self.replace(tzinfo=None)
        if offset:
            d -= offset
        parts = d.timetuple()
        return _time.struct_time((*parts[:8], 0))

    def ctime(self):
        return (f'{_day_names[self.weekday()][:3]} {_month_names[self._month][:3]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        if timespec == 'auto' and self._tzinfo is None and not self._microsecond:
            return '%04d-%02d-%02d%s%02d:%02d:%02d' % (self._year, self._month, self._day, sep, self._hour, self._minute, self._second)
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{_clock(self, timespec)}{_offset_text(self.utcoffset())}'

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        text = f"{_class_name(self)}({', '.join(map(str, parts))}"
        if self._fold:
            text += ', fold=1'
        return text + (')' if self._tzinfo is None else f', tzinfo={self._tzinfo!r})')

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _datetime.from_us(type(self), self._us() - other._us(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._from(self._us() - other._us())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        us = self._us() - other._us()
        if mine is not None:
            us -= mine._us() - theirs._us()
        return timedelta._from(us)

    def _keys(self, other, equality=False):
        """Numbers to compare two times by; None: they never equal each other."""
        if self._tzinfo is other._tzinfo:
            return self._us(), other._us()
        mine, theirs = self.utcoffset(), other.utcoffset()
        if equality and (mine != self.replace(fold=not self._fold).utcoffset() or theirs != other.replace(fold=not other._fold).utcoffset()):
            return None     # in a gap or a repeated hour
        if mine == theirs:
            return self._us(), other._us()
        if mine is None or theirs is None:
            if equality:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._us() - mine._us(), other._us() - theirs._us()

    def _compared(self, other):
        if isinstance(other, datetime):
            return True
        if isinstance(other, date):
            raise TypeError(f"can't compare {type(self).__module__}.{type(self).__name__} to {type(other).__module__}.{type(other).__name__}")
        return False

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        keys = _DateTime._keys(self, other, True)
        return keys is not None and keys[0] == keys[1]

    def __lt__(self, other):
        if not _DateTime._compared(self, other):
            return NotImplemented
        mine, theirs = _DateTime._keys(self, other)
        return mine < theirs

    def __le__(self, other):
        if not _DateTime._compared(self, other):
            return NotImplemented
        mine, theirs = _DateTime._keys(self, other)
        return mine <= theirs

    def __gt__(self, other):
        if not _DateTime._compared(self, other):
            return NotImplemented
        mine, theirs = _DateTime._keys(self, other)
        return mine > theirs

    def __ge__(self, other):
        if not _DateTime._compared(self, other):
            return NotImplemented
        mine, theirs = _DateTime._keys(self, other)
        return mine >= theirs

    def __hash__(self):
        if self._tzinfo is None:
            return hash(self._us())
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() if offset is None else self._us() - offset._us())

    def __reduce_ex__(self, protocol):
        month = self._month | (self._fold << 7 if protocol > 3 else 0)
        state = bytes((self._year >> 8, self._year & 255, month, self._day, *_clock_state(self)))
        return type(self), ((state,) if self._tzinfo is None else (state, self._tzinfo))

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class, _time_class = date, time
for _class in (timezone, tzinfo):
    _class.__name__ = 'datetime.' + _class.__name__     # what error messages call it
del _class
