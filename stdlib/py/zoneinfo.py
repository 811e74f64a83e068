"""Time zones of the system's database, for datetime."""
import os
from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError', 'InvalidTZPathWarning']

_default_path = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_epoch = datetime(1970, 1, 1)
_zero = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


def reset_tzpath(to=None):
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f'tzpath must be a list or tuple, not {type(to)}: {to!r}')
        wrong = [path for path in to if not os.path.isabs(path)]
        if wrong:
            raise ValueError('tzpaths should be absolute, found: ' + ', '.join(map(repr, wrong)))
        TZPATH = tuple(to)
        return
    given = os.environ.get('PYTHONTZPATH')
    TZPATH = _default_path if given is None else tuple([path for path in given.split(os.pathsep) if os.path.isabs(path)])


reset_tzpath()


def available_timezones():
    """The keys of all the zones there are."""
    found = set()
    for root in TZPATH:
        if not os.path.isdir(root):
            continue
        for folder, folders, files in os.walk(root):
            if folder == root:
                folders[:] = [name for name in folders if name not in ('right', 'posix')]
            for name in files:
                path = os.path.join(folder, name)
                key = os.path.relpath(path, root)
                if key in found or key == 'posixrules':
                    continue
                try:
                    with open(path, 'rb') as file:
                        if file.read(4) == b'TZif':
                            found.add(key)
                except OSError:
                    pass
    return found


def _open(key):
    if os.path.isabs(key):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    normal = os.path.normpath(key)
    if len(normal) != len(key):
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if normal.startswith('..'):
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
    for root in TZPATH:
        path = os.path.join(root, key)
        if os.path.isfile(path):
            return open(path, 'rb')
    raise ZoneInfoNotFoundError(f'No time zone found with key {key}')


class _Local:
    """What clocks show during a stretch of time."""
    __slots__ = ('utcoff', 'dst', 'name', 'seconds')

    def __init__(self, seconds, dst_seconds, name):
        self.seconds = seconds
        self.utcoff = timedelta(seconds=seconds)
        self.dst = timedelta(seconds=dst_seconds)
        self.name = name


_nothing = _Local(0, 0, None)
_nothing.utcoff = _nothing.dst = None


def _read(file):
    """(transitions, index of the local time of each, [(offset, is dst, name)], rule for later)"""
    from struct import unpack
    if file.read(4) != b'TZif':
        raise ValueError('Invalid TZif file: magic not found')
    version = file.read(1)
    width, code = 4, 'l'
    file.read(15)
    counts = unpack('>6l', file.read(24))
    if version >= b'2':
        utc, std, leap, times, types, chars = counts
        file.read(times * 5 + types * 6 + chars + leap * 8 + std + utc)
        file.read(20)
        counts = unpack('>6l', file.read(24))
        width, code = 8, 'q'
    utc, std, leap, times, types, chars = counts
    transitions = unpack(f'>{times}{code}', file.read(times * width)) if times else ()
    index = tuple(file.read(times))
    kinds = [unpack('>lBB', file.read(6)) for _ in range(types)]
    letters = file.read(chars)
    file.read(leap * (width + 4) + std + utc)
    rule = ''
    if version >= b'2':
        file.read(1)
        rule = file.read().split(b'\n')[0].decode()
    named = [(offset, dst, letters[at:letters.index(b'\0', at)].decode()) for offset, dst, at in kinds]
    return transitions, index, named, rule


def _savings(transitions, index, kinds):
    """How far each kind of local time is ahead of standard time."""
    savings = [0] * len(kinds)
    known = [not kind[1] for kind in kinds]
    for k in range(1, len(index)):
        now, before = index[k], index[k - 1]
        for here, there in ((now, before), (before, now)):
            if not known[here] and not kinds[there][1]:
                ahead = kinds[here][0] - kinds[there][0]
                if ahead > 0:
                    savings[here] = ahead
                    known[here] = True
    for k, kind in enumerate(kinds):
        if not known[k]:
            savings[k] = 3600
    return savings


