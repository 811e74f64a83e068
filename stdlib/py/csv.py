"""Reading and writing comma separated values."""
__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab', 'unix_dialect',
           'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect',
           'DictReader', 'DictWriter']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)
_dialects = {}
_limit = 131072


class Error(Exception):
    pass


class Dialect:
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_options = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')


def _one_character(name, value, optional):
    if value is None and optional:
        return
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be string{" or None" if optional else ""}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


def _make_dialect(dialect, fmtparams):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    made = Dialect()
    for name in _options:
        value = getattr(dialect, name, getattr(Dialect, name)) if dialect is not None else getattr(Dialect, name)
        setattr(made, name, value)
    for name, value in fmtparams.items():
        if name not in _options:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value)
    if made.quotechar is None and 'quoting' not in fmtparams and dialect is None:
        made.quoting = QUOTE_NONE
    _one_character('delimiter', made.delimiter, False)
    _one_character('quotechar', made.quotechar, True)
    _one_character('escapechar', made.escapechar, True)
    if made.quoting not in (0, 1, 2, 3):
        raise TypeError('bad "quoting" value')
    if made.quoting != QUOTE_NONE and made.quotechar is None:
        raise TypeError('quotechar must be set if quoting enabled')
    return made


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _make_dialect(dialect, fmtparams)


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


def field_size_limit(*limit):
    global _limit
    old = _limit
    if limit:
        _limit = limit[0]
    return old


class reader:
    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _make_dialect(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def _line(self):
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
        self.line_num += 1
        return line

    def __next__(self):
        d = self.dialect
        line = self._line()
        quote = d.quotechar if d.quoting != QUOTE_NONE else None
        if (quote is None or quote not in line) and d.escapechar is None and not d.skipinitialspace and d.quoting != QUOTE_NONNUMERIC:
            line = line.rstrip('\r\n') if line[-1:] in ('\n', '\r') else line
            if '\n' not in line and '\r' not in line:
                return line.split(d.delimiter) if line else []
        return self._parse(line, d, quote)

    def _parse(self, line, d, quote):
        delimiter, escape = d.delimiter, d.escapechar
        row, field = [], []
        numeric = False
        state = 'start row'
        while True:
            i, n = 0, len(line)
            while i < n:
                c = line[i]
                i += 1
                if state == 'quoted':
                    if c == escape:
                        state = 'quoted escape'
                    elif c == quote:
                        state = 'quote in quoted' if d.doublequote else 'field'
                    else:
                        field.append(c)
                    continue
                if state == 'escape' or state == 'quoted escape':
                    field.append(c)
                    state = 'quoted' if state == 'quoted escape' else 'field'
                    continue
                if state == 'quote in quoted':
                    if c == quote:
                        field.append(c)
                        state = 'quoted'
                        continue
                    if c not in delimiter and c not in '\r\n' and d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    state = 'field'
                if state == 'eat':
                    if c not in '\r\n':
                        raise Error('new-line character seen in unquoted field - do you need to open the file in universal-newline mode?')
                    continue
                if c == '\n' or c == '\r':
                    if state != 'start row':
                        row.append(self._value(field, numeric))
                        field, numeric = [], False
                    state = 'eat'
                elif c == delimiter:
                    row.append(self._value(field, numeric))
                    field, numeric = [], False
                    state = 'start field'
                elif state == 'field':
                    if c == escape:
                        state = 'escape'
                    else:
                        field.append(c)
                elif c == quote:
                    state = 'quoted'
                elif c == ' ' and d.skipinitialspace:
                    state = 'start field'
                elif c == escape:
                    state = 'escape'
                else:
                    numeric = d.quoting == QUOTE_NONNUMERIC
                    field.append(c)
                    state = 'field'
            if state not in ('quoted', 'quoted escape', 'escape'):
                break
            if state == 'escape' or state == 'quoted escape':
                field.append('\n')
                state = 'field' if state == 'escape' else 'quoted'
                if state == 'field':
                    break
            try:
                line = self._line()
            except StopIteration:
                if d.strict:
                    raise Error('unexpected end of data') from None
                break
        if state not in ('eat', 'start row'):
            row.append(self._value(field, numeric))
        return row

    def _value(self, field, numeric):
        text = ''.join(field)
        if len(text) > _limit:
            raise Error(f'field larger than field limit ({_limit})')
        return float(text) if numeric else text


class writer:
    def __init__(self, csvfile, dialect='excel', **fmtparams):
        if not hasattr(csvfile, 'write'):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = d = _make_dialect(dialect, fmtparams)
        self._special = {d.delimiter, '\n', '\r', *d.lineterminator}
        if d.quotechar:
            self._special.add(d.quotechar)
        if d.escapechar:
            self._special.add(d.escapechar)

    def _field(self, value, alone):
        d = self.dialect
        number = isinstance(value, (int, float)) and not isinstance(value, bool) or isinstance(value, bool)
        text = value if isinstance(value, str) else '' if value is None else repr(value) if isinstance(value, float) else str(value)
        quote = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
        special = self._special
        if not quote:
            for c in text:
                if c in special:
                    break
            else:
                if text or not alone:
                    return text
                if d.quoting == QUOTE_NONE:
                    raise Error('single empty field record must be quoted')
                quote = True
        if d.quoting == QUOTE_NONE:
            if d.escapechar is None:
                raise Error('need to escape, but no escapechar set')
            return ''.join([d.escapechar + c if c in special else c for c in text])
        q = d.quotechar
        only_quotes = not quote and d.escapechar and not d.doublequote
        if d.escapechar:
            text = text.replace(d.escapechar, d.escapechar * 2)
        if q in text:
            if d.doublequote:
                text = text.replace(q, q + q)
            elif d.escapechar:
                text = text.replace(q, d.escapechar + q)
                if only_quotes and not any(c in special and c != q for c in str(value)):
                    return text
            else:
                raise Error('need to escape, but no escapechar set')
        return q + text + q

    def writerow(self, row):
        try:
            it = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        row = list(it)
        alone = len(row) == 1
        field = self._field
        return self._write(self.dialect.delimiter.join([field(value, alone) for value in row]) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


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


class Sniffer:
    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line][:20]
        best, found = None, 0
        for c in delimiters or ',\t;|: ':
            counts = {line.count(c) for line in lines}
            if len(counts) == 1:
                n = counts.pop()
                if n > found:
                    best, found = c, n
        if best is None:
            raise Error('Could not determine delimiter')

        class dialect(excel):
            _name = 'sniffed'
            lineterminator = '\r\n'
        dialect.delimiter = best
        dialect.skipinitialspace = all(best + ' ' in line for line in lines)
        dialect.quotechar = "'" if "'" in sample and '"' not in sample else '"'
        return dialect

    def has_header(self, sample):
        rows = list(reader(sample.splitlines(), self.sniff(sample)))
        header, votes = rows[0], 0
        for col, title in enumerate(header):
            kinds = set()
            for row in rows[1:21]:
                if len(row) == len(header):
                    try:
                        complex(row[col])
                        kinds.add(complex)
                    except ValueError:
                        kinds.add(len(row[col]))
            if len(kinds) == 1:
                kind = kinds.pop()
                if kind is complex:
                    try:
                        complex(title)
                        votes -= 1
                    except ValueError:
                        votes += 1
                else:
                    votes += 1 if len(title) != kind else -1
        return votes > 0


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)
