"""The nodes of xml.dom.minidom."""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE


def _split_name(name):
    prefix, colon, local = name.partition(':')
    return (prefix, local) if colon else (None, name)


def _write_data(writer, data):
    if data:
        writer.write(data.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace('>', '&gt;'))


def _elements(node):
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE:
            yield child
            yield from _elements(child)


def _find(node, name, found):
    found.extend(e for e in _elements(node) if name == '*' or e.tagName == name)
    return found


def _find_ns(node, uri, local, found):
    found.extend(e for e in _elements(node) if (local == '*' or e.localName == local) and (uri == '*' or e.namespaceURI == uri))
    return found


class NodeList(list):
    """The children of a node, or what a search found."""
    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        return len(self)

    @length.setter
    def length(self, value):
        raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute 'length'")

    def _get_length(self):
        return len(self)

    def __add__(self, other):
        return NodeList(list.__add__(self, other))

    def __radd__(self, other):
        return NodeList(list.__add__(other, self))


class Node(xml.dom.Node):
    """What all nodes can do."""
    namespaceURI = prefix = localName = None
    parentNode = ownerDocument = nextSibling = previousSibling = None
    nodeValue = attributes = None
    _child_node_types = ()

    def __bool__(self):
        return True

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        stream = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(stream, '', indent, newl, encoding, standalone)
        else:
            self.writexml(stream, '', indent, newl)
        text = stream.getvalue()
        return text if encoding is None else text.encode(encoding, 'xmlcharrefreplace')

    def hasChildNodes(self):
        return bool(self.childNodes)

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    def _position(self, child):
        for i, node in enumerate(self.childNodes):
            if node is child:
                return i
        raise xml.dom.NotFoundErr()

    def _link(self, index):
        """Sets the siblings around a position again."""
        nodes = self.childNodes
        before = nodes[index - 1] if 0 < index <= len(nodes) else None
        after = nodes[index] if index < len(nodes) else None
        if before is not None:
            before.nextSibling = after
        if after is not None:
            after.previousSibling = before

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise xml.dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in list(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            return self.appendChild(newChild)
        index = self._position(refChild)
        self.childNodes.insert(index, newChild)
        newChild.parentNode = self
        self._link(index)
        self._link(index + 1)
        return newChild

    def appendChild(self, node):
        if node.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in list(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        node.nextSibling = None
        node.previousSibling = self.childNodes[-1] if self.childNodes else None
        if node.previousSibling is not None:
            node.previousSibling.nextSibling = node
        self.childNodes.append(node)
        node.parentNode = self
        return node

    def replaceChild(self, newChild, oldChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            after = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, after)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        index = self._position(oldChild)
        self.childNodes[index] = newChild
        newChild.parentNode, oldChild.parentNode = self, None
        oldChild.nextSibling = oldChild.previousSibling = newChild.previousSibling = newChild.nextSibling = None
        self._link(index)
        self._link(index + 1)
        return oldChild

    def removeChild(self, oldChild):
        index = self._position(oldChild)
        del self.childNodes[index]
        oldChild.nextSibling = oldChild.previousSibling = oldChild.parentNode = None
        if self.childNodes:
            if index == 0:
                self.childNodes[0].previousSibling = None
            else:
                self._link(index)
        return oldChild

    def normalize(self):
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept
        for i, child in enumerate(kept):
            child.previousSibling = kept[i - 1] if i else None
            child.nextSibling = kept[i + 1] if i + 1 < len(kept) else None

    def cloneNode(self, deep):
        return self._copy(deep, self.ownerDocument)

    def _copy(self, deep, owner):
        raise xml.dom.NotSupportedErr(f'Cannot clone node {self!r}')

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def getInterface(self, feature):
        return self if self.isSupported(feature, None) else None

    def isSameNode(self, other):
        return self is other

    def getUserData(self, key):
        return self.__dict__.get('_user_data', {}).get(key, (None, None))[0]

    def setUserData(self, key, data, handler):
        values = self.__dict__.setdefault('_user_data', {})
        old = values.pop(key, (None, None))[0]
        if data is not None:
            values[key] = data, handler
        return old

    def unlink(self):
        self.parentNode = self.ownerDocument = None
        for child in list(self.childNodes):
            child.unlink()
        self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


class DocumentFragment(Node):
    """Nodes to be put somewhere together."""
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = '#document-fragment'
    _child_node_types = (Node.ELEMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE, Node.ENTITY_REFERENCE_NODE,
                         Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.NOTATION_NODE)

    def __init__(self):
        self.childNodes = NodeList()

    def _copy(self, deep, owner):
        copy = DocumentFragment()
        copy.ownerDocument = owner
        if deep:
            for child in self.childNodes:
                copy.appendChild(child._copy(deep, owner))
        return copy


class TypeInfo:
    """The type of an element or attribute, as far as a schema says it."""
    __slots__ = ('namespace', 'name')

    def __init__(self, namespace, name):
        self.namespace, self.name = namespace, name

    def __repr__(self):
        if self.namespace:
            return f'<TypeInfo {self.name!r} (from {self.namespace!r})>'
        return f'<TypeInfo {self.name!r}>'


_no_type = TypeInfo(None, None)


class Attr(Node):
    """An attribute; its text is its only child."""
    nodeType = Node.ATTRIBUTE_NODE
    ownerElement = None
    specified = False
    isId = False
    schemaType = _no_type
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self._name, self.namespaceURI = qName, namespaceURI
        self._prefix, self._local = prefix, localName
        self.childNodes = NodeList()
        self.appendChild(Text())

    @property
    def localName(self):
        return self._local if self._local is not None else self._name.split(':', 1)[-1]

    @property
    def prefix(self):
        return self._prefix

    @prefix.setter
    def prefix(self, prefix):
        if prefix == 'xmlns' and self.namespaceURI and self.namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix for the wrong namespace")
        self._rename(self.namespaceURI, f'{prefix}:{self.localName}' if prefix else self.localName, prefix, self.localName)

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        owner = self.ownerElement
        if owner is not None:
            owner.removeAttributeNode(self)
        self._name, self._local = value, None
        if owner is not None:
            owner.setAttributeNode(self)

    nodeName = name

    @property
    def value(self):
        return ''.join(child.data for child in self.childNodes)

    @value.setter
    def value(self, value):
        self.childNodes[0].data = value
        del self.childNodes[1:]

    nodeValue = value

    def _rename(self, uri, name, prefix, local):
        self.namespaceURI, self._name, self._prefix, self._local = uri, name, prefix, local

    def _copy(self, deep, owner):
        copy = Attr(self._name, self.namespaceURI, self._local, self._prefix)
        copy.ownerDocument, copy.value, copy.specified = owner, self.value, True
        return copy

    def unlink(self):
        if self.ownerElement is not None:
            self.ownerElement.attributes._drop(self)
        for child in self.childNodes:
            child.unlink()
        del self.childNodes[:]


class NamedNodeMap:
    """The attributes of an element: by name, and by namespace and local name."""
    __slots__ = ('_element', '_attrs')

    def __init__(self, attrs, element):
        self._attrs, self._element = attrs, element

    def _drop(self, attribute):
        if self._attrs.get(attribute.name) is attribute:
            del self._attrs[attribute.name]
        attribute.ownerElement = None

    @property
    def length(self):
        return len(self._attrs)

    def item(self, index):
        names = list(self._attrs)
        return self._attrs[names[index]] if 0 <= index < len(names) else None

    def items(self):
        return [(a.name, a.value) for a in self._attrs.values()]

    def itemsNS(self):
        return [((a.namespaceURI, a.localName), a.value) for a in self._attrs.values()]

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return {(a.namespaceURI, a.localName): a for a in self._attrs.values()}.keys()

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __len__(self):
        return len(self._attrs)

    def __contains__(self, key):
        return key in self._attrs if isinstance(key, str) else key in self.keysNS()

    def __getitem__(self, key):
        if isinstance(key, tuple):
            found = self.getNamedItemNS(*key)
            if found is None:
                raise KeyError(key)
            return found
        return self._attrs[key]

    def __setitem__(self, name, value):
        if isinstance(value, str):
            attribute = self._attrs.get(name)
            if attribute is None:
                attribute = Attr(name)
                attribute.ownerDocument = self._element.ownerDocument
                self.setNamedItem(attribute)
            attribute.value = value
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError('value must be a string or Attr object')

    def __delitem__(self, key):
        self._drop(self[key])

    def __eq__(self, other):
        return self._attrs == getattr(other, '_attrs', other)

    __hash__ = None

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        for attribute in self._attrs.values():
            if attribute.namespaceURI == namespaceURI and attribute.localName == localName:
                return attribute
        return None

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')
        old = self._attrs.get(node.name)
        if old is not None:
            self._drop(old)
        self._attrs[node.name] = node
        node.ownerElement = self._element
        return old

    setNamedItemNS = setNamedItem

    def removeNamedItem(self, name):
        found = self.getNamedItem(name)
        if found is None:
            raise xml.dom.NotFoundErr()
        self._drop(found)
        return found

    def removeNamedItemNS(self, namespaceURI, localName):
        found = self.getNamedItemNS(namespaceURI, localName)
        if found is None:
            raise xml.dom.NotFoundErr()
        self._drop(found)
        return found


AttributeList = NamedNodeMap


class Element(Node):
    """A tag with its attributes and children."""
    nodeType = Node.ELEMENT_NODE
    nodeValue = None
    schemaType = _no_type
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE,
                         Node.CDATA_SECTION_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix, self.namespaceURI = prefix, namespaceURI
        self.childNodes = NodeList()
        self._attrs = {}
        self._local = localName

    @property
    def localName(self):
        return self._local if self._local is not None else self.tagName.split(':', 1)[-1]

    def _rename(self, uri, name, prefix, local):
        self.tagName = self.nodeName = name
        self.namespaceURI, self.prefix, self._local = uri, prefix, local

    @property
    def attributes(self):
        return NamedNodeMap(self._attrs, self)

    def _get_attributes(self):
        return self.attributes

    def unlink(self):
        for attribute in list(self._attrs.values()):
            attribute.unlink()
        Node.unlink(self)

    def getAttribute(self, attname):
        found = self._attrs.get(attname)
        return found.value if found is not None else ''

    def getAttributeNS(self, namespaceURI, localName):
        found = self.attributes.getNamedItemNS(namespaceURI, localName)
        return found.value if found is not None else ''

    def setAttribute(self, attname, value):
        attribute = self._attrs.get(attname)
        if attribute is None:
            attribute = Attr(attname)
            attribute.ownerDocument = self.ownerDocument
            self.setAttributeNode(attribute)
        attribute.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = _split_name(qualifiedName)
        attribute = self.getAttributeNodeNS(namespaceURI, local)
        if attribute is None:
            attribute = Attr(qualifiedName, namespaceURI, local, prefix)
            attribute.ownerDocument = self.ownerDocument
            attribute.value = value
            self.setAttributeNode(attribute)
            return
        attribute.value = value
        if attribute.prefix != prefix:
            del self._attrs[attribute.name]
            attribute._rename(namespaceURI, qualifiedName, prefix, local)
            self._attrs[attribute.name] = attribute

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self.attributes.getNamedItemNS(namespaceURI, localName)

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr('attribute node already owned')
        old = self._attrs.get(attr.name)
        if old is attr:
            return None
        other = self.getAttributeNodeNS(attr.namespaceURI, attr.localName) if attr.namespaceURI else None
        if other is not None and other is not old:
            self.attributes._drop(other)
        old = self.attributes.setNamedItem(attr) or other
        return old if old is not attr else None

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        if name is None or name not in self._attrs:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(self._attrs[name])

    def removeAttributeNS(self, namespaceURI, localName):
        found = self.attributes.getNamedItemNS(namespaceURI, localName)
        if found is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(found)

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        self.attributes._drop(node)
        node.ownerDocument = self.ownerDocument
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return self.attributes.getNamedItemNS(namespaceURI, localName) is not None

    def hasAttributes(self):
        return bool(self._attrs)

    def setIdAttribute(self, name):
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        idAttr.isId = True

    def getElementsByTagName(self, name):
        return _find(self, name, NodeList())

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _find_ns(self, namespaceURI, localName, NodeList())

    def __repr__(self):
        return '<DOM Element: %s at %#x>' % (self.tagName, id(self))

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'{indent}<{self.tagName}')
        for name, attribute in self._attrs.items():
            writer.write(f' {name}="')
            _write_data(writer, attribute.value)
            writer.write('"')
        if not self.childNodes:
            writer.write(f'/>{newl}')
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f'</{self.tagName}>{newl}')

    def _copy(self, deep, owner):
        copy = Element(self.tagName, self.namespaceURI, self.prefix, self._local)
        copy.ownerDocument = owner
        for attribute in self._attrs.values():
            copy.setAttributeNode(attribute._copy(deep, owner))
        if deep:
            for child in self.childNodes:
                copy.appendChild(child._copy(deep, owner))
        return copy


