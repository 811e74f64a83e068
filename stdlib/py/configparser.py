"""Configuration files in sections."""
import re
from collections.abc import MutableMapping

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationMissingOptionError', 'InterpolationSyntaxError', 'ParsingError',
           'MissingSectionHeaderError', 'ConfigParser', 'SafeConfigParser', 'RawConfigParser', 'Interpolation', 'BasicInterpolation',
           'ExtendedInterpolation', 'LegacyInterpolation', 'SectionProxy', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()
_default_dict = dict


class Error(Exception):
    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


def _where(source, lineno, what):
    if source is None:
        return what.capitalize()
    line = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{line}: {what}'


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _where(source, lineno, 'section') + f' {section!r} already exists')
        self.section, self.source, self.lineno = section, source, lineno
        self.args = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _where(source, lineno, 'option') + f' {option!r} in section {section!r} already exists')
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = section, option, source, lineno


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = option, section, msg


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f'Bad value substitution: option {option!r} in section {section!r} contains an interpolation key '
                         f'{reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, f'Recursion limit exceeded in value substitution: option {option!r} in section {section!r} '
                         f'contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = option, section, rawval


def _deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename is not None and source is not None:
            raise ValueError('Cannot specify both `filename\' and `source\'. Use `source\'.')
        if filename is None and source is None:
            raise ValueError("Required argument `source' not given.")
        source = filename if source is None else source
        super().__init__(f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    @property
    def filename(self):
        _deprecated("The 'filename' attribute will be removed in Python 3.12.  Use 'source' instead.")
        return self.source

    @filename.setter
    def filename(self, value):
        _deprecated("The 'filename' attribute will be removed in Python 3.12.  Use 'source' instead.")
        self.source = value

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line}'


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f'File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}')
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = filename, lineno, line


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = re.sub(r'%\([^)]+\)s', '', value.replace('%%', ''))
        if '%' in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {rest.find("%")}')
        return value

    def _expand(self, parser, section, option, text, raw, scope, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while text:
            before, percent, text = text.partition('%')
            out.append(before)
            if not percent:
                break
            if text[:1] == '%':
                out.append('%')
                text = text[1:]
                continue
            m = re.match(r'\(([^)]+)\)s', text)
            if m is None:
                if text[:1] == '(':
                    raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {percent + text!r}')
                raise InterpolationSyntaxError(option, section, f"'%' must be followed by '%' or '(', found: {percent + text!r}")
            name = parser.optionxform(m.group(1))
            text = text[m.end():]
            try:
                value = scope[name]
            except KeyError:
                raise InterpolationMissingOptionError(option, section, raw, name) from None
            out.append(self._expand(parser, section, option, value, raw, scope, depth + 1) if '%' in value else value)
        return ''.join(out)


class ExtendedInterpolation(Interpolation):
    def before_set(self, parser, section, option, value):
        rest = re.sub(r'\$\{[^}]+\}', '', value.replace('$$', ''))
        if '$' in rest:
            raise ValueError(f'invalid interpolation syntax in {value!r} at position {rest.find("$")}')
        return value

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def _expand(self, parser, section, option, text, raw, scope, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while text:
            before, dollar, text = text.partition('$')
            out.append(before)
            if not dollar:
                break
            if text[:1] == '$':
                out.append('$')
                text = text[1:]
                continue
            m = re.match(r'\{([^}]+)\}', text)
            if m is None:
                raise InterpolationSyntaxError(option, section, f'bad interpolation variable reference {dollar + text!r}')
            path = m.group(1).split(':')
            text = text[m.end():]
            where, name = section, parser.optionxform(path[-1])
            try:
                if len(path) == 1:
                    value, values = scope[name], scope
                elif len(path) > 2:
                    raise InterpolationSyntaxError(option, section, "More than one ':' found: " + repr(dollar + '{' + m.group(1) + '}' + text))
                else:
                    where = path[0]
                    value = parser.get(where, name, raw=True)
                    values = dict(parser.items(where, raw=True))
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, ':'.join(path)) from None
            out.append(self._expand(parser, where, name, value, raw, values, depth + 1) if '$' in value else value)
        return ''.join(out)


class LegacyInterpolation(Interpolation):
    """The interpolation of old versions, by the % operator; kept for files written for it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _deprecated('LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the configparser module in Python 3.13. '
                    'Use BasicInterpolation or ExtendedInterpolation instead.')

    def before_get(self, parser, section, option, value, vars):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or '%(' not in value:
                break
            value = re.sub(r'%\(([^)]*)\)s|.', lambda m: f'%({parser.optionxform(m[1])})s' if m[1] is not None else m[0], value)
            try:
                value = value % vars
            except KeyError as exc:
                raise InterpolationMissingOptionError(option, section, raw, exc.args[0]) from None
        if value and '%(' in value:
            raise InterpolationDepthError(option, section, raw)
        return value

    def before_set(self, parser, section, option, value):
        return value


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()
    SECTCRE = re.compile(r'\[(?P<header>.+)\]')
    NONSPACECRE = re.compile(r'\S')

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
                 converters=None):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self.default_section = default_section
        self._interpolation = (self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation) or Interpolation()
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f'Invalid value for interpolation: {interpolation!r}')
        self.converters = _Converters(self)
        if converters:
            self.converters.update(converters)
        if defaults:
            self._set_defaults(defaults)

    def _set_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
        return list(dict.fromkeys([*self._sections[section], *self._defaults]))

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, '__fspath__'):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as f:
                    self._read(f, name)
            except OSError:
                continue
            done.append(name.__fspath__() if hasattr(name, '__fspath__') else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', '<???>') if source is None else source)

    def readfp(self, fp, filename=None):
        import warnings
        warnings.warn("This method will be removed in Python 3.12. Use 'parser.read_file()' instead.", DeprecationWarning, stacklevel=2)
        self.read_file(fp, source=filename)

    def read_string(self, string, source='<string>'):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, options in dictionary.items():
            section = str(section)
            if section != self.default_section:
                try:
                    self.add_section(section)
                except DuplicateSectionError:
                    if self._strict and section in seen:
                        raise
            seen.add(section)
            for key, value in options.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, None if value is None else str(value))

    def _read(self, lines, source):
        current = option = None
        target = None
        indent = 0
        seen = set()
        failure = None
        pending = {}        # (section, option) -> lines of the value
        for lineno, line in enumerate(lines, 1):
            text = line.rstrip('\n')
            stripped = text.strip()
            comment = any(stripped.startswith(p) for p in self._comments)
            if comment:
                stripped = ''
            else:
                cut = len(text)
                for prefix in self._inline:
                    i = text.find(prefix)
                    while i >= 0:
                        if i == 0 or text[i - 1].isspace():
                            cut = min(cut, i)
                            break
                        i = text.find(prefix, i + 1)
                stripped = text[:cut].strip()
            if not stripped:
                if self._empty_lines and not comment and option and target is not None and pending.get((current, option)) is not None:
                    pending[current, option].append('')
                elif not self._empty_lines:
                    indent = 10 ** 9
                continue
            level = len(text) - len(text.lstrip())
            if target is not None and option and level > indent and pending.get((current, option)) is not None:
                pending[current, option].append(stripped)
                continue
            indent = level
            m = self.SECTCRE.match(stripped)
            if m:
                current, option = m.group('header'), None
                if current in self._sections:
                    if self._strict and current in seen:
                        raise DuplicateSectionError(current, source, lineno)
                    target = self._sections[current]
                    seen.add(current)
                elif current == self.default_section:
                    target = self._defaults
                else:
                    self.add_section(current)
                    target = self._sections[current]
                    seen.add(current)
                continue
            if target is None:
                raise MissingSectionHeaderError(source, lineno, line)
            at, width = min([(i, -len(d)) for i, d in ((stripped.find(d), d) for d in self._delimiters) if i >= 0], default=(-1, 0))
            if at < 0 and not self._allow_no_value or at == 0:
                failure = failure or ParsingError(source)
                failure.append(lineno, repr(line))
                continue
            name = self.optionxform((stripped if at < 0 else stripped[:at]).rstrip())
            if self._strict and (current, name) in seen:
                raise DuplicateOptionError(current, name, source, lineno)
            seen.add((current, name))
            option = name
            pending[current, name] = None if at < 0 else [stripped[at - width:].strip()]
            target[name] = None
        for (section, name), value in pending.items():
            place = self._defaults if section == self.default_section else self._sections[section]
            value = None if value is None else '\n'.join(value).rstrip()
            place[name] = self._interpolation.before_read(self, section, name, value)
        if failure:
            raise failure

    def _scope(self, section, vars=None):
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
            own = {}
        scope = {**self._defaults, **own}
        if vars:
            scope.update({self.optionxform(k): None if v is None else str(v) for k, v in vars.items()})
        return scope

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            scope = self._scope(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        name = self.optionxform(option)
        try:
            value = scope[name]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(name, section) from None
            return fallback
        return value if raw or value is None else self._interpolation.before_get(self, section, name, value, scope)

    def _get_conv(self, section, option, convert, *, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, **kwargs):
        return self._get_conv(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_conv(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        scope = self._scope(section)
        names = list(scope)
        if vars:
            scope.update({self.optionxform(k): v for k, v in vars.items()})
        return [(n, scope[n] if raw or scope[n] is None else self._interpolation.before_get(self, section, n, scope[n], scope)) for n in names]

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            place = self._defaults
        elif section in self._sections:
            place = self._sections[section]
        else:
            raise NoSectionError(section) from None
        place[self.optionxform(option)] = value

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            place = self._defaults
        elif section in self._sections:
            place = self._sections[section]
        else:
            raise NoSectionError(section) from None
        return place.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        if section in self._sections:
            del self._sections[section]
            del self._proxies[section]
            return True
        return False

    def write(self, fp, space_around_delimiters=True):
        delimiter = f' {self._delimiters[0]} ' if space_around_delimiters else self._delimiters[0]
        if self._defaults:
            self._write(fp, self.default_section, self._defaults.items(), delimiter)
        for section, options in self._sections.items():
            self._write(fp, section, options.items(), delimiter)

    def _write(self, fp, section, items, delimiter):
        fp.write(f'[{section}]\n')
        for key, value in items:
            value = self._interpolation.before_write(self, section, key, value)
            if value is None and self._allow_no_value:
                fp.write(f'{key}\n')
            else:
                text = str(value).replace('\n', '\n\t')
                fp.write(f'{key}{delimiter}{text}\n')
        fp.write('\n')

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.remove_section(key):
            raise KeyError(key)

    def popitem(self):
        for key in self._sections:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from list(self._sections)


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not (value is None and self._allow_no_value) and not isinstance(value, str):
            raise TypeError('option values must be strings')
        super().set(section, option, value)

    def _set_defaults(self, defaults):
        # Values that are no text, as set() would refuse them, are taken for their text.
        for key, value in defaults.items():
            key = self.optionxform(str(key))
            value = None if value is None else str(value)
            self._defaults[key] = self._interpolation.before_set(self, self.default_section, key, value) if value else value

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        super().add_section(section)


SafeConfigParser = ConfigParser


class _Converters(MutableMapping):
    """Functions from text by name; each gives the parser and its sections a method getNAME."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name: None for name in ('int', 'float', 'boolean')}
        for name in dir(type(parser)):
            if name.startswith('get') and len(name) > 3 and callable(getattr(type(parser), name)):
                self._data[name[3:]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str) or not key.isidentifier():
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})')
        parser = self._parser

        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return parser._get_conv(section, option, value, raw=raw, vars=vars, fallback=fallback)
        get.converter = value
        setattr(parser, 'get' + key, get)
        self._data[key] = value

    def __delitem__(self, key):
        if key not in self._data:
            raise KeyError(key)
        del self._data[key]
        try:
            delattr(self._parser, 'get' + key)
        except AttributeError:
            pass

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    def __repr__(self):
        return f'<Section: {self._name}>'

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def _options(self):
        return self._parser.options(self._name) if self._name != self._parser.default_section else list(self._parser.defaults())

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        # The getters of the parser's converters.
        parser = self.__dict__.get('_parser')
        if parser is None or not name.startswith('get') or name[3:] not in parser.converters or getattr(parser, name, None) is None:
            raise AttributeError(name)
        getter = getattr(parser, name)
        return lambda option, fallback=None, **kw: getter(self._name, option, fallback=fallback, **kw)

    def getint(self, option, fallback=None, **kw):
        return self._parser.getint(self._name, option, fallback=fallback, **kw)

    def getfloat(self, option, fallback=None, **kw):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kw)

    def getboolean(self, option, fallback=None, **kw):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kw)
