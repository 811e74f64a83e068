"""Reading dates and times by a format, for datetime.strptime()."""
import re

_days = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_months = ('', 'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december')
_short_days = [name[:3] for name in _days]
_short_months = [name[:3] for name in _months]


def _choice(directive, names):
    return f"(?P<{directive}>{'|'.join(sorted([n for n in names if n], key=len, reverse=True))})"


_fields = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'f': r'(?P<f>[0-9]{1,6})', 'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])', 'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[0-1]|[0-5]\d|\d)', 'U': r'(?P<U>5[0-3]|[0-4]\d|\d)', 'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'w': r'(?P<w>[0-6])', 'u': r'(?P<u>[1-7])', 'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)', 'y': r'(?P<y>\d\d)', 'Y': r'(?P<Y>\d\d\d\d)',
    'z': r'(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))', 'A': _choice('A', _days), 'a': _choice('a', _short_days),
    'B': _choice('B', _months), 'b': _choice('b', _short_months), 'p': '(?P<p>am|pm)', 'Z': '(?P<Z>utc|gmt)', '%': '%',
}
_groups = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
_patterns = {}


def _zone_names():
    import time
    return [name.lower() for name in time.tzname if name]


def _pattern(format):
    """A format as a regular expression."""
    parts = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c.isspace():
            while i < n and format[i].isspace():
                i += 1
            parts.append(r'\s+')
        elif c != '%':
            parts.append(re.escape(c))
        elif i == n:
            raise ValueError(f"stray % in format '{format}'")
        else:
            directive = format[i]
            i += 1
            if directive in _groups:
                parts.append(_pattern(_groups[directive]))
            elif directive == 'Z':
                parts.append(_choice('Z', {'utc', 'gmt', *_zone_names()}))
            elif directive in _fields:
                parts.append(_fields[directive])
            else:
                raise ValueError(f"'{'%' if directive.isspace() else directive}' is a bad directive in format '{format}'")
    return ''.join(parts)


def _compiled(format):
    found = _patterns.get(format)
    if found is None:
        if len(_patterns) > 64:
            _patterns.clear()
        found = _patterns[format] = re.compile(_pattern(format), re.IGNORECASE)
    return found


def _offset(text):
    """(seconds, microseconds) of a zone such as +01:30:15.5"""
    if text == 'Z':
        return 0, 0
    digits = text
    if digits[3] == ':':
        digits = digits[:3] + digits[4:]
        if len(digits) > 5:
            if digits[5] != ':':
                raise ValueError(f'Inconsistent use of : in {text}')
            digits = digits[:5] + digits[6:]
    seconds = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
    us = int((digits[8:] + '000000')[:6])
    return (-seconds, -us) if text[0] == '-' else (seconds, us)


def _strptime(data_string, format='%a %b %d %H:%M:%S %Y'):
    """(year, month, day, hour, minute, second, weekday, day of the year, dst, zone name, offset), microseconds, those of the offset"""
    for index, arg in enumerate((data_string, format)):
        if not isinstance(arg, str):
            raise TypeError(f'strptime() argument {index} must be str, not {type(arg)}')
    found = _compiled(format).match(data_string)
    if found is None:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')
    if found.end() != len(data_string):
        raise ValueError(f'unconverted data remains: {data_string[found.end():]}')
    g = found.groupdict()
    year = weekday = julian = offset = None
    month = day = 1
    if 'Y' in g:
        year = int(g['Y'])
    elif 'y' in g:
        year = int(g['y'])
        year += 2000 if year <= 68 else 1900
    if 'm' in g:
        month = int(g['m'])
    elif 'B' in g:
        month = _months.index(g['B'].lower())
    elif 'b' in g:
        month = _short_months.index(g['b'].lower())
    if 'd' in g:
        day = int(g['d'])
    hour = int(g['H']) if 'H' in g else 0
    if 'I' in g:
        hour = int(g['I']) % 12
        if g.get('p', '').lower() == 'pm':
            hour += 12
    fraction = offset_fraction = 0
    if 'f' in g:
        fraction = int((g['f'] + '00000')[:6])
    if 'A' in g:
        weekday = _days.index(g['A'].lower())
    elif 'a' in g:
        weekday = _short_days.index(g['a'].lower())
    elif 'w' in g:
        weekday = (int(g['w']) + 6) % 7
    elif 'u' in g:
        weekday = int(g['u']) - 1
    if 'j' in g:
        julian = int(g['j'])
    if 'z' in g:
        offset, offset_fraction = _offset(g['z'])
    dst = -1
    zone = g.get('Z')
    if zone:
        import time
        name = zone.lower()
        if name in ('utc', 'gmt') or name == time.tzname[0].lower():
            dst = 0
        elif name == time.tzname[1].lower():
            dst = 1
    year, month, day, weekday, julian = _settle(g, year, month, day, weekday, julian)
    return (year, month, day, hour, int(g.get('M', 0)), int(g.get('S', 0)), weekday, julian, dst, zone, offset), fraction, offset_fraction


def _settle(g, year, month, day, weekday, julian):
    """Works out what follows from days of the year and of weeks."""
    from datetime import date
    if year is None and 'G' in g:
        if 'V' not in g or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif 'V' in g and 'U' not in g and 'W' not in g:
        if weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
                             "('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_day = year is None and month == 2 and day == 29
    iso_year = int(g['G']) if year is None and 'G' in g else None
    if year is None:
        year = 1904 if leap_day else 1900
    known = None
    if julian is None and weekday is not None:
        if 'U' in g or 'W' in g:
            monday_first = 'W' in g and 'U' not in g
            week = int(g['W'] if monday_first else g['U'])
            first = date(year, 1, 1).weekday()
            today = weekday
            if not monday_first:
                first, today = (first + 1) % 7, (weekday + 1) % 7
            begun = (7 - first) % 7    # days of the year before its first whole week
            julian = 1 + today - first if week == 0 else 1 + begun + 7 * (week - 1) + today
            known = date(year, 1, 1).toordinal() + julian - 1
        elif iso_year is not None:
            known = date.fromisocalendar(iso_year, int(g['V']), weekday + 1).toordinal()
    elif julian is not None:
        known = date(year, 1, 1).toordinal() + julian - 1
    result = date(year, month, day) if known is None else date.fromordinal(known)
    year, month, day = result.year, result.month, result.day
    if weekday is None:
        weekday = result.weekday()
    julian = result.toordinal() - date(year, 1, 1).toordinal() + 1
    return 1900 if leap_day else year, month, day, weekday, julian


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    import time
    return time.struct_time(_strptime(data_string, format)[0][:11])


def _strptime_datetime(cls, data_string, format='%a %b %d %H:%M:%S %Y'):
    parts, fraction, offset_fraction = _strptime(data_string, format)
    name, offset = parts[-2:]
    if offset is None:
        return cls(*parts[:6], fraction)
    from datetime import timedelta, timezone
    delta = timedelta(seconds=offset, microseconds=offset_fraction)
    return cls(*parts[:6], fraction, timezone(delta, name) if name else timezone(delta))
