# ElementTree on expat: errors, entities, namespaces, pieces, includes.
import io
import xml.etree.ElementTree as ET
from xml.etree import ElementInclude, ElementPath

for bad in ('', '<a>', '<a></b>', '<a b=1/>', '<a b="1" b="2"/>', '<a>&foo;</a>', 'text', '<a/><b/>', '<p:a/>', '<a>\n  <b>\n</a>', '<a>&#0;</a>',
            '<!DOCTYPE d SYSTEM "x"><d>&foo;</d>', '<a><![CDATA[x</a>', '<a>\x01</a>'):
    try:
        ET.fromstring(bad)
        print('fine', repr(bad))
    except ET.ParseError as exc:
        print(repr(bad), '->', exc, exc.code, exc.position)

root = ET.fromstring('<!DOCTYPE d [<!ENTITY who "world &amp; more">]><d a="&who;">hello &who;!<b/>tail<!-- c --><?pi x?></d>')
print(ET.tostring(root), root.get('a'))
ns = ET.fromstring('<a xmlns="urn:x" xmlns:p="urn:y" p:k="v"><p:b/><c xmlns=""/></a>')
print(ns.tag, ns.attrib, [child.tag for child in ns], ns.find('p:b', {'p': 'urn:y'}) is not None)
print(ET.tostring(ns, 'unicode'))
print(ET.fromstring('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>'.encode('latin-1')).text)
print(ET.fromstring('<?xml version="1.0" encoding="cp1251"?><a>ж</a>'.encode('cp1251')).text, ET.fromstring('<a>ż</a>'.encode('utf-16')).text)


class Target:
    def start(self, tag, attrib):
        print('start', tag, attrib)

    def end(self, tag):
        print('end', tag)

    def data(self, data):
        print('data', repr(data))

    def comment(self, text):
        print('comment', repr(text))

    def pi(self, target, text):
        print('pi', target, text)

    def doctype(self, name, pubid, system):
        print('doctype', name, pubid, system)

    def start_ns(self, prefix, uri):
        print('ns', repr(prefix), uri)

    def close(self):
        return 'closed'


parser = ET.XMLParser(target=Target())
for piece in ('<!DOCTYPE a PUBLIC "p" "s"><a x="1" xmlns:q="u"', '>te', 'xt<!--c--><q:b/><?do', ' it?></a>'):
    parser.feed(piece)
print(parser.close())


class Failing:
    def start(self, tag, attrib):
        raise ValueError(tag)

    def close(self):
        pass


try:
    ET.XMLParser(target=Failing()).feed('<a><b/></a>')
except ValueError as exc:
    print('ValueError', exc)

pull = ET.XMLPullParser(['start', 'end', 'start-ns', 'comment'])
pull.feed('<a xmlns="u"><b>')
print([(event, getattr(item, 'tag', item)) for event, item in pull.read_events()])
pull.feed('</b></a>')
print([(event, item.tag) for event, item in pull.read_events()])
print([(event, item.tag) for event, item in ET.iterparse(io.BytesIO(b'<a><b/><c/></a>'))])

doc = ET.fromstring('<r><s><t>1</t><t>2</t></s><s><t>3</t></s></r>')
for path in ('s/t', './/t', 's[2]/t', "s[t='3']", './/t[.="2"]', 's/t[last()]', '*', './/t/..'):
    print(path, [(e.tag, e.text) for e in doc.findall(path)], len(ElementPath.findall(doc, path)))
for path in ('/r', 's[0]', './/t[-1]'):
    try:
        doc.findall(path)
    except SyntaxError as exc:
        print(path, exc)
print(list(ElementPath.xpath_tokenizer(".//{u}a[@b='c']")))
print(ET.tostringlist(doc.find('s'), 'unicode')[:6])

include = ET.fromstring('<d xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="x"/>-<xi:include href="y" parse="text"/></d>')
ElementInclude.include(include, lambda href, parse, encoding=None: ET.fromstring('<in/>') if parse == 'xml' else 'words')
print(ET.tostring(include))
print(ET.tostring(ET.fromstring('<p>a<br/>b<script>1 &lt; 2</script></p>'), method='html'), ET.tostring(doc, method='text'))
try:
    ET.tostring(ET.Element('a', {'k': 1}))
except TypeError as exc:
    print(exc)
