"""The reader over the parser of xml.parsers.expat."""
from xml.parsers import expat
from xml.sax import handler, xmlreader
from xml.sax._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = '2.20'
AttributesImpl = xmlreader.AttributesImpl
AttributesNSImpl = xmlreader.AttributesNSImpl


class ExpatLocator(xmlreader.Locator):
    """Where the parser is."""

    def __init__(self, parser):
        self._parser = parser

    def getColumnNumber(self):
        return self._parser.getColumnNumber()

    def getLineNumber(self):
        return self._parser.getLineNumber()

    def getPublicId(self):
        return self._parser.getPublicId()

    def getSystemId(self):
        return self._parser.getSystemId()


def _split(name):
    """(namespace, local name) of 'namespace local' or 'local'."""
    uri, blank, local = name.rpartition(' ')
    return (uri, local) if blank else (None, name)


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """Tells handlers what the parser finds."""

    def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
        xmlreader.IncrementalParser.__init__(self, bufsize)
        self._source = xmlreader.InputSource()
        self._parser = self._lex_handler = self._interning = None
        self._namespaces = namespaceHandling
        self._external_ges = 0
        self._parsing = False

    def parse(self, source):
        from xml.sax import saxutils
        source = saxutils.prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            xmlreader.IncrementalParser.parse(self, source)
        finally:
            self._close_source()

    def prepareParser(self, source):
        if source.getSystemId() is not None:
            self._parser.SetBase(source.getSystemId())

    def _close_source(self):
        for stream in (self._source.getCharacterStream(), self._source.getByteStream()):
            if stream is not None and self._source.getSystemId() is not None and hasattr(stream, 'close'):
                stream.close()

    def setContentHandler(self, handler):
        xmlreader.IncrementalParser.setContentHandler(self, handler)
        if self._parsing:
            self._reset_cont_handler()

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._namespaces
        if name == handler.feature_string_interning:
            return self._interning is not None
        if name in (handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes):
            return 0
        if name == handler.feature_external_ges:
            return self._external_ges
        raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException('Cannot set features while parsing')
        if name == handler.feature_namespaces:
            self._namespaces = state
        elif name == handler.feature_external_ges:
            self._external_ges = state
        elif name == handler.feature_string_interning:
            self._interning = {} if state else None
        elif name == handler.feature_validation:
            if state:
                raise SAXNotSupportedException('expat does not support validation')
        elif name == handler.feature_external_pes:
            if state:
                raise SAXNotSupportedException('expat does not read external parameter entities')
        elif name == handler.feature_namespace_prefixes:
            if state:
                raise SAXNotSupportedException('expat does not report namespace prefixes')
        else:
            raise SAXNotRecognizedException(f"Feature '{name}' not recognized")

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lex_handler
        if name == handler.property_interning_dict:
            return self._interning
        raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lex_handler = value
            if self._parsing:
                self._reset_lex_handler()
        elif name == handler.property_interning_dict:
            self._interning = value
        else:
            raise SAXNotRecognizedException(f"Property '{name}' not recognized")

    def feed(self, data, isFinal=False):
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as e:
            wrong = SAXParseException(expat.ErrorString(e.code), e, self)
            self._err_handler.fatalError(wrong)

    def flush(self):
        pass

    def close(self):
        if self._parser is None or not self._parsing and self._source.getSystemId() is None and self._parser.CurrentByteIndex:
            return
        try:
            self.feed(b'', isFinal=True)
            self._cont_handler.endDocument()
            self._parsing = False
        finally:
            self._parsing = False

    def _reset_cont_handler(self):
        self._parser.ProcessingInstructionHandler = self._cont_handler.processingInstruction
        self._parser.CharacterDataHandler = self._cont_handler.characters

    def _reset_lex_handler(self):
        lexical, parser = self._lex_handler, self._parser
        if lexical is None:
            parser.CommentHandler = parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = None
            parser.StartDoctypeDeclHandler = parser.EndDoctypeDeclHandler = None
            return
        parser.CommentHandler = lexical.comment
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = lexical.startCDATA, lexical.endCDATA
        parser.StartDoctypeDeclHandler = lambda name, system, public, internal: lexical.startDTD(name, public, system)
        parser.EndDoctypeDeclHandler = lexical.endDTD

    def reset(self):
        self._prefixes = []
        if self._namespaces:
            self._parser = expat.ParserCreate(self._source.getEncoding(), ' ')
            self._parser.StartElementHandler, self._parser.EndElementHandler = self.start_element_ns, self.end_element_ns
            self._parser.StartNamespaceDeclHandler = self.start_namespace_decl
            self._parser.EndNamespaceDeclHandler = self.end_namespace_decl
        else:
            self._parser = expat.ParserCreate(self._source.getEncoding())
            self._parser.StartElementHandler, self._parser.EndElementHandler = self.start_element, self.end_element
        self._reset_cont_handler()
        self._reset_lex_handler()
        self._parsing = False

    def getColumnNumber(self):
        return None if self._parser is None else self._parser.ErrorColumnNumber if self._parser.ErrorCode else self._parser.CurrentColumnNumber

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser.ErrorLineNumber if self._parser.ErrorCode else self._parser.CurrentLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    def start_element(self, name, attrs):
        self._cont_handler.startElement(name, AttributesImpl(attrs))

    def end_element(self, name):
        self._cont_handler.endElement(name)

    def start_element_ns(self, name, attrs):
        values, qnames = {}, {}
        for key, value in attrs.items():
            pair = _split(key)
            values[pair] = value
            prefix = next((p for p, uri in reversed(self._prefixes) if uri == pair[0]), None)
            qnames[pair] = f'{prefix}:{pair[1]}' if prefix else pair[1]
        self._cont_handler.startElementNS(_split(name), None, AttributesNSImpl(values, qnames))

    def end_element_ns(self, name):
        self._cont_handler.endElementNS(_split(name), None)

    def start_namespace_decl(self, prefix, uri):
        self._prefixes.append((prefix, uri))
        self._cont_handler.startPrefixMapping(prefix, uri)

    def end_namespace_decl(self, prefix):
        self._prefixes.pop()
        self._cont_handler.endPrefixMapping(prefix)


def create_parser(*args, **kwargs):
    return ExpatParser(*args, **kwargs)
