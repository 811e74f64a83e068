"""The XML parser itself."""
import _expat
from types import SimpleNamespace


class ExpatError(Exception):
    """A text that is no XML: code, lineno, offset."""


error = ExpatError
_messages = {'XML_ERROR_NO_MEMORY': (1, 'out of memory'), 'XML_ERROR_SYNTAX': (2, 'syntax error'), 'XML_ERROR_NO_ELEMENTS': (3, 'no element found'),
             'XML_ERROR_INVALID_TOKEN': (4, 'not well-formed (invalid token)'), 'XML_ERROR_UNCLOSED_TOKEN': (5, 'unclosed token'),
             'XML_ERROR_PARTIAL_CHAR': (6, 'partial character'), 'XML_ERROR_TAG_MISMATCH': (7, 'mismatched tag'),
             'XML_ERROR_DUPLICATE_ATTRIBUTE': (8, 'duplicate attribute'), 'XML_ERROR_JUNK_AFTER_DOC_ELEMENT': (9, 'junk after document element'),
             'XML_ERROR_PARAM_ENTITY_REF': (10, 'illegal parameter entity reference'), 'XML_ERROR_UNDEFINED_ENTITY': (11, 'undefined entity'),
             'XML_ERROR_RECURSIVE_ENTITY_REF': (12, 'recursive entity reference'), 'XML_ERROR_ASYNC_ENTITY': (13, 'asynchronous entity'),
             'XML_ERROR_BAD_CHAR_REF': (14, 'reference to invalid character number'),
             'XML_ERROR_UNKNOWN_ENCODING': (18, 'unknown encoding'), 'XML_ERROR_UNCLOSED_CDATA_SECTION': (20, 'unclosed CDATA section'),
             'XML_ERROR_UNBOUND_PREFIX': (27, 'unbound prefix')}
errors = SimpleNamespace(codes={text: code for code, text in _messages.values()}, messages=dict(_messages.values()),
                         **{name: text for name, (code, text) in _messages.items()})


def ErrorString(code, /):
    return errors.messages.get(code)


class XMLParserType:
    """A parser that calls the functions set as its ...Handler attributes."""
    _events = ('StartElementHandler', 'EndElementHandler', 'CharacterDataHandler', 'CommentHandler', 'ProcessingInstructionHandler',
               'StartDoctypeDeclHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'EntityDeclHandler',
               'StartCdataSectionHandler', 'EndCdataSectionHandler')

    def __init__(self, encoding, namespace_separator, intern):
        self.intern = {} if intern is None else intern
        self._encoding, self._separator = encoding, namespace_separator
        self._base = self._parser = None
        self.buffer_text = self.ordered_attributes = self.specified_attributes = self.namespace_prefixes = False
        self.buffer_size, self.buffer_used = 8192, 0
        self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber, self.ErrorByteIndex = 0, 1, 0, 0
        for name in self._events + ('EndDoctypeDeclHandler', 'DefaultHandler', 'DefaultHandlerExpand', 'XmlDeclHandler', 'ElementDeclHandler',
                                    'AttlistDeclHandler', 'NotationDeclHandler', 'UnparsedEntityDeclHandler', 'ExternalEntityRefHandler',
                                    'NotStandaloneHandler', 'SkippedEntityHandler'):
            setattr(self, name, None)

    def _name(self, name):
        if self._separator is not None and name[:1] == '{':
            uri, _, local = name[1:].partition('}')
            return uri + self._separator + local
        return name

    def _start(self, name, attributes):
        handler = self.StartElementHandler
        if handler is not None:
            if self._separator is not None:
                attributes = {self._name(k): v for k, v in attributes.items()}
            if self.ordered_attributes:
                attributes = [x for pair in attributes.items() for x in pair]
            handler(self._name(name), attributes)

    def _end(self, name):
        if self.EndElementHandler is not None:
            self.EndElementHandler(self._name(name))

    def _doctype(self, name, identifier, system):
        if self.StartDoctypeDeclHandler is not None:
            self.StartDoctypeDeclHandler(name, system, identifier, 0)
        if self.EndDoctypeDeclHandler is not None:
            self.EndDoctypeDeclHandler()

    def _scope(self, name):
        def forward(*args):
            handler = getattr(self, name)
            if handler is not None:
                handler(*[arg or None for arg in args])
        return forward

    def _plain(self, name):
        def forward(*args):
            handler = getattr(self, name)
            if handler is not None:
                handler(*args)
        return forward

    def _make(self):
        own = {'StartElementHandler': self._start, 'EndElementHandler': self._end, 'StartDoctypeDeclHandler': self._doctype,
               'StartNamespaceDeclHandler': self._scope('StartNamespaceDeclHandler'), 'EndNamespaceDeclHandler': self._scope('EndNamespaceDeclHandler')}
        handlers = tuple(own.get(name) or self._plain(name) for name in self._events)
        self._parser = _expat.create(self._encoding, handlers, {}, bool(self.buffer_text), self._separator is not None)

    def Parse(self, data, isfinal=False, /):
        if self._parser is None:
            self._make()
        wrong = _expat.feed(self._parser, data, bool(isfinal))
        if wrong is not None:
            message, code, line, column = wrong
            self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = code, line, column
            raised = ExpatError(f'{message}: line {line}, column {column}')
            raised.code, raised.lineno, raised.offset = code, line, column
            raise raised
        return 1

    def ParseFile(self, file, /):
        while data := file.read(1 << 16):
            self.Parse(data)
        return self.Parse(b'', True)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def SetParamEntityParsing(self, flag, /):
        return 0

    def UseForeignDTD(self, flag=True, /):
        pass

    def _position(self):
        return (1, 0, 0) if self._parser is None else _expat.position(self._parser)

    CurrentLineNumber = property(lambda self: self._position()[0])
    CurrentColumnNumber = property(lambda self: self._position()[1])
    CurrentByteIndex = property(lambda self: self._position()[2])


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A new parser; with a separator, names are namespace, separator and local name."""
    if namespace_separator is not None:
        if not isinstance(namespace_separator, str):
            raise TypeError(f"ParserCreate() argument 'namespace_separator' must be str or None, not {type(namespace_separator).__name__}")
        if len(namespace_separator) > 1:
            raise ValueError('namespace_separator must be at most one character, omitted, or None')
    return XMLParserType(encoding, namespace_separator, intern)
