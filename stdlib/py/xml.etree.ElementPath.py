"""Paths to elements: what find and findall of ElementTree take."""
import re

from xml.etree import ElementTree as _tree

xpath_tokenizer_re = re.compile(r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")
_cache = {}


def xpath_tokenizer(pattern, namespaces=None):
    default = namespaces.get('') if namespaces else None
    attribute = False
    for m in xpath_tokenizer_re.finditer(pattern):
        operator, tag = m.group(1) or '', m.group(2) or ''
        if tag and tag[0] != '{':
            if ':' in tag:
                prefix, _, name = tag.partition(':')
                try:
                    if not namespaces:
                        raise KeyError
                    yield operator, f'{{{namespaces[prefix]}}}{name}'
                except KeyError:
                    raise SyntaxError(f'prefix {prefix!r} not found in prefix map') from None
            elif default and not attribute:
                yield operator, f'{{{default}}}{tag}'
            else:
                yield operator, tag
            attribute = False
        else:
            yield operator, tag
            attribute = operator == '@'


def iterfind(elem, path, namespaces=None):
    return _tree._select(elem, path, namespaces)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
