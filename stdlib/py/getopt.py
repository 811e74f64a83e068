"""Command line options in the style of C's getopt()."""
__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(opts, text, longopts, args):
    name, equals, value = text.partition('=')
    matches = [o for o in longopts if o.startswith(name)]
    if not matches:
        raise GetoptError(f'option --{name} not recognized', name)
    exact = [o for o in matches if o in (name, name + '=')]
    if not exact and len(matches) > 1:
        raise GetoptError(f'option --{name} not a unique prefix', name)
    found = (exact or matches)[0]
    if found.endswith('='):
        found = found[:-1]
        if not equals:
            if not args:
                raise GetoptError(f'option --{found} requires argument', found)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f'option --{found} must not have an argument', found)
    opts.append(('--' + found, value))
    return args


def _short(opts, text, shortopts, args):
    while text:
        c, text = text[0], text[1:]
        i = shortopts.find(c)
        if i < 0 or c == ':':
            raise GetoptError(f'option -{c} not recognized', c)
        value = ''
        if shortopts[i + 1:i + 2] == ':':
            if not text:
                if not args:
                    raise GetoptError(f'option -{c} requires argument', c)
                text, args = args[0], args[1:]
            value, text = text, ''
        opts.append(('-' + c, value))
    return args


def _parse(args, shortopts, longopts, mixed):
    opts, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args:
        first = args[0]
        if first == '--':
            rest.extend(args[1:])
            break
        if first.startswith('--'):
            args = _long(opts, first[2:], longopts, args[1:])
        elif first.startswith('-') and first != '-':
            args = _short(opts, first[1:], shortopts, args[1:])
        elif mixed:
            rest.append(first)
            args = args[1:]
        else:
            rest.extend(args)
            break
    return opts, rest


def getopt(args, shortopts, longopts=[]):
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    mixed = not shortopts.startswith('+')
    return _parse(args, shortopts.lstrip('+'), longopts, mixed)
