# xml.dom.minidom: parsing, walking, building, writing.
import io
import os
import tempfile
import xml.dom
from xml.dom import Node, minidom
from xml.parsers.expat import ExpatError

text = '''<?xml version="1.0"?>
<!-- head -->
<library xmlns:x="urn:x" name="main &amp; old"><book id="1" x:lang="en"><title>A &lt;B&gt; "C"</title><price>10</price></book>
  <book id="2"><title/><![CDATA[raw <data> & more]]></book><?go fast?><x:note>n</x:note></library>'''
doc = minidom.parseString(text)
root = doc.documentElement
print(doc.nodeName, doc.nodeType, root.tagName, root.getAttribute('name'), repr(root.getAttribute('none')))
print([c.nodeName for c in doc.childNodes], [c.nodeName for c in root.childNodes])
for book in root.getElementsByTagName('book'):
    print(book.getAttribute('id'), book.attributes.keys(), [c.nodeType for c in book.childNodes], book.hasAttribute('x:lang'))
print(len(doc.getElementsByTagName('*')), doc.getElementsByTagName('nothing'))
note = doc.getElementsByTagNameNS('urn:x', 'note')[0]
print(note.prefix, note.localName, note.namespaceURI, note.firstChild.data, note.nextSibling, note.previousSibling.target)
title = root.getElementsByTagName('title')[0].firstChild
print(title, title.nodeValue, title.length, title.parentNode.tagName, title.wholeText)
print(doc.toxml())
print(root.toprettyxml(indent='  '))
print(doc.toxml(encoding='utf-8')[:60])
print(doc.toprettyxml(indent='', newl='', encoding='latin-1', standalone=True)[:90])

new = minidom.getDOMImplementation().createDocument(None, 'root', None)
top = new.documentElement
for i in range(3):
    item = new.createElement('item')
    item.setAttribute('n', str(i))
    item.appendChild(new.createTextNode(f'text {i} <>&"'))
    top.appendChild(item)
top.appendChild(new.createComment(' remark '))
top.insertBefore(new.createElement('first'), top.firstChild)
top.appendChild(new.createProcessingInstruction('target', 'data'))
section = top.appendChild(new.createElement('section'))
section.appendChild(new.createCDATASection('<raw>'))
print(new.toprettyxml(indent='\t', newl='\n'))
old = top.replaceChild(new.createElement('second'), top.childNodes[1])
print(old.toxml(), old.parentNode, top.childNodes[1].previousSibling.tagName, top.childNodes[1].nextSibling.tagName)
top.removeChild(top.lastChild)
copy = top.cloneNode(True)
print(copy.toxml() == top.toxml(), copy.parentNode, copy.isSameNode(top))
copy.setAttribute('a', 'x"y')
print(copy.attributes['a'].value, copy.attributes.item(0).name, copy.attributes.length, copy.toxml()[:30])
copy.removeAttribute('a')
print(copy.hasAttributes(), len(copy.attributes))
fragment = new.createDocumentFragment()
fragment.appendChild(new.createElement('f1'))
fragment.appendChild(new.createElement('f2'))
top.appendChild(fragment)
print([c.nodeName for c in top.childNodes], len(fragment.childNodes))
t = new.createElement('t')
for piece in ('a', '', 'b'):
    t.appendChild(new.createTextNode(piece))
t.normalize()
print(len(t.childNodes), t.firstChild.data, t.firstChild)
t.firstChild.appendData('c')
t.firstChild.replaceData(0, 1, 'X')
print(t.toxml(), t.firstChild.substringData(1, 2), t.firstChild.splitText(1).data, len(t.childNodes))

for bad in ('', '<a>', '<a></b>', '<a b=1/>', '<a/><b/>'):
    try:
        minidom.parseString(bad)
    except ExpatError as e:
        print(e, e.code)
for act in (lambda: new.appendChild(new.createElement('x')), lambda: top.removeChild(new.createElement('x')),
            lambda: top.removeAttribute('zz'), lambda: new.createComment('a--b').toxml(), lambda: new.createTextNode(5)):
    try:
        print(act())
    except (xml.dom.DOMException, ValueError, TypeError) as e:
        print(type(e).__name__, getattr(e, 'code', None))
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'a.xml')
    with open(path, 'w') as f:
        new.writexml(f, indent='', addindent=' ', newl='\n', encoding='utf-8')
    with minidom.parse(path) as again:
        print(again.documentElement.nodeName, again.encoding, len(again.getElementsByTagName('item')))
    print(minidom.parse(io.BytesIO(b'<r><?p q?></r>')).toxml())
typed = minidom.parseString('<!DOCTYPE r SYSTEM "r.dtd"><r id="k"><s/></r>')
print(typed.doctype.name, typed.doctype.systemId, typed.doctype.publicId, typed.toxml())
typed.documentElement.setIdAttribute('id')
print(typed.getElementById('k').tagName, typed.importNode(root, False).toxml())
ns = minidom.getDOMImplementation().createDocument('urn:a', 'p:r', None)
ns.documentElement.setAttributeNS('urn:b', 'q:k', 'v')
print(ns.toxml(), ns.documentElement.getAttributeNS('urn:b', 'k'), Node.TEXT_NODE)
