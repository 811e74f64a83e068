"""C14N 2.0: XML in the one form that equal documents share."""
import io
import re

_XML = ('http://www.w3.org/XML/1998/namespace', 'xml')
_prefixed = re.compile(r'\w+:\w+\Z', re.UNICODE).match
_in_text = str.maketrans({'&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;'})
_in_attribute = str.maketrans({'&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;'})


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    """The canonical form of a text or a file, returned or written to out."""
    from xml.etree.ElementTree import XMLParser, parse
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    result = None
    if out is None:
        result = out = io.StringIO()
    parser = XMLParser(target=C14NWriterTarget(out.write, **options))
    if xml_data is not None:
        parser.feed(xml_data)
        parser.close()
    else:
        parse(from_file, parser=parser)
    return None if result is None else result.getvalue()


def _parts(name):
    if name[:1] != '{':
        return '', name
    uri, _, local = name[1:].rpartition('}')
    return uri, local


class C14NWriterTarget:
    """The target of a parser that writes the canonical form."""

    def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None,
                 qname_aware_attrs=None, exclude_attrs=None, exclude_tags=None):
        from xml.etree.ElementTree import _namespace_map
        self._write = write
        self._text = []
        self._comments, self._strip, self._rewrite = with_comments, strip_text, rewrite_prefixes
        self._without_attributes = set(exclude_attrs or ())
        self._without_tags = set(exclude_tags or ())
        self._names_in_tags = set(qname_aware_tags or ())
        self._names_in_attributes = set(qname_aware_attrs or ())
        self._written = [[_XML]]  # what is declared in the output, by element
        self._scopes = [] if rewrite_prefixes else [list(_namespace_map.items())]  # in the input
        self._scopes.append([])
        self._new_prefixes = {}
        self._keep_space = [False]
        self._waiting = None  # an element whose text may hold a name
        self._begun = self._ended = False
        self._ignored = 0

    def _bindings(self, stack):
        for frame in reversed(stack):
            yield from frame

    def _resolve(self, name, uri=None):
        """(name with prefix, local name, namespace), the prefix being declared when it is not yet."""
        if uri is None:
            uri, local = _parts(name)
        else:
            local = name

        def named(prefix):
            return (f'{prefix}:{local}' if prefix else local), local, uri

        hidden = set()
        for bound, prefix in self._bindings(self._written):
            if bound == uri and prefix not in hidden:
                return named(prefix)
            hidden.add(prefix)
        if self._rewrite:
            prefix = self._new_prefixes.setdefault(uri, f'n{len(self._new_prefixes)}')
            self._written[-1].append((uri, prefix))
            return named(prefix)
        if not uri and '' not in hidden:
            return named('')
        for bound, prefix in self._bindings(self._scopes):
            if bound == uri:
                self._written[-1].append((uri, prefix))
                return named(prefix)
        if not uri:
            return named('')
        raise ValueError(f'Namespace "{uri}" is not declared in scope')

    def _expand(self, text):
        """The name a text with a prefix stands for."""
        prefix, _, local = text.partition(':')
        for uri, bound in self._bindings(self._scopes):
            if bound == prefix:
                return f'{{{uri}}}{local}'
        raise ValueError(f'Prefix {prefix} of QName "{text}" is not declared in scope')

    def data(self, data):
        if not self._ignored:
            self._text.append(data)

    def _flush(self):
        text = ''.join(self._text)
        del self._text[:]
        if self._strip and not self._keep_space[-1]:
            text = text.strip()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            name = text if text and _prefixed(text) else None
            self._open(*waiting, name)
            if name is not None:
                return
        if text and self._begun:
            self._write(text.translate(_in_text))

    def start_ns(self, prefix, uri):
        if self._ignored:
            return
        if self._text:
            self._flush()
        self._scopes[-1].append((uri or '', prefix or ''))

    def start(self, tag, attrs):
        if self._ignored or tag in self._without_tags:
            self._ignored += 1
            return
        if self._text:
            self._flush()
        declared = []
        self._written.append(declared)
        if tag in self._names_in_tags:
            self._waiting = tag, attrs, declared
            return
        self._open(tag, attrs, declared)

    def _open(self, tag, attrs, declared, text=None):
        if attrs and self._without_attributes:
            attrs = {k: v for k, v in attrs.items() if k not in self._without_attributes}
        names, expanded = {tag, *attrs}, {}
        if text is not None:
            names.add(expanded.setdefault(text, self._expand(text)))
        with_names = [k for k in attrs if k in self._names_in_attributes]
        for key in with_names:
            if _prefixed(attrs[key]):
                names.add(expanded.setdefault(attrs[key], self._expand(attrs[key])))
        resolved = {name: self._resolve(name) for name in sorted(names, key=lambda n: n.split('}', 1))}
        pairs = sorted((f'xmlns:{prefix}' if prefix else 'xmlns', uri) for uri, prefix in declared)
        for key, value in sorted(attrs.items()):
            if key in with_names and value in expanded:
                value = resolved[expanded[value]][0]
            full, local, uri = resolved[key]
            pairs.append((full if uri else local, value))
        space = attrs.get('{http://www.w3.org/XML/1998/namespace}space')
        self._keep_space.append(space == 'preserve' if space else self._keep_space[-1])
        shown = ''.join([f' {name}="{value.translate(_in_attribute)}"' for name, value in pairs])
        self._write(f'<{resolved[tag][0]}{shown}>')
        if text is not None:
            self._write(resolved[expanded[text]][0].translate(_in_text))
        self._begun = True
        self._scopes.append([])

    def end(self, tag):
        if self._ignored:
            self._ignored -= 1
            return
        if self._text or self._waiting is not None:
            self._flush()
        self._write(f'</{self._resolve(tag)[0]}>')
        self._keep_space.pop()
        self._ended = len(self._keep_space) == 1
        self._written.pop()
        self._scopes.pop()

    def _aside(self, markup):
        """Writes what may stand outside of the root, on lines of its own there."""
        if self._ended:
            self._write('\n')
        elif self._begun and self._text:
            self._flush()
        self._write(markup)
        if not self._begun:
            self._write('\n')

    def comment(self, text):
        if self._comments and not self._ignored:
            self._aside(f'<!--{text.translate(_in_text)}-->')

    def pi(self, target, data):
        if not self._ignored:
            self._aside(f'<?{target} {data.translate(_in_text)}?>' if data else f'<?{target}?>')