class Childless:
    """Nodes that hold no others."""
    attributes = None
    childNodes = NodeList()
    firstChild = lastChild = None

    def _refuse(self):
        raise xml.dom.HierarchyRequestErr(f'{self.nodeName} nodes cannot have children')

    def appendChild(self, node):
        raise xml.dom.HierarchyRequestErr(f'{self.nodeName} nodes cannot have children')

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(f'{self.nodeName} nodes do not have children')

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(f'{self.nodeName} nodes do not have children')

    def normalize(self):
        pass

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(f'{self.nodeName} nodes do not have children')

    def unlink(self):
        self.parentNode = self.ownerDocument = self.previousSibling = self.nextSibling = None


class ProcessingInstruction(Childless, Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target, self.data = target, data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def nodeName(self):
        return self.target

    @nodeName.setter
    def nodeName(self, value):
        self.target = value

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'{indent}<?{self.target} {self.data}?>{newl}')

    def _copy(self, deep, owner):
        copy = type(self)(self.target, self.data)
        copy.ownerDocument = owner
        return copy


class CharacterData(Childless, Node):
    """Nodes of text."""

    def __init__(self):
        self.data = ''
        self.ownerDocument = self.parentNode = self.previousSibling = self.nextSibling = None

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def length(self):
        return len(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return f'<DOM {type(self).__name__} node "{self.data[:10]!r}{"..." if len(self.data) > 10 else ""}">'

    def _check(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise xml.dom.IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self._check(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]

    def _copy(self, deep, owner):
        copy = type(self)()
        copy.data, copy.ownerDocument = self.data, owner
        return copy


class Text(CharacterData):
    nodeType = Node.TEXT_NODE
    nodeName = '#text'

    def splitText(self, offset):
        if offset < 0 or offset > len(self.data):
            raise xml.dom.IndexSizeErr('illegal offset value')
        rest = type(self)()
        rest.data, rest.ownerDocument = self.data[offset:], self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(rest, self.nextSibling)
        self.data = self.data[:offset]
        return rest

    def _neighbours(self):
        first = self
        while first.previousSibling is not None and first.previousSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            first = first.previousSibling
        found = []
        while first is not None and first.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            found.append(first)
            first = first.nextSibling
        return found

    @property
    def wholeText(self):
        return ''.join(node.data for node in self._neighbours())

    def replaceWholeText(self, content):
        parent = self.parentNode
        for node in self._neighbours():
            if node is not self:
                parent.removeChild(node)
        if content:
            self.data = content
            return self
        parent.removeChild(self)
        return None

    @property
    def isWhitespaceInElementContent(self):
        return False

    def writexml(self, writer, indent='', addindent='', newl=''):
        _write_data(writer, f'{indent}{self.data}{newl}')


class Comment(CharacterData):
    nodeType = Node.COMMENT_NODE
    nodeName = '#comment'

    def __init__(self, data=''):
        CharacterData.__init__(self)
        self.data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f'{indent}<!--{self.data}-->{newl}')


class CDATASection(Text):
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f'<![CDATA[{self.data}]]>')


class Identified:
    """Nodes with a public and a system identifier."""
    publicId = systemId = None

    def _identified(self):
        return self.publicId, self.systemId


class DocumentType(Identified, Childless, Node):
    nodeType = Node.DOCUMENT_TYPE_NODE
    nodeValue = None
    name = None
    internalSubset = None

    def __init__(self, qualifiedName):
        self.entities, self.notations = NodeList(), NodeList()
        if qualifiedName:
            self.name = _split_name(qualifiedName)[1]
        self.nodeName = self.name

    def _copy(self, deep, owner):
        copy = DocumentType(None)
        copy.name = copy.nodeName = self.name
        copy.publicId, copy.systemId, copy.internalSubset = self.publicId, self.systemId, self.internalSubset
        copy.ownerDocument = owner
        return copy

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'<!DOCTYPE {self.name}')
        if self.publicId:
            writer.write(f"{newl}  PUBLIC '{self.publicId}'{newl}  '{self.systemId}'")
        elif self.systemId:
            writer.write(f"{newl}  SYSTEM '{self.systemId}'")
        if self.internalSubset is not None:
            writer.write(f' [{self.internalSubset}]')
        writer.write(f'>{newl}')
