"""Constants and helpers for text."""

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([str.capitalize(word) for word in s.split(sep)])


class Template:
    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    flags = 2

    def __init__(self, template):
        self.template = template

    def _parts(self):
        import re
        delim = re.escape(self.delimiter)
        ident = self.idpattern
        braced = getattr(self, 'braceidpattern', None) or ident
        pattern = self.__dict__.get('_compiled')
        if pattern is None:
            own = getattr(type(self), 'pattern', None)
            text = own or rf'{delim}(?:(?P<escaped>{delim})|(?P<named>{ident})|{{(?P<braced>{braced})}}|(?P<invalid>))'
            pattern = self._compiled = re.compile(text, self.flags | (re.VERBOSE if own else 0))
        return pattern

    def _invalid(self, mo):
        i = mo.start('invalid')
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = i - len(''.join(lines[:-1]))
            lineno = len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                return str(values[named])
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                self._invalid(mo)
            self._unrecognized()
        return self._parts().sub(convert, self.template)

    def _unrecognized(self):
        raise ValueError('Unrecognized named group in pattern', self._parts())

    def safe_substitute(self, mapping={}, /, **kws):
        values = {**mapping, **kws} if kws else mapping

        def convert(mo):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                try:
                    return str(values[named])
                except KeyError:
                    return mo.group()
            if mo.group('escaped') is not None:
                return self.delimiter
            if mo.group('invalid') is not None:
                return mo.group()
            self._unrecognized()
        return self._parts().sub(convert, self.template)

    def is_valid(self):
        for mo in self._parts().finditer(self.template):
            if mo.group('invalid') is not None:
                return False
            if mo.group('named') is None and mo.group('braced') is None and mo.group('escaped') is None:
                self._unrecognized()
        return True

    def get_identifiers(self):
        ids = []
        for mo in self._parts().finditer(self.template):
            named = mo.group('named') or mo.group('braced')
            if named is not None:
                if named not in ids:
                    ids.append(named)
            elif mo.group('invalid') is None and mo.group('escaped') is None:
                self._unrecognized()
        return ids


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto) + field
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            if '{' in spec or '}' in spec or depth < 1:
                spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        i, n = 0, len(format_string)
        literal = []
        while i < n:
            c = format_string[i]
            if c in '{}':
                if i + 1 < n and format_string[i + 1] == c:
                    yield ''.join(literal) + c, None, None, None
                    literal = []
                    i += 2
                    continue
                if c == '}':
                    raise ValueError("Single '}' encountered in format string")
                depth, j = 1, i + 1
                while j < n and depth:
                    depth += (format_string[j] == '{') - (format_string[j] == '}')
                    j += 1
                if depth and format_string.endswith('!'):
                    raise ValueError('end of string while looking for conversion specifier')
                if depth:
                    raise ValueError("expected '}' before end of string" if j > i + 1 else "Single '{' encountered in format string")
                inner = format_string[i + 1:j - 1]
                k, brackets = 0, 0
                while k < len(inner) and (brackets or inner[k] not in ':!'):
                    brackets += (inner[k] == '[') - (inner[k] == ']')
                    k += 1
                field, rest = inner[:k], inner[k:]
                conversion = None
                if rest.startswith('!'):
                    conversion, rest = rest[1:2], rest[2:]
                    if not conversion:
                        raise ValueError("unmatched '{' in format spec")
                    if rest and rest[0] != ':':
                        raise ValueError("expected ':' after conversion specifier")
                yield ''.join(literal), field, rest[1:], conversion
                literal = []
                i = j
            else:
                literal.append(c)
                i += 1
        if literal:
            yield ''.join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        i = 0
        while i < len(field_name) and field_name[i] not in '.[':
            i += 1
        first = field_name[:i]
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        while i < len(field_name):
            if field_name[i] == '.':
                j = i + 1
                while j < len(field_name) and field_name[j] not in '.[':
                    j += 1
                obj = getattr(obj, field_name[i + 1:j])
            else:
                j = field_name.index(']', i)
                key = field_name[i + 1:j]
                obj = obj[int(key) if key.isdigit() else key]
                j += 1
            i = j
        return obj, first
