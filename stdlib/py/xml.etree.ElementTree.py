"""XML as a tree of elements."""
import io
import re

import _element
import _expat

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring', 'fromstringlist', 'indent', 'iselement', 'iterparse', 'parse', 'ParseError',
           'ProcessingInstruction', 'PI', 'QName', 'SubElement', 'tostring', 'tostringlist', 'XML', 'XMLParser', 'TreeBuilder', 'register_namespace',
           'XMLID', 'XMLPullParser', 'VERSION', 'canonicalize', 'C14NWriterTarget']

VERSION = '1.3.0'


class ParseError(SyntaxError):
    code = 0
    position = (1, 0)


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = f'{{{text_or_uri}}}{tag}' if tag else text_or_uri

    def __str__(self):
        return self.text

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f'attrib must be dict, not {type(attrib).__name__}')
        self.tag = tag
        self.attrib = {**attrib, **extra} if extra else {**attrib}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return f'<Element {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib):
        return Element(tag, attrib)

    def __copy__(self):
        new = Element(self.tag, self.attrib)
        new.text, new.tail, new._children = self.text, self.tail, list(self._children)
        return new

    __len__ = _element.__len__
    __getitem__ = _element.__getitem__
    __iter__ = _element.__iter__
    find, findall, findtext, get, iter, itertext = _element.find, _element.findall, _element.findtext, _element.get, _element.iter, _element.itertext

    def __bool__(self):
        return len(self._children) != 0

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for one in element:
                if not isinstance(one, Element):
                    raise TypeError(f'expected an Element, not {type(one).__name__}')
        elif not isinstance(element, Element):
            raise TypeError(f'expected an Element, not {type(element).__name__}')
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def append(self, subelement):
        if not isinstance(subelement, Element):
            raise TypeError(f'append() argument must be xml.etree.ElementTree.Element, not {type(subelement).__name__}')
        self._children.append(subelement)

    def extend(self, elements):
        for element in elements:
            self.append(element)

    def insert(self, index, subelement):
        if not isinstance(subelement, Element):
            raise TypeError(f'insert() argument 2 must be xml.etree.ElementTree.Element, not {type(subelement).__name__}')
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for i, child in enumerate(self._children):
            if child is subelement:
                del self._children[i]
                return
        raise ValueError('list.remove(x): x not in list')

    def iterfind(self, path, namespaces=None):
        return _select(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()


def SubElement(parent, tag, attrib={}, **extra):
    element = Element(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = f'{target} {text}' if text else target
    return element


PI = ProcessingInstruction


def iselement(element):
    return hasattr(element, 'tag')


# ---- paths ----

def _find(element, path, namespaces):
    return next(_select(element, path, namespaces), None)


def _find_all(element, path, namespaces):
    return list(_select(element, path, namespaces))


_step = re.compile(r'(//?)|(\.\.)|((?:\{[^}]*\})?[^/\[\]()@=\s!]+)|\[([^\]]*)\]')


_plain_path = re.compile(r'(?:\{[^}*]*\})?[^/*\[@.{]*').fullmatch


def _select(root, path, namespaces):
    if namespaces is None and path and path[:2] != '{}' and _plain_path(path):
        return iter([e for e in root if e.tag == path])
    tags = namespaces is None and _path_kind(path)
    if tags:
        found = [root]
        for tag in tags:
            found = [child for e in found for child in e if child.tag == tag]
        return iter(found)
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    if path[-1:] == '/':
        path += '*'
    found, deep, at, parents = [root], False, 0, None
    while at < len(path):
        m = _step.match(path, at)
        if m is None:
            raise SyntaxError('invalid path')
        at = m.end()
        if m.group(1):
            deep = m.group(1) == '//'
        elif m.group(2):
            parents = parents or {child: p for p in root.iter() for child in p}
            found = list(dict.fromkeys([parents[e] for e in found if e in parents]))
        elif m.group(3):
            tag = m.group(3)
            if tag == '.':
                if deep:
                    raise SyntaxError('invalid descendant')
                continue
            if ':' in tag and tag[:1] != '{':
                prefix, _, name = tag.partition(':')
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f'prefix {prefix!r} not found in prefix map')
                tag = f'{{{namespaces[prefix]}}}{name}'
            elif namespaces and '' in namespaces and tag != '*' and tag[:1] != '{':
                tag = f'{{{namespaces[""]}}}{tag}'
            fresh = []
            star = tag == '*'
            for element in found:
                candidates = [e for e in element.iter() if e is not element] if deep else element
                fresh.extend(candidates if star else [e for e in candidates if _fits(e.tag, tag)])
            found, deep = fresh, False
        else:
            found = _filter(found, m.group(4).strip(), root)
    return iter(found)


def _fits(tag, wanted):
    if tag == wanted:
        return True
    if not isinstance(tag, str):
        return False
    if wanted[:3] == '{*}':
        return wanted[3:] == '*' or tag.rpartition('}')[2] == wanted[3:]
    if wanted[:2] == '{}':
        return tag[:1] != '{' if wanted[2:] == '*' else tag == wanted[2:]
    if wanted[:1] == '{' and wanted[-2:] == '}*':
        return tag.startswith(wanted[:-1])
    return False


def _filter(found, condition, root):
    m = re.fullmatch(r'@([^=!\s]+)(?:\s*(!?=)\s*(["\'])(.*)\3)?', condition)
    if m:
        name, operator, value = m.group(1), m.group(2), m.group(4)
        if operator is None:
            return [e for e in found if e.get(name) is not None]
        return [e for e in found if e.get(name) is not None and (e.get(name) == value) == (operator == '=')]
    m = re.fullmatch(r'(\.|[^=!\s]+)\s*(!?=)\s*(["\'])(.*)\3', condition)
    if m:
        name, equal, value = m.group(1), m.group(2) == '=', m.group(4)
        if name == '.':
            return [e for e in found if (''.join(e.itertext()) == value) == equal]
        return [e for e in found if any((''.join(c.itertext()) == value) == equal for c in e.findall(name))]
    parents = {child: p for p in root.iter() for child in p}
    m = re.fullmatch(r'(\d+)|last\(\)(?:\s*-\s*(\d+))?', condition)
    if m:
        if m.group(1) and int(m.group(1)) < 1:
            raise SyntaxError('XPath position >= 1 expected')
        index = int(m.group(1)) - 1 if m.group(1) else -1 - int(m.group(2) or 0)
        out = []
        for e in found:
            siblings = [c for c in parents.get(e, ()) if c.tag == e.tag]
            try:
                if siblings and siblings[index] is e:
                    out.append(e)
            except IndexError:
                pass
        return out
    if re.fullmatch(r'[^@=!()\s]+', condition) and not re.fullmatch(r'-\d+', condition):
        return [e for e in found if e.find(condition) is not None]
    raise SyntaxError('XPath position >= 1 expected' if re.fullmatch(r'-\d+', condition) else 'unsupported function' if '(' in condition else 'invalid predicate')


# ---- reading ----


def _path_kind(path):
    """A path of nothing but tags, as a list; else None."""
    tags = path.split('/')
    return tags if all([tag.isidentifier() for tag in tags]) else None


class TreeBuilder:
    """Makes elements of what a parser reports."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis
        self._stack, self._last, self._tail, self.root = [], None, False, None
        self._data = []

    def _grows(self):
        """May the parser put the elements together itself?"""
        return self._make is Element and self.root is None and not self.insert_comments and not self.insert_pis and len(self.__dict__) == 10

    def _flush(self):
        if self._data:
            text = self._data[0] if len(self._data) == 1 else ''.join(self._data)
            self._data = []
            if self._last is not None:
                if self._tail:
                    self._last.tail = (self._last.tail or '') + text
                else:
                    self._last.text = (self._last.text or '') + text

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        if self._data:
            self._flush()
        element = self._last = self._make(tag, attrs)
        if self._stack:
            self._stack[-1].append(element)
        elif self.root is None:
            self.root = element
        self._stack.append(element)
        self._tail = False
        return element

    def end(self, tag):
        if self._data:
            self._flush()
        self._last = self._stack.pop()
        self._tail = True
        return self._last

    def comment(self, text):
        return self._single(self._make_comment, self.insert_comments, text)

    def pi(self, target, text=None):
        return self._single(self._make_pi, self.insert_pis, target, text)

    def _single(self, make, insert, *args):
        element = make(*args)
        if insert:
            self._flush()
            self._last = element
            if self._stack:
                self._stack[-1].append(element)
            self._tail = True
        return element

    def close(self):
        return self.root


class XMLParser:
    """Reports what it reads to the methods its target has."""

    def __init__(self, *, target=None, encoding=None):
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"XMLParser() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        self.target = target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = 'Expat 2.5.0'
        grown = type(target) is TreeBuilder and target._grows()
        if grown:
            handlers = (None,) * 8
        else:
            names = 'start', 'end', 'data', 'comment', 'pi', 'doctype', 'start_ns', 'end_ns'
            handlers = tuple([getattr(target, name, None) for name in names])
        self._parser = _expat.create(encoding, handlers, self.entity, isinstance(target, TreeBuilder), True, target, Element if grown else None)

    def feed(self, data):
        self._tell(_expat.feed(self._parser, data, False))

    def _tell(self, problem):
        if problem is not None:
            message, code, line, column = problem
            error = ParseError(f'{message}: line {line}, column {column}')
            error.code = code
            error.position = line, column
            raise error

    def flush(self):
        pass

    def close(self):
        self._tell(_expat.feed(self._parser, b'', True))
        close = getattr(self.target, 'close', None)
        return close() if close else None


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XMLID(text, parser=None):
    """A tree and its elements by the attribute id."""
    tree = XML(text, parser)
    return tree, {element.get('id'): element for element in tree.iter() if element.get('id')}


class _EventTarget(TreeBuilder):
    """Notes what is asked for while the tree grows."""

    def __init__(self, events, found):
        super().__init__()
        self._found = found
        for name in events:
            if name not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError(f'unknown event {name!r}')
        self._wanted = set(events)
        if 'start-ns' in events:
            self.start_ns = lambda prefix, uri: found.append(('start-ns', (prefix or '', uri or '')))
        if 'end-ns' in events:
            self.end_ns = lambda prefix: found.append(('end-ns', None))

    def _note(self, event, element):
        if event in self._wanted:
            self._found.append((event, element))
        return element

    def start(self, tag, attrs):
        return self._note('start', TreeBuilder.start(self, tag, attrs))

    def end(self, tag):
        return self._note('end', TreeBuilder.end(self, tag))

    def comment(self, text):
        return self._note('comment', TreeBuilder.comment(self, text))

    def pi(self, target, text=None):
        return self._note('pi', TreeBuilder.pi(self, target, text))


class XMLPullParser:
    """Takes data in pieces and gives the events they complete."""

    def __init__(self, events=None, *, _parser=None):
        self._events_queue = []
        events = ('end',) if events is None else tuple(events)
        if all([event in ('start', 'end') for event in events]):
            self._parser = XMLParser()
            if _expat.note_events(self._parser._parser, self._events_queue, 'start' in events, 'end' in events):
                return
        self._parser = XMLParser(target=_EventTarget(events, self._events_queue))

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as e:
                self._events_queue.append(e)

    def _close_and_return_root(self):
        root = self._parser.close()
        self._parser = None
        return root

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        events = self._events_queue
        while events:
            event = events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        if self._parser is None:
            raise ValueError('flush() called after end of stream')


class _IterParse:
    """The events of a document; root is the tree when all are seen."""

    def __init__(self, source, events):
        self._parser = XMLPullParser(events)
        self._own = not hasattr(source, 'read')
        self._source = open(source, 'rb') if self._own else source
        self._events = self._all()
        self.root = None

    def _all(self):
        try:
            while True:
                yield from self._parser.read_events()
                data = self._source.read(16 * 1024)
                if not data:
                    break
                self._parser.feed(data)
            root = self._parser._close_and_return_root()
            yield from self._parser.read_events()
            self.root = root
        finally:
            if self._own:
                self._source.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)


def iterparse(source, events=None, parser=None):
    """Parse a document step by step, reporting what is going on."""
    return _IterParse(source, events)


# ---- writing ----

_prefixes = {'http://www.w3.org/XML/1998/namespace': 'xml', 'http://www.w3.org/1999/xhtml': 'html',
             'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf', 'http://www.w3.org/2001/XMLSchema': 'xs',
             'http://www.w3.org/2001/XMLSchema-instance': 'xsi', 'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
             'http://purl.org/dc/elements/1.1/': 'dc'}


def register_namespace(prefix, uri):
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for k, v in list(_prefixes.items()):
        if k == uri or v == prefix:
            del _prefixes[k]
    _prefixes[uri] = prefix


_namespace_map = register_namespace._namespace_map = _prefixes


def _qualify(root, default_namespace):
    names, used = {}, {}
    if default_namespace:
        used[default_namespace] = ''

    def add(qname):
        text = qname.text if isinstance(qname, QName) else qname
        if text in names:
            return
        if text[:1] != '{':
            if default_namespace:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            names[text] = text
            return
        uri, _, tag = text[1:].rpartition('}')
        if uri not in used:
            prefix = _prefixes.get(uri) or f'ns{len(used)}'
            used[uri] = prefix
        names[text] = f'{used[uri]}:{tag}' if used[uri] else tag
    for element in root.iter():
        if isinstance(element.tag, (str, QName)):
            add(element.tag)
        elif element.tag is not None and element.tag not in (Comment, ProcessingInstruction):
            raise TypeError(f'cannot serialize {element.tag!r} (type {type(element.tag).__name__})')
        if isinstance(element.text, QName):
            add(element.text)
        for key, value in element.attrib.items():
            add(key)
            if isinstance(value, QName):
                add(value)
    return names, {uri: prefix for uri, prefix in used.items() if prefix != 'xml'}


def _escape(text):
    if not isinstance(text, str):
        raise TypeError(f'cannot serialize {text!r} (type {type(text).__name__})')
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _escape_attribute(text):
    return _escape(text).replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#09;')


_void = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}


def _write(out, element, names, namespaces, short, html):
    tag = element.tag
    if tag is Comment:
        out.append(f'<!--{element.text}-->')
    elif tag is ProcessingInstruction:
        out.append(f'<?{element.text}?>')
    elif tag is None:
        if element.text:
            out.append(_escape(element.text))
        for child in element:
            _write(out, child, names, None, short, html)
    else:
        name = names[tag.text if isinstance(tag, QName) else tag]
        out.append('<' + name)
        for uri, prefix in sorted((namespaces or {}).items(), key=lambda x: x[1]):
            out.append(f' xmlns{":" + prefix if prefix else ""}="{_escape_attribute(uri)}"')
        for key, value in element.items():
            value = names[value.text] if isinstance(value, QName) else _escape_attribute(value)
            out.append(f' {names[key.text if isinstance(key, QName) else key]}="{value}"')
        if element.text or len(element) or not short or html:
            out.append('>')
            if element.text:
                out.append(element.text if html and name.lower() in ('script', 'style') else _escape(element.text))
            for child in element:
                _write(out, child, names, None, short, html)
            if not (html and name.lower() in _void):
                out.append(f'</{name}>')
        else:
            out.append(' />')
    if element.tail:
        out.append(_escape(element.tail))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


class _Pieces:
    """Takes what is written as it is made."""


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    found = _Pieces()
    ElementTree(element).write(found, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return found.pieces


def dump(elem):
    import sys
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    text = tostring(elem.getroot(), 'unicode')
    sys.stdout.write(text if text.endswith('\n') else text + '\n')


def indent(tree, space='  ', level=0):
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')

    def walk(element, depth):
        inner = '\n' + space * (depth + 1)
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                walk(child, depth + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = '\n' + space * depth
    if len(root):
        walk(root, level)


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        if hasattr(source, 'read'):
            return self._read(source, parser)
        with open(source, 'rb') as f:
            return self._read(f, parser)

    def _read(self, source, parser):
        parser = parser or XMLParser()
        while data := source.read(65536):
            parser.feed(data)
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] != '/':
            return path
        import warnings
        path = '.' + path
        warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current behaviour, '
                      f'change it to {path!r}', FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        encoding = encoding or 'us-ascii'
        if method not in (None, 'xml', 'html', 'text'):
            raise ValueError(f'unknown method {method!r}')
        out = []
        if method in (None, 'xml') and (xml_declaration or xml_declaration is None and encoding.lower() not in ('unicode', 'utf-8', 'us-ascii')):
            out.append(f"<?xml version='1.0' encoding='{'utf-8' if encoding == 'unicode' else encoding}'?>\n")
        if method == 'text':
            out.extend(self._root.itertext())
            if self._root.tail:
                out.append(self._root.tail)
        else:
            names, namespaces = _qualify(self._root, default_namespace)
            _write(out, self._root, names, namespaces, short_empty_elements, method == 'html')
        if isinstance(file_or_filename, _Pieces):
            file_or_filename.pieces = out if encoding == 'unicode' else [''.join(out).encode(encoding, 'xmlcharrefreplace')]
            return
        text = ''.join(out)
        data = text if encoding == 'unicode' else text.encode(encoding, 'xmlcharrefreplace')
        if hasattr(file_or_filename, 'write'):
            file_or_filename.write(data)
        elif encoding == 'unicode':
            with open(file_or_filename, 'w', encoding='utf-8') as f:
                f.write(data)
        else:
            with open(file_or_filename, 'wb') as f:
                f.write(data)


def __getattr__(name):
    if name in ('canonicalize', 'C14NWriterTarget'):
        from xml.etree import _canonical
        return getattr(_canonical, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
