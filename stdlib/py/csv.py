"""Reading and writing comma separated values."""
__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab', 'unix_dialect',
           'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect',
           'DictReader', 'DictWriter']

import _csv
from _csv import Error, field_size_limit

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_dialects = {}
_defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
             'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}


def _character(name, value, optional):
    if value is None and optional:
        return
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be string{" or None" if optional else ""}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


class _Dialect:
    """The checked and read-only options of a reader or writer."""
    __slots__ = ('_options',)

    def __init__(self, dialect, fmtparams):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        options = {}
        for name, default in _defaults.items():
            options[name] = default if dialect is None else getattr(dialect, name, default)
        for name in fmtparams:
            if name not in options:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        options.update(fmtparams)
        quoting = options['quoting']
        for name in ('doublequote', 'skipinitialspace', 'strict'):
            options[name] = bool(options[name])
        _character('delimiter', options['delimiter'], False)
        _character('escapechar', options['escapechar'], True)
        _character('quotechar', options['quotechar'], True)
        if options['lineterminator'] is None:
            raise TypeError('lineterminator must be set')
        if not isinstance(options['lineterminator'], str):
            raise TypeError('"lineterminator" must be a string')
        if type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 3:
            raise TypeError('bad "quoting" value')
        if options['quotechar'] is None and quoting != QUOTE_NONE:
            if 'quoting' in fmtparams or hasattr(dialect, 'quoting'):
                raise TypeError('quotechar must be set if quoting enabled')
            options['quoting'] = QUOTE_NONE
        object.__setattr__(self, '_options', options)

    def __getattr__(self, name):
        try:
            return self._options[name]
        except KeyError:
            raise AttributeError(f"'_csv.Dialect' object has no attribute '{name}'") from None

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_csv.Dialect' instances")


_Dialect.__name__ = 'Dialect'
_Dialect.__module__ = '_csv'


class Dialect:
    """Describes a dialect; subclasses set the attributes."""
    _name = ''
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Dialect(self, {})
        except TypeError as e:
            raise Error(str(e))


class excel(Dialect):
    """The usual properties of an Excel-generated CSV file."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """The usual properties of an Excel-generated TAB-delimited file."""
    delimiter = '\t'


class unix_dialect(Dialect):
    """The usual properties of a CSV file generated on Unix."""
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Dialect(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


def _checked(dialect, fmtparams):
    if not fmtparams:
        if dialect is None:
            return _plain
        if type(dialect) is str:
            return get_dialect(dialect)
    return _Dialect(dialect, fmtparams)


_plain = _Dialect(None, {})


def reader(iterable, /, dialect=None, **fmtparams):
    """An iterator over the rows of the lines in `iterable`."""
    return _csv.reader(iterable, _checked(dialect, fmtparams))


def writer(fileobj, /, dialect=None, **fmtparams):
    """An object that writes rows to `fileobj`."""
    checked = _checked(dialect, fmtparams)
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _csv.writer(write, checked)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = self.fieldnames
        d = dict(zip(names, row))
        if len(names) < len(row):
            d[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for name in names[len(row):]:
                d[name] = self.restval
        return d


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [k for k in rowdict if k not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


_quoted_fields = (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                  r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                  r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                  r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)')


class Sniffer:
    """Guesses the dialect of a sample and whether it begins with a header."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quotechar, doublequote, delimiter, skipinitialspace = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skipinitialspace = self._by_frequency(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skipinitialspace
        return dialect

    def _by_quotes(self, data, delimiters):
        """From what stands around quoted fields: (quotechar, doublequote, delimiter, skipinitialspace)."""
        import re
        for text in _quoted_fields:
            found = list(re.finditer(text, data, re.DOTALL | re.MULTILINE))
            if found:
                break
        else:
            return '', False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for m in found:
            named = m.groupdict()
            quotes[named['quote']] = quotes.get(named['quote'], 0) + 1
            delim = named.get('delim')
            if delim is None:
                continue
            if delimiters is None or delim in delimiters:
                delims[delim] = delims.get(delim, 0) + 1
            if named['space']:
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delim, skip = '', 0
        if delims:
            delim = max(delims, key=delims.get)
            skip = delims[delim] == spaces
            if delim == '\n':
                delim = ''
        d = re.escape(delim)
        doubled = rf'(({d})|^)\W*{quote}[^{d}\n]*{quote}[^{d}\n]*{quote}\W*(({d})|$)'
        return quote, bool(re.search(doubled, data, re.MULTILINE)), delim, skip

    def _by_frequency(self, data, delimiters):
        """The character that stands equally often in the most lines, looked at in chunks of ten."""
        lines = [line for line in data.split('\n') if line]
        size = min(10, len(lines))
        seen, modes, delims = {}, {}, {}
        start = 0
        while start < len(lines):
            for line in lines[start:start + size]:
                for c in map(chr, range(127)):
                    counts = seen.setdefault(c, {})
                    n = line.count(c)
                    counts[n] = counts.get(n, 0) + 1
            for c, counts in seen.items():
                if len(counts) == 1 and 0 in counts:
                    continue
                n = max(counts, key=counts.get)
                modes[c] = n, 2 * counts[n] - sum(counts.values())
            total = float(min(start + size, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for c, (n, lead) in modes.items():
                    if n > 0 and lead > 0 and lead / total >= consistency and (delimiters is None or c in delimiters):
                        delims[c] = n, lead
                consistency -= 0.01
            if len(delims) == 1:
                delim = next(iter(delims))
                return delim, lines[0].count(delim) == lines[0].count(delim + ' ')
            start += size
        if not delims:
            return '', 0
        for delim in self.preferred:
            if delim in delims:
                break
        else:
            delim = sorted([(lead, c) for c, lead in delims.items()])[-1][1]
        return delim, lines[0].count(delim) == lines[0].count(delim + ' ')

    def has_header(self, sample):
        rows = reader(sample.splitlines(True), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex
                try:
                    complex(row[column])
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if type(kind) is int:
                votes += 1 if len(header[column]) != kind else -1
                continue
            try:
                complex(header[column])
            except (ValueError, TypeError):
                votes += 1
            else:
                votes -= 1
        return votes > 0


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)
