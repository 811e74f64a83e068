"""Makes the trees of xml.dom.minidom from texts."""
import re
import xml.dom
from xml.dom import XMLNS_NAMESPACE
from xml.dom._dom_nodes import Attr, _split_name
from xml.dom.minidom import Document
from xml.parsers import expat

_subset = re.compile(r'<!DOCTYPE\s[^\[>]*\[(.*?)\]\s*>', re.DOTALL)
_declaration = re.compile(r'<\?xml\s+version\s*=\s*["\']([^"\']*)["\'](?:\s+encoding\s*=\s*["\']([^"\']*)["\'])?(?:\s+standalone\s*=\s*["\'](yes|no)["\'])?')


class _Builder:
    def __init__(self, text):
        self.text = text if isinstance(text, str) else bytes(text).decode('utf-8', 'replace')
        self.document = self.current = Document()
        self.document.doctype = None
        self.scopes = [{'xml': xml.dom.XML_NAMESPACE, 'xmlns': XMLNS_NAMESPACE}]
        self.in_section = False
        self.fresh = False  # a CDATA section has just begun

    def _add(self, node):
        # As appendChild of a new node.
        parent = self.current
        if parent.childNodes:
            node.previousSibling = parent.childNodes[-1]
            node.previousSibling.nextSibling = node
        parent.childNodes.append(node)
        node.parentNode = parent
        return node

    def start(self, name, pairs):
        document = self.document
        scope = self.scopes[-1]
        attributes = list(zip(pairs[::2], pairs[1::2]))
        declared = [(k, v) for k, v in attributes if k == 'xmlns' or k.startswith('xmlns:')]
        if declared:
            scope = dict(scope)
            for k, v in declared:
                scope[k[6:] if k != 'xmlns' else None] = v or None
        self.scopes.append(scope)
        prefix, local = _split_name(name)
        if prefix is not None and prefix not in scope:
            self.unbound()
        element = document.createElementNS(scope.get(prefix), name)
        for k, v in declared + [pair for pair in attributes if pair not in declared] if declared else attributes:
            before, own = _split_name(k)
            if before is not None and before not in scope:
                self.unbound()
            uri = XMLNS_NAMESPACE if k == 'xmlns' else scope.get(before) if before else None
            attribute = Attr(k, uri, own, 'xmlns' if k == 'xmlns' else before)
            attribute.ownerDocument, attribute.ownerElement, attribute.specified = document, element, True
            attribute.childNodes[0].data = v
            element._attrs[k] = attribute
        self.current = self._add(element)

    def unbound(self):
        error = expat.ExpatError(f'unbound prefix: line {self.parser.CurrentLineNumber}, column {self.parser.CurrentColumnNumber}')
        error.code, error.lineno, error.offset = 27, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        raise error

    def end(self, name):
        self.scopes.pop()
        self.current = self.current.parentNode

    def characters(self, data):
        last = self.current.lastChild
        if self.in_section:
            if self.fresh:
                self.fresh = False
                self._add(self.document.createCDATASection(data))
                return
            last.data += data
        elif last is not None and last.nodeType == last.TEXT_NODE:
            last.data += data
        else:
            self._add(self.document.createTextNode(data))

    def begin_section(self):
        self.in_section = self.fresh = True

    def end_section(self):
        self.in_section = self.fresh = False

    def comment(self, data):
        self._add(self.document.createComment(data))

    def instruction(self, target, data):
        self._add(self.document.createProcessingInstruction(target, data))

    def doctype(self, name, system, public, internal):
        doctype = self.document.implementation.createDocumentType(name, public or None, system or None)
        doctype.ownerDocument = self.document
        subset = _subset.search(self.text)
        if subset:
            doctype.internalSubset = subset.group(1)
        self._add(doctype)
        self.document.doctype = doctype

    def run(self, data):
        declared = _declaration.match(self.text.lstrip('\ufeff'))
        if declared:
            self.document.version, self.document.encoding, standalone = declared.groups()
            self.document.standalone = None if standalone is None else standalone == 'yes'
        self.parser = parser = expat.ParserCreate()
        parser.ordered_attributes = parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler, parser.CommentHandler = self.characters, self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self.begin_section, self.end_section
        parser.StartDoctypeDeclHandler = self.doctype
        parser.Parse(data, True)
        return self.document


def build(data):
    return _Builder(data).run(data)


def by_sax(parser, source):
    """The document a SAX parser makes of a source."""
    from xml.sax.handler import ContentHandler

    class Handler(ContentHandler):
        def __init__(self):
            self.builder = _Builder('')

        def startElement(self, name, attrs):
            self.builder.start(name, [x for pair in attrs.items() for x in pair])

        def endElement(self, name):
            self.builder.end(name)

        def characters(self, content):
            self.builder.characters(content)

        def processingInstruction(self, target, data):
            self.builder.instruction(target, data)

    handler = Handler()
    parser.setContentHandler(handler)
    parser.parse(source)
    return handler.builder.document