class ZoneInfo(tzinfo):
    _cache = {}

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._cache = {}

    def __new__(cls, key):
        found = cls._cache.get(key)
        if found is None:
            found = cls._cache[key] = cls._made(key)
        return found

    @classmethod
    def _made(cls, key):
        with _open(key) as file:
            return cls._from(file, key, False)

    @classmethod
    def _from(cls, file, key, from_file):
        self = tzinfo.__new__(cls)
        self._key = key
        self._from_file = from_file
        self._load(file)
        return self

    @classmethod
    def no_cache(cls, key):
        return cls._made(key)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        return cls._from(fobj, key, repr(fobj))

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        if only_keys is None:
            cls._cache.clear()
        else:
            for key in only_keys:
                cls._cache.pop(key, None)

    key = property(lambda self: self._key)

    def _load(self, file):
        transitions, index, kinds, rule = _read(file)
        savings = _savings(transitions, index, kinds)
        locals_ = [_Local(offset, savings[k], name) for k, (offset, dst, name) in enumerate(kinds)]
        self._utc = list(transitions)
        self._after = [locals_[k] for k in index]
        standard = next((k for k, kind in enumerate(kinds) if not kind[1]), 0)
        self._before = locals_[standard] if kinds else _nothing
        self._rule = _Rule(rule) if ',' in rule else None
        self._last = self._after[-1] if self._after else self._before
        if rule and self._rule is None:
            name, offset, _ = _std(rule)
            if not self._after or (self._last.seconds, self._last.name) != (offset, name):
                self._last = _Local(offset, 0, name)
        self._fixed = not self._after and self._rule is None
        # Wall clock times of the transitions, for folds 0 and 1.
        self._wall = [], []
        previous = self._before.seconds
        for moment, local in zip(self._utc, self._after):
            self._wall[0].append(moment + max(previous, local.seconds))
            self._wall[1].append(moment + min(previous, local.seconds))
            previous = local.seconds

    def _find(self, dt):
        if dt is None:
            return self._last if self._fixed else _nothing
        shown = (dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        walls = self._wall[dt.fold]
        i = bisect_right(walls, shown)
        if i >= len(walls):
            return self._rule.at_wall(shown, dt.year, dt.fold) if self._rule else self._last
        return self._after[i - 1] if i else self._before

    def utcoffset(self, dt):
        return self._find(dt).utcoff

    def dst(self, dt):
        return self._find(dt).dst

    def tzname(self, dt):
        return self._find(dt).name

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        moment = (dt.toordinal() - 719163) * 86400 + dt.hour * 3600 + dt.minute * 60 + dt.second
        i = bisect_right(self._utc, moment)
        fold = False
        if i >= len(self._utc) and self._rule:
            local, fold = self._rule.at_utc(moment, dt.year)
            if not fold and i and moment - self._utc[-1] < 86400:
                previous = self._after[-2] if i > 1 else self._before
                fold = previous.seconds - local.seconds > moment - self._utc[-1]
        elif i == 0:
            local = self._before
        else:
            local = self._after[i - 1] if i < len(self._utc) or self._utc else self._last
            if i == len(self._utc):
                local = self._last
            previous = self._after[i - 2] if i > 1 else self._before
            fold = previous.seconds - local.seconds > moment - self._utc[i - 1]
        dt += local.utcoff
        return dt.replace(fold=1) if fold else dt

    def __str__(self):
        return f'{self._key}' if self._key is not None else repr(self)

    def __repr__(self):
        if self._key is not None:
            return f'{self.__class__.__module__}.{self.__class__.__qualname__}(key={self._key!r})'
        return f'{self.__class__.__module__}.{self.__class__.__qualname__}.from_file({self._from_file})'

    def __reduce__(self):
        if self._from_file:
            import pickle
            raise pickle.PicklingError('Cannot pickle a ZoneInfo file created from a file stream.')
        return self.__class__, (self._key,)


# Rules such as CET-1CEST,M3.5.0,M10.5.0/3.

def _std(text):
    """(name, seconds east, rest) of the beginning of a rule."""
    import re
    found = re.match(r'(<[^>]+>|[^<0-9:.+,-]+)([+-]?\d{1,3}(?::\d\d)?(?::\d\d)?)?', text)
    if not found:
        raise ValueError(f'{text} is not a valid TZ string')
    offset = None if found[2] is None else -_clock(found[2])
    return found[1].strip('<>'), offset, text[found.end():]


def _clock(text):
    sign = -1 if text[0] == '-' else 1
    parts = [int(part) for part in text.lstrip('+-').split(':')] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


class _Rule:
    """Daylight saving by the same rule every year."""

    def __init__(self, text):
        head, *changes = text.split(',')
        name, offset, rest = _std(head)
        dst_name, dst_offset, rest = _std(rest)
        if len(changes) != 2 or rest:
            raise ValueError(f'{text} is not a valid TZ string')
        if dst_offset is None:
            dst_offset = offset + 3600
        self.std = _Local(offset, 0, name)
        self.dst = _Local(dst_offset, dst_offset - offset, dst_name)
        self.start, self.end = [_Change(change) for change in changes]

    def bounds(self, year):
        return self.start.wall(year), self.end.wall(year)

    def at_wall(self, shown, year, fold):
        start, end = self.bounds(year)
        ahead = self.dst.seconds - self.std.seconds
        # With fold 0 a gap counts as before its change and a repeated time as its first one.
        if fold == (ahead >= 0):
            end -= ahead
        else:
            start += ahead
        inside = start <= shown < end if start < end else not end <= shown < start
        return self.dst if inside else self.std

    def at_utc(self, moment, year):
        start, end = self.bounds(year)
        start -= self.std.seconds
        end -= self.dst.seconds
        inside = start <= moment < end if start < end else not end <= moment < start
        ahead = self.dst.seconds - self.std.seconds
        repeated = end if ahead > 0 else start
        return (self.dst if inside else self.std), repeated <= moment < repeated + abs(ahead)


class _Change:
    """When clocks change: Mmonth.week.weekday, Jday or day, with /time."""

    def __init__(self, text):
        day, slash, clock = text.partition('/')
        self.seconds = _clock(clock) if slash else 7200
        self.kind = day[0]
        if self.kind == 'M':
            self.month, self.week, self.weekday = map(int, day[1:].split('.'))
            if not (1 <= self.month <= 12 and 1 <= self.week <= 5 and 0 <= self.weekday <= 6):
                raise ValueError(f'{text} is not a valid TZ string')
        else:
            self.day = int(day[1:] if self.kind == 'J' else day)

    def wall(self, year):
        """Seconds from the epoch on the clock that is about to change."""
        from datetime import date
        if self.kind == 'M':
            first = date(year, self.month, 1)
            day = first.toordinal() + (self.weekday - (first.weekday() + 1)) % 7 + (self.week - 1) * 7
            following = date(year + self.month // 12, self.month % 12 + 1, 1).toordinal() if year < 9999 or self.month < 12 else 3652060
            if day >= following:
                day -= 7
        else:
            day = date(year, 1, 1).toordinal() + self.day
            if self.kind == 'J':
                leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
                day += -1 if self.day < 60 or not leap else 0
        return (day - 719163) * 86400 + self.seconds
