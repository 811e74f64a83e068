"""The C locale."""
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, '', 'C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8') or isinstance(locale, tuple):
        return 'C.UTF-8' if locale in ('', 'C.UTF-8', 'en_US.UTF-8') else 'C'
    raise Error('unsupported locale setting')


def getlocale(category=LC_CTYPE):
    return 'en_US', 'UTF-8'


def getdefaultlocale(envvars=()):
    return 'en_US', 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    return 'UTF-8'


def getencoding():
    return 'UTF-8'


def localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '', 'mon_thousands_sep': '', 'mon_grouping': [],
            'positive_sign': '', 'negative_sign': '', 'int_frac_digits': CHAR_MAX, 'frac_digits': CHAR_MAX, 'p_cs_precedes': CHAR_MAX,
            'p_sep_by_space': CHAR_MAX, 'n_cs_precedes': CHAR_MAX, 'n_sep_by_space': CHAR_MAX, 'p_sign_posn': CHAR_MAX,
            'n_sign_posn': CHAR_MAX, 'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return '%.12g' % val


atof = float
atoi = int


def delocalize(string):
    return string


def normalize(localename):
    return localename
