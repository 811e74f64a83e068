"""Documents as trees of nodes."""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE
from xml.dom._dom_nodes import (Attr, CDATASection, CharacterData, Childless, Comment, DocumentFragment, DocumentType, Element, Identified,
                                NamedNodeMap, Node, NodeList, ProcessingInstruction, Text, TypeInfo, _find, _find_ns, _split_name)


class DOMImplementation:
    """Makes documents."""
    _features = [('core', '1.0'), ('core', '2.0'), ('core', None), ('xml', '1.0'), ('xml', '2.0'), ('xml', None),
                 ('ls-load', '3.0'), ('ls-load', None)]

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr('doctype object owned by another DOM tree')
        doc = self._create_document()
        if qualifiedName or namespaceURI or doctype is not None:
            if not qualifiedName:
                raise xml.dom.InvalidCharacterErr('Element with no name')
            prefix, _ = _split_name(qualifiedName)
            if prefix == 'xml' and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr('illegal use of prefix without namespaces')
            element = doc.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                doc.appendChild(doctype)
            doc.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = doc
        doc.doctype = doctype
        doc.implementation = self
        return doc

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId, doctype.systemId = publicId, systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None

    def _create_document(self):
        return Document()


class Document(Node):
    """The root of a tree: its document element, and what stands around that."""
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)
    implementation = DOMImplementation()
    nodeType = Node.DOCUMENT_NODE
    nodeName = '#document'
    nodeValue = attributes = parentNode = previousSibling = nextSibling = None
    actualEncoding = encoding = standalone = version = documentURI = doctype = errorHandler = None
    strictErrorChecking = async_ = False

    def __init__(self):
        self.childNodes = NodeList()

    def appendChild(self, node):
        if node.nodeType not in self._child_node_types and node.nodeType != Node.DOCUMENT_FRAGMENT_NODE:
            raise xml.dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')
        if node.nodeType == Node.ELEMENT_NODE and node.parentNode is not self and self.documentElement:
            raise xml.dom.HierarchyRequestErr('two document elements disallowed')
        return Node.appendChild(self, node)

    def removeChild(self, oldChild):
        if oldChild not in self.childNodes:
            raise xml.dom.NotFoundErr()
        if self.doctype is oldChild:
            self.doctype = None
        return Node.removeChild(self, oldChild)

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def _owned(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._owned(DocumentFragment())

    def createElement(self, tagName):
        return self._owned(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, _ = _split_name(qualifiedName)
        return self._owned(Element(qualifiedName, namespaceURI, prefix))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        return self._owned(_filled(Text(), data))

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        return self._owned(_filled(CDATASection(), data))

    def createComment(self, data):
        return self._owned(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._owned(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        attribute = self._owned(Attr(qName))
        attribute.value = ''
        return attribute

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split_name(qualifiedName)
        attribute = self._owned(Attr(qualifiedName, namespaceURI, local, prefix))
        attribute.value = ''
        return attribute

    def getElementById(self, id):
        stack = [self.documentElement] if self.documentElement else []
        while stack:
            node = stack.pop()
            for attribute in node.attributes.values():
                if attribute.isId and attribute.value == id:
                    return node
            stack.extend(child for child in reversed(node.childNodes) if child.nodeType == Node.ELEMENT_NODE)
        return None

    def getElementsByTagName(self, name):
        return _find(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _find_ns(self, namespaceURI, localName, NodeList())

    def importNode(self, node, deep):
        if node.nodeType == Node.DOCUMENT_NODE:
            raise xml.dom.NotSupportedErr('cannot import document nodes')
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise xml.dom.NotSupportedErr('cannot import document type nodes')
        return node._copy(deep, self)

    def renameNode(self, node, namespaceURI, name):
        if node.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr('cannot rename nodes from other documents;\nexpected %s,\nfound %s' % (self, node.ownerDocument))
        if node.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr('renameNode() only applies to element and attribute nodes')
        prefix, local = _split_name(name)
        if prefix == 'xmlns' and namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix")
        owner = getattr(node, 'ownerElement', None)
        if owner is not None:
            owner.removeAttributeNode(node)
        node._rename(namespaceURI, name, prefix, local)
        if owner is not None:
            owner.setAttributeNode(node)
        return node

    def cloneNode(self, deep):
        if not deep:
            return None
        copy = self.implementation.createDocument(None, None, None)
        copy.encoding, copy.standalone, copy.version = self.encoding, self.standalone, self.version
        for child in self.childNodes:
            made = child._copy(deep, copy)
            Node.appendChild(copy, made)
            if made.nodeType == Node.DOCUMENT_TYPE_NODE:
                copy.doctype = made
        return copy

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def unlink(self):
        self.doctype = None
        Node.unlink(self)

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        declarations = []
        if encoding:
            declarations.append(f'encoding="{encoding}"')
        if standalone is not None:
            declarations.append(f'standalone="{"yes" if standalone else "no"}"')
        writer.write(f'<?xml version="1.0" {" ".join(declarations)}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _filled(node, data):
    node.data = data
    return node


def getDOMImplementation(features=None):
    if features:
        if isinstance(features, str):
            words = features.split()
            features = []
            while words:
                feature = words.pop(0)
                features.append((feature, words.pop(0) if words and words[0][:1].isdigit() else None))
        for feature, version in features:
            if not Document.implementation.hasFeature(feature, version):
                return None
    return Document.implementation


def parse(file, parser=None, bufsize=None):
    """The document in a file, given by its name or open."""
    from xml.dom import _dom_builder
    if parser is not None:
        return _dom_builder.by_sax(parser, file)
    if hasattr(file, 'read'):
        return _dom_builder.build(file.read())
    with open(file, 'rb') as stream:
        return _dom_builder.build(stream.read())


def parseString(string, parser=None):
    """The document in a text or bytes."""
    from xml.dom import _dom_builder
    if parser is not None:
        return _dom_builder.by_sax(parser, io.BytesIO(string) if isinstance(string, bytes) else io.StringIO(string))
    return _dom_builder.build(string)
