import xml.etree.ElementTree as ET

text = '<r a="1" b="2">one<!-- c --><i k="v">x &amp; y</i>tail<?pi data?> more<j><k/>deep<k n="2">t</k></j><ns:e xmlns:ns="urn:n" ns:q="1"/>end</r>'
root = ET.fromstring(text)


def show(e, depth=0):
    print(' ' * depth, e.tag if isinstance(e.tag, str) else e.tag.__name__, e.attrib, repr(e.text), repr(e.tail), len(e), type(e).__name__)
    for child in e:
        show(child, depth + 1)


show(root)
print(ET.tostring(root))
parser = ET.XMLParser()
for piece in ('<a><b>te', 'xt</b', '><c/>', 'tail</a>'):
    parser.feed(piece)
show(parser.close())
show(ET.fromstring(text, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))))


class Loud(ET.TreeBuilder):
    def start(self, tag, attrs):
        print('start', tag)
        return super().start(tag, attrs)


show(ET.fromstring('<a><b/></a>', ET.XMLParser(target=Loud())))
show(ET.fromstring('<a>x<b/>y</a>', ET.XMLParser(target=ET.TreeBuilder(element_factory=lambda tag, attrs: ET.Element(tag.upper(), attrs)))))
for bad in ('<a><b></a>', '<a>', '', '<a/><b/>', '<a>&nope;</a>', 'x'):
    try:
        ET.fromstring(bad)
    except ET.ParseError as e:
        print(e, e.code, e.position)
print([e.tag for e in root.iter()], [e.get('n') for e in root.iter('k')], [e.tag for e in root.iter('*')][:2], list(root.iter('none')))
print(root.find('j/k').tail, root.findall('j/k')[1].text, root.find('k'), root.findtext('i'), root.findtext('j'), root.findtext('z', 'no'), root.find('.').tag)
print([e.tag for e in root.findall('.//k')], root.findall('i/k'), root.find('{urn:n}e').attrib, len(root.findall('*')))
grown = ET.Element('x')
it = grown.iter()
print(next(it).tag)
grown.append(ET.Element('late'))
print([e.tag for e in it])
seen = []
for e in root.iter():
    seen.append(e.tag)
    if e.tag == 'j':
        e.clear()
print(seen)
print([e.tag for e in root.iter()], ET.tostring(root.find('j')))
comment = ET.Comment('note')
root.append(comment)
print([e.tag is ET.Comment for e in root.iter()][-1], root.find('i') is root[0])
