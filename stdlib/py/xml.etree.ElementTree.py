"""XML as a tree of elements."""
import io
import re

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring', 'fromstringlist', 'indent', 'iselement', 'iterparse', 'parse', 'ParseError',
           'ProcessingInstruction', 'PI', 'QName', 'SubElement', 'tostring', 'tostringlist', 'XML', 'XMLParser', 'TreeBuilder', 'register_namespace',
           'XMLID', 'XMLPullParser', 'VERSION']

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
        self.attrib = {**attrib, **extra}
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

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

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

    def __iter__(self):
        return iter(self._children)

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

    def find(self, path, namespaces=None):
        return next(_select(self, path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else '' if found.text is None else found.text

    def findall(self, path, namespaces=None):
        return list(_select(self, path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _select(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


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

_step = re.compile(r'(//?)|(\.\.)|((?:\{[^}]*\})?[^/\[\]()@=\s!]+)|\[([^\]]*)\]')


_plain_path = re.compile(r'(?:\{[^}*]*\})?[^/*\[@.{]*').fullmatch


def _select(root, path, namespaces):
    if namespaces is None and path and path[:2] != '{}' and _plain_path(path):
        return iter([e for e in root if e.tag == path])
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
            found, deep = list(dict.fromkeys(fresh)) if deep else fresh, False
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
    if re.fullmatch(r'[^@=!()\s]+', condition):
        return [e for e in found if e.find(condition) is not None]
    raise SyntaxError('invalid predicate')


# ---- reading ----

_entities = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_name = re.compile(r'[^\s/>=<&"\'!?]+')


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

    def _flush(self):
        if self._data:
            text = ''.join(self._data)
            self._data = []
            if self._last is not None:
                if self._tail:
                    self._last.tail = (self._last.tail or '') + text
                else:
                    self._last.text = (self._last.text or '') + text

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
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


# A start tag without prefixes, declarations and references, as most are.
_plain_tag = re.compile(r'<([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*\s*=\s*(?:"[^"<&\n\t]*"|\'[^\'<&\n\t]*\'))*)\s*(/?)>').match
_plain_attributes = re.compile(r'([A-Za-z_][\w.-]*)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')').findall
_whole_tag = re.compile(r'<(?:[^<>"\']|"[^"]*"|\'[^\']*\')*>')


class XMLParser:
    """Reports what it reads to the methods its target has."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self._encoding = encoding
        self.entity = {}
        self.version = 'Expat 2.5.0'
        self._bytes = b''
        self._data = ''
        self._held = ''
        self._at = 0
        self._stack, self._scopes, self._seen_root = [], [({'xml': 'http://www.w3.org/XML/1998/namespace'}, ())], False
        for name in ('start', 'end', 'data', 'comment', 'pi', 'doctype', 'start_ns', 'end_ns'):
            setattr(self, '_on_' + name, getattr(self.target, name, None))

    def feed(self, data):
        if not isinstance(data, str):
            self._bytes += bytes(data)
            data = self._decoded()
        if self._held:
            data = self._held + data
            self._held = ''
        if data[-1:] == '\r':
            data, self._held = data[:-1], '\r'
        if '\r' in data:
            data = data.replace('\r\n', '\n').replace('\r', '\n')
        self._data += data if self._data else data.lstrip('\ufeff')
        self._run(False)

    def _decoded(self):
        if self._encoding is None:
            if len(self._bytes) < 4:
                return ''
            declared = re.match(rb'\s*<\?xml[^>]*encoding=["\']([\w-]+)', self._bytes)
            if declared:
                self._encoding = declared.group(1).decode()
            elif self._bytes[:2] in (b'\xff\xfe', b'\xfe\xff'):
                self._encoding = 'utf-16'
            else:
                self._encoding = 'utf-8'
        data, self._bytes = self._bytes, b''
        try:
            return data.decode(self._encoding)
        except UnicodeDecodeError as e:
            if e.start < len(data) - 3:
                self._fail('not well-formed (invalid token)', self._data, len(self._data))
            self._bytes = data[e.start:]
            return data[:e.start].decode(self._encoding)
        except LookupError:
            raise ValueError('unknown encoding') from None

    def flush(self):
        pass

    def close(self):
        if self._bytes:
            self._encoding = self._encoding or 'utf-8'
            self._data += self._decoded()
        if self._held:
            self._data += '\n'
        self._run(True)
        close = getattr(self.target, 'close', None)
        return close() if close else None

    def _fail(self, what, data, at, code=None):
        line = data.count('\n', 0, at) + 1
        column = at - (data.rfind('\n', 0, at) + 1)
        error = ParseError(f'{what}: line {line}, column {column}')
        error.code = {'syntax error': 2, 'no element found': 3, 'not well-formed (invalid token)': 4, 'unclosed token': 5,
                      'mismatched tag': 7, 'duplicate attribute': 8, 'junk after document element': 9, 'undefined entity': 11,
                      'unbound prefix': 27}.get(what, code or 4)
        error.position = line, column
        raise error

    def _unescape(self, text, data, at):
        if '&' not in text:
            return text

        def replace(m):
            name = m.group(1)
            if name[:1] == '#':
                return chr(int(name[2:], 16) if name[1] in 'xX' else int(name[1:]))
            if name in _entities:
                return _entities[name]
            if name in self.entity:
                return self.entity[name]
            self._fail(f'undefined entity &{name};' if self._doctype_seen else 'undefined entity', data, at + m.start(), 11)
        if re.search(r'&(?!#?[\w.:-]+;)', text):
            self._fail('not well-formed (invalid token)', data, at + text.find('&') + 1)
        return re.sub(r'&(#?[\w.:-]+);', replace, text)

    _doctype_seen = False

    def _doctype(self, text):
        self._doctype_seen = True
        for name, value in re.findall(r'<!ENTITY\s+([\w.:-]+)\s+"([^"]*)"', text) + re.findall(r"<!ENTITY\s+([\w.:-]+)\s+'([^']*)'", text):
            self.entity.setdefault(name, self._unescape(value, text, 0))
        if self._on_doctype:
            found = re.match(r"""<!DOCTYPE\s+([^\s\[>]+)(?:\s+(?:PUBLIC\s+(?:"([^"]*)"|'([^']*)')|SYSTEM)\s*(?:"([^"]*)"|'([^']*)')?)?""", text)
            if found:
                self._on_doctype(found[1], found[2] or found[3], found[4] or found[5])

    def _run(self, final):
        """Reports all of the data, or what is complete of it."""
        data, at, n, target = self._data, self._at, len(self._data), self.target
        stack, scopes = self._stack, self._scopes
        text_to, started, ends = self._on_data, self._on_start, self._on_end
        while at < n:
            lt = data.find('<', at)
            if lt < 0:
                if not final:
                    break
                lt = n
            if lt > at:
                text = data[at:lt]
                if stack:
                    if text_to:
                        text_to(self._unescape(text, data, at) if '&' in text else text)
                elif text.strip():
                    at += len(text) - len(text.lstrip())
                    self._fail('junk after document element' if self._seen_root else 'syntax error', data, at)
                self._at = at = lt
                continue
            c = data[at + 1:at + 2]
            if c == '!' or c == '?':
                end = self._special(data, at, n)
                if end < 0:
                    if not final:
                        break
                    self._fail('unclosed token', data, at)
                at = end
            elif c == '/':
                end = data.find('>', at)
                if end < 0:
                    if not final:
                        break
                    self._fail('unclosed token', data, at)
                name = data[at + 2:end].strip()
                if not stack or stack[-1][0] != name:
                    self._fail('mismatched tag' if stack else 'not well-formed (invalid token)', data, at + 2)
                self._at = at = end + 1
                tag = stack.pop()[1]
                if ends:
                    ends(tag)
                scope = scopes.pop()
                if scope[1]:
                    self._leave(scope)
            else:
                plain = _plain_tag(data, at)
                if plain and (stack or not self._seen_root):
                    name, raw, empty = plain.groups()
                    attrs = {}
                    if raw:
                        found = _plain_attributes(raw)
                        for key, value, other in found:
                            attrs[key] = value or other
                    if not raw or 'xmlns' not in attrs and len(attrs) == len(found):
                        scope = scopes[-1][0]
                        tag = f"{{{scope['']}}}{name}" if scope.get('') else name
                        self._at = at = plain.end()
                        self._seen_root = True
                        if started:
                            started(tag, attrs)
                        if not empty:
                            stack.append((name, tag))
                            scopes.append((scope, ()))
                        elif ends:
                            ends(tag)
                        continue
                if not final and not _whole_tag.match(data, at):
                    break
                if not stack and self._seen_root:
                    self._fail('junk after document element', data, at)
                at = self._start(data, at, stack, scopes)
                self._seen_root = True
            self._at = at
        if final and (stack or not self._seen_root):
            self._fail('no element found', data, n)

    def _special(self, data, at, n):
        """The offset behind a comment, section, instruction or declaration; -1: it is incomplete."""
        if data.startswith('<!--', at):
            end = data.find('-->', at + 4)
            if end >= 0:
                if self._on_comment:
                    self._on_comment(data[at + 4:end])
                return end + 3
        elif data.startswith('<![CDATA[', at):
            end = data.find(']]>', at)
            if end >= 0:
                if self._on_data:
                    self._on_data(data[at + 9:end])
                return end + 3
        elif data.startswith('<?', at):
            end = data.find('?>', at)
            if end >= 0:
                name, _, text = data[at + 2:end].partition(' ')
                if self._on_pi and name != 'xml':
                    self._on_pi(name, text.lstrip() or None)
                return end + 2
        else:
            depth, end = 0, at
            while end < n and (data[end] != '>' or depth):
                depth += (data[end] == '[') - (data[end] == ']')
                end += 1
            if end < n:
                self._doctype(data[at:end + 1])
                return end + 1
        return -1

    def _leave(self, scope):
        if self._on_end_ns:
            for prefix in reversed(scope[1]):
                self._on_end_ns(prefix)

    def _start(self, data, at, stack, scopes):
        m = _name.match(data, at + 1)
        if m is None:
            self._fail('not well-formed (invalid token)', data, at + 1)
        name, i, n, attrs = m.group(), m.end(), len(data), {}
        while True:
            start = i
            while i < n and data[i].isspace():
                i += 1
            if i >= n:
                self._fail('unclosed token', data, at)
            if data[i] == '>' or data.startswith('/>', i):
                break
            m = _name.match(data, i)
            if m is None or start == i:
                self._fail('not well-formed (invalid token)', data, i)
            key, j = m.group(), m.end()
            m = re.compile(r'\s*=\s*("[^"<]*"|\'[^\'<]*\')').match(data, j)
            if m is None:
                while data[j:j + 1].isspace() or data[j:j + 1] == '=':
                    j += 1
                self._fail('not well-formed (invalid token)', data, j)
            if key in attrs:
                self._fail('duplicate attribute', data, i)
            attrs[key] = self._unescape(m.group(1)[1:-1].replace('\n', ' ').replace('\t', ' '), data, m.start(1) + 1)
            i = m.end()
        scope, declared = scopes[-1][0], []
        if any(k == 'xmlns' or k.startswith('xmlns:') for k in attrs):
            scope = dict(scope)
            for key in [k for k in attrs if k == 'xmlns' or k.startswith('xmlns:')]:
                scope[key[6:]] = attrs.pop(key)
                declared.append(key[6:])
                if self._on_start_ns:
                    self._on_start_ns(key[6:], scope[key[6:]])

        def full(qname, default):
            prefix, colon, local = qname.partition(':')
            if not colon:
                uri = scope.get('') if default else None
                return f'{{{uri}}}{qname}' if uri else qname
            if prefix not in scope:
                self._fail('unbound prefix', data, at)
            return f'{{{scope[prefix]}}}{local}'
        tag = full(name, True)
        if self._on_start:
            self._on_start(tag, {full(k, False): v for k, v in attrs.items()} if attrs else {})
        if data[i] == '/':
            if self._on_end:
                self._on_end(tag)
            self._leave((scope, declared))
            return i + 2
        stack.append((name, tag))
        scopes.append((scope, declared))
        return i + 1


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
        from collections import deque
        self._events_queue = deque()
        self._parser = XMLParser(target=_EventTarget(('end',) if events is None else tuple(events), self._events_queue))

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
            event = events.popleft()
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
             'http://www.w3.org/2001/XMLSchema-instance': 'xsi'}


def register_namespace(prefix, uri):
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for k, v in list(_prefixes.items()):
        if k == uri or v == prefix:
            del _prefixes[k]
    _prefixes[uri] = prefix


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


_void = {'area', 'base', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'}


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


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


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
            data = source.read()
        else:
            with open(source, 'rb') as f:
                data = f.read()
        self._root = XML(data, parser)
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        return '.' + path if path[:1] == '/' else path

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
        out = []
        if method in (None, 'xml') and (xml_declaration or xml_declaration is None and encoding.lower() not in ('unicode', 'utf-8', 'us-ascii')):
            out.append(f"<?xml version='1.0' encoding='{'utf-8' if encoding == 'unicode' else encoding}'?>\n")
        if method == 'text':
            out.extend(self._root.itertext())
        else:
            names, namespaces = _qualify(self._root, default_namespace)
            _write(out, self._root, names, namespaces, short_empty_elements, method == 'html')
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
