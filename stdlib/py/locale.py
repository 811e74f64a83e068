"""The C locale, and formatting by the conventions localeconv() gives."""
import re as _re
from builtins import str as _builtin_str

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'resetlocale', 'localeconv', 'strcoll', 'strxfrm',
           'str', 'atof', 'atoi', 'format', 'format_string', 'currency', 'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_TIME', 'LC_MONETARY',
           'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX', 'getencoding', 'delocalize', 'localize', 'LC_MESSAGES']
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
_override_localeconv = {}
_current = {}


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if not isinstance(category, int) or not 0 <= category <= LC_ALL:
        raise Error('unsupported locale setting') if isinstance(category, int) else TypeError('an integer is required')
    if isinstance(locale, bytes):
        raise TypeError('setlocale() argument 2 must be str or None, not bytes')
    if locale and not isinstance(locale, _builtin_str):
        locale = normalize(_build_localename(locale))
    if locale is None:
        return _current.get(category, 'C')
    if locale in ('', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'):
        found = 'C.UTF-8'
    elif locale in ('C', 'POSIX'):
        found = 'C'
    else:
        raise Error('unsupported locale setting')
    for each in range(LC_ALL + 1) if category == LC_ALL else (category,):
        _current[each] = found
    return found


def resetlocale(category=LC_ALL):
    setlocale(category, '')


def _build_localename(localetuple):
    try:
        language, encoding = localetuple
        return (language or 'C') + ('.' + encoding if encoding else '')
    except (TypeError, ValueError):
        raise TypeError('Locale must be None, a string, or an iterable of two strings -- language code, encoding.') from None


def getlocale(category=LC_CTYPE):
    if category == LC_ALL and False:
        raise TypeError('category LC_ALL is not supported')
    return 'en_US', 'UTF-8'


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return 'en_US', 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


def getencoding():
    return 'UTF-8'


def _localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [],
            'positive_sign': '', 'negative_sign': '', 'int_frac_digits': CHAR_MAX, 'frac_digits': CHAR_MAX, 'p_cs_precedes': CHAR_MAX,
            'p_sep_by_space': CHAR_MAX, 'n_cs_precedes': CHAR_MAX, 'n_sep_by_space': CHAR_MAX, 'p_sign_posn': CHAR_MAX,
            'n_sign_posn': CHAR_MAX, 'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def localeconv():
    found = _localeconv()
    if _override_localeconv:
        found.update(_override_localeconv)
    return found


def _checked(*texts):
    for text in texts:
        if '\0' in text:
            raise ValueError('embedded null character')


def strcoll(os1, os2, /):
    _checked(os1, os2)
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    _checked(string)
    return string


# ---- numbers --------------------------------------------------------------------------------

def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError('invalid grouping')
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    """The number with separators, and how many characters they are."""
    conv = localeconv()
    separator = conv['mon_thousands_sep' if monetary else 'thousands_sep']
    grouping = conv['mon_grouping' if monetary else 'grouping']
    if not grouping:
        return s, 0
    right = ''
    if s[-1] == ' ':
        stripped = s.rstrip()
        right = s[len(stripped):]
        s = stripped
    m = _re.match(r'[^0-9]*', s)
    left, s = m[0], s[m.end():]
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in '0123456789':
            left, s = left + s, ''
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return left + separator.join(groups) + right, len(separator) * (len(groups) - 1)


def _strip_padding(s, amount):
    left = 0
    while amount and s[left] == ' ':
        left += 1
        amount -= 1
    right = len(s) - 1
    while amount and s[right] == ' ':
        right -= 1
        amount -= 1
    return s[left:right + 1]


_percent_re = _re.compile(r'%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def _format(percent, value, grouping=False, monetary=False, *additional):
    text = percent % ((value,) + additional if additional else value)
    return _localize(text, grouping, monetary) if percent[-1] in 'eEfFgGdiu' else text


def _localize(formatted, grouping=False, monetary=False):
    if '.' in formatted:
        added = 0
        parts = formatted.split('.')
        if grouping:
            parts[0], added = _group(parts[0], monetary=monetary)
        formatted = localeconv()['mon_decimal_point' if monetary else 'decimal_point'].join(parts)
        if added:
            formatted = _strip_padding(formatted, added)
    else:
        added = 0
        if grouping:
            formatted, added = _group(formatted, monetary=monetary)
        if added:
            formatted = _strip_padding(formatted, added)
    return formatted


def format_string(f, val, grouping=False, monetary=False):
    """As f % val, with the numbers as the locale writes them."""
    percents = list(_percent_re.finditer(f))
    new_f = _percent_re.sub('%s', f)
    if isinstance(val, dict) or hasattr(val, 'keys') and hasattr(val, '__getitem__'):
        new_val = []
        for perc in percents:
            new_val.append('%' if perc[0][-1] == '%' else _format(perc[0], val, grouping, monetary))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        new_val = []
        i = 0
        for perc in percents:
            if perc[0][-1] == '%':
                new_val.append('%')
            else:
                stars = perc['modifiers'].count('*')
                new_val.append(_format(perc[0], val[i], grouping, monetary, *val[i + 1:i + 1 + stars]))
                i += 1 + stars
    return new_f % tuple(new_val)


def format(percent, value, grouping=False, monetary=False, *additional):
    import warnings
    warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.", DeprecationWarning,
                  stacklevel=2)
    m = _percent_re.match(percent)
    if not m or len(m[0]) != len(percent):
        raise ValueError(f'format() must be given exactly one %char format specifier, {percent!r} not valid')
    return _format(percent, value, grouping, monetary, *additional)


def currency(val, symbol=True, grouping=False, international=False):
    conv = localeconv()
    digits = conv['int_frac_digits' if international else 'frac_digits']
    if digits == CHAR_MAX:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    s = _localize(f'{abs(val):.{digits}f}', grouping, monetary=True)
    s = '<' + s + '>'       # marks for the sign's place
    which = 'n' if val < 0 else 'p'
    if symbol:
        name = conv['int_curr_symbol' if international else 'currency_symbol']
        before = conv[which + '_cs_precedes']
        space = conv[which + '_sep_by_space']
        if before:
            s = name + (' ' if space else '') + s
        else:
            if international and name[-1] == ' ':
                name = name[:-1]
            s = s + (' ' if space else '') + name
    sign = conv['negative_sign' if val < 0 else 'positive_sign']
    place = conv[which + '_sign_posn']
    if place == 0:
        s = '(' + s + ')'
    elif place == 1:
        s = sign + s
    elif place == 2:
        s = s + sign
    elif place == 3:
        s = s.replace('<', sign)
    elif place == 4:
        s = s.replace('>', sign)
    else:
        s = sign + s
    return s.replace('<', '').replace('>', '')


def str(val):
    return _format('%.12g', val)


def delocalize(string):
    conv = localeconv()
    if conv['thousands_sep']:
        string = string.replace(conv['thousands_sep'], '')
    if conv['decimal_point']:
        string = string.replace(conv['decimal_point'], '.')
    return string


def localize(string, grouping=False, monetary=False):
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


# ---- names ----------------------------------------------------------------------------------

locale_alias = {'c': 'C', 'posix': 'C', 'en': 'en_US.ISO8859-1', 'en_us': 'en_US.ISO8859-1', 'en_gb': 'en_GB.ISO8859-1', 'de': 'de_DE.ISO8859-1',
                'de_de': 'de_DE.ISO8859-1', 'fr': 'fr_FR.ISO8859-1', 'fr_fr': 'fr_FR.ISO8859-1', 'es': 'es_ES.ISO8859-1',
                'it': 'it_IT.ISO8859-1', 'pt': 'pt_PT.ISO8859-1', 'pt_br': 'pt_BR.ISO8859-1', 'ru': 'ru_RU.UTF-8', 'ja': 'ja_JP.eucJP',
                'pl': 'pl_PL.ISO8859-2', 'nl': 'nl_NL.ISO8859-1'}


def normalize(localename):
    code = localename.lower()
    name, dot, encoding = code.partition('.')
    if name in ('c', 'posix') and not dot:
        return 'C'
    found = locale_alias.get(name)
    if found is None:
        return localename
    language = found.split('.')[0]
    if not dot:
        return found
    return language + '.' + {'utf8': 'UTF-8', 'utf-8': 'UTF-8', 'iso8859-1': 'ISO8859-1', 'iso-8859-1': 'ISO8859-1'}.get(encoding, encoding)
