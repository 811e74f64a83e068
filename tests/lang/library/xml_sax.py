# xml.sax: handlers, errors, saxutils.
import io
import xml.sax
from xml.sax import handler, saxutils


class Show(xml.sax.ContentHandler):
    def startDocument(self):
        print('start')

    def endDocument(self):
        print('end')

    def startElement(self, name, attrs):
        print('<', name, attrs.items(), len(attrs), attrs.get('a'), 'a' in attrs, attrs.getNames())

    def endElement(self, name):
        print('>', name)

    def characters(self, content):
        print('text', repr(content))

    def processingInstruction(self, target, data):
        print('?', target, data)


xml.sax.parseString('<r a="1" b="two"><c>x &amp; y</c><?p q?><d/></r>', Show())
xml.sax.parseString(b'<r>\xc3\xa9</r>', Show())
xml.sax.parse(io.StringIO('<r/>'), Show())
try:
    xml.sax.parseString('<r><a></r>', Show())
except xml.sax.SAXParseException as e:
    print(e, e.getLineNumber(), e.getColumnNumber(), e.getMessage())


class Spaces(xml.sax.ContentHandler):
    def startPrefixMapping(self, prefix, uri):
        print('map', prefix, uri)

    def startElementNS(self, name, qname, attrs):
        print(name, qname, attrs.items())

    def endElementNS(self, name, qname):
        print('end', name)


parser = xml.sax.make_parser()
parser.setFeature(handler.feature_namespaces, True)
parser.setContentHandler(Spaces())
parser.parse(io.StringIO('<p:r xmlns:p="urn:p" k="v"><q/></p:r>'))
print(parser.getFeature(handler.feature_namespaces), parser.getFeature(handler.feature_validation))

out = io.StringIO()
writer = saxutils.XMLGenerator(out, 'utf-8', short_empty_elements=True)
writer.startDocument()
writer.startElement('a', {'k': 'v"<'})
writer.characters('x < y & z')
writer.startElement('b', {})
writer.endElement('b')
writer.processingInstruction('p', 'q')
writer.endElement('a')
writer.endDocument()
print(out.getvalue())
out = io.StringIO()
xml.sax.parseString('<a k="1"><b/>t</a>', saxutils.XMLGenerator(out))
print(out.getvalue())

print(saxutils.escape('<a & "b">'), saxutils.escape("'x'", {"'": '&apos;'}))
print(saxutils.unescape('&lt;&amp;gt;&gt;&quot;', {'&quot;': '"'}))
print(saxutils.quoteattr('plain'), saxutils.quoteattr('a"b'), saxutils.quoteattr('a"b\'c'), saxutils.quoteattr('a\nb\t<'))


class Upper(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)


upper = Upper(xml.sax.make_parser())
upper.setContentHandler(Show())
upper.parse(io.StringIO('<x y="z"/>'))
