"""XInclude: documents put in place of the elements that name them."""
import copy
from urllib.parse import urljoin

from xml.etree import ElementTree

XINCLUDE = '{http://www.w3.org/2001/XInclude}'
XINCLUDE_INCLUDE = XINCLUDE + 'include'
XINCLUDE_FALLBACK = XINCLUDE + 'fallback'
DEFAULT_MAX_INCLUSION_DEPTH = 6


class FatalIncludeError(SyntaxError):
    pass


class LimitedRecursiveIncludeError(FatalIncludeError):
    pass


def default_loader(href, parse, encoding=None):
    if parse == 'xml':
        with open(href, 'rb') as file:
            return ElementTree.parse(file).getroot()
    with open(href, 'r', encoding=encoding or 'UTF-8') as file:
        return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
    if max_depth is None:
        max_depth = -1
    elif max_depth < 0:
        raise ValueError(f"expected non-negative depth or None for 'max_depth', got {max_depth!r}")
    if hasattr(elem, 'getroot'):
        elem = elem.getroot()
    _include(elem, loader or default_loader, base_url, max_depth, set())


def _include(elem, loader, base_url, depth, parents):
    i = 0
    while i < len(elem):
        e = elem[i]
        if e.tag == XINCLUDE_INCLUDE:
            href = e.get('href')
            if base_url:
                href = urljoin(base_url, href)
            parse = e.get('parse', 'xml')
            if parse == 'xml':
                if href in parents:
                    raise FatalIncludeError(f'recursive include of {href}')
                if depth == 0:
                    raise LimitedRecursiveIncludeError(f'maximum xinclude depth reached when including file {href}')
                parents.add(href)
                node = loader(href, parse)
                if node is None:
                    raise FatalIncludeError(f'cannot load {href!r} as {parse!r}')
                node = copy.copy(node)
                _include(node, loader, href, depth - 1, parents)
                parents.remove(href)
                if e.tail:
                    node.tail = (node.tail or '') + e.tail
                elem[i] = node
            elif parse == 'text':
                text = loader(href, parse, e.get('encoding'))
                if text is None:
                    raise FatalIncludeError(f'cannot load {href!r} as {parse!r}')
                if e.tail:
                    text += e.tail
                if i:
                    before = elem[i - 1]
                    before.tail = (before.tail or '') + text
                else:
                    elem.text = (elem.text or '') + text
                del elem[i]
                continue
            else:
                raise FatalIncludeError(f'unknown parse type in xi:include tag ({parse!r})')
        elif e.tag == XINCLUDE_FALLBACK:
            raise FatalIncludeError(f'xi:fallback tag must be child of xi:include ({e.tag!r})')
        else:
            _include(e, loader, base_url, depth, parents)
        i += 1
