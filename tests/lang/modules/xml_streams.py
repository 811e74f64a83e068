import io
import xml.etree.ElementTree as ET

document = '''<?xml version="1.0"?>
<!DOCTYPE doc [<!ENTITY who "world">]>
<!-- before --><doc xmlns="urn:d" xmlns:p="urn:p"><?go now?>
<p:item id="1" p:kind='a &lt; b'>hello &who; &#65;&amp;</p:item>tail<item id="2"/><!-- in --><![CDATA[<raw>]]></doc>
'''
for size in (1, 7, 1000):
    pull = ET.XMLPullParser(['start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'])
    seen = []

    def take():
        seen.extend((event, value.tag if ET.iselement(value) and isinstance(value.tag, str) else value.text if ET.iselement(value) else value)
                    for event, value in pull.read_events())

    for i in range(0, len(document), size):
        pull.feed(document[i:i + size])
        take()
    pull.close()  # newer versions of expat keep an unfinished token, and what follows, until here
    take()
    print(len(seen), seen if size == 7 else '')
for event, element in ET.iterparse(io.BytesIO(b'<a><b>1</b><b>2</b></a>'), events=('start', 'end')):
    print(event, element.tag, element.text)
steps = ET.iterparse(io.StringIO('<a><b/></a>'))
print(steps.root, [e.tag for _, e in steps], steps.root.tag)


class Target:
    def __init__(self):
        self.log = []

    def start(self, tag, attrib):
        self.log.append(('start', tag, attrib))

    def end(self, tag):
        self.log.append(('end', tag))

    def data(self, data):
        self.log.append(('data', data))

    def comment(self, text):
        self.log.append(('comment', text))

    def pi(self, target, text):
        self.log.append(('pi', target, text))

    def close(self):
        return self.log


parser = ET.XMLParser(target=Target())
parser.feed('<r a="1">x<?p q?><s/><!--c--></r>')
print(parser.close())


class Ends:
    def end(self, tag):
        print('end', tag)


print(ET.XMLParser(target=Ends()).feed('<x><y/></x>'))
builder = ET.TreeBuilder(insert_comments=True, insert_pis=True)
print(ET.tostring(ET.XML('<a>1<!--c-->2<?p q?>3</a>', ET.XMLParser(target=builder))))
tree, ids = ET.XMLID('<a id="x"><b id="y">t</b></a>')
print(tree.tag, sorted(ids), ids['y'].text)
root = ET.XML('<r xmlns:n="urn:n"><n:a/><a/><n:b><a k="1">one</a><a k="2">two</a></n:b></r>')
for path in ['{*}a', '{urn:n}*', '{}a', './/a[@k="2"]', ".//a[.='one']", './/a[last()]', './/a[1]', './/*', '{urn:n}b/a', ".//a[@k!='1']", 'n:b']:
    print(path, [(e.tag, e.attrib) for e in root.findall(path, {'n': 'urn:n'})])
for path in ['/a', 'a[0]', 'x:a']:
    try:
        print(root.findall(path))
    except SyntaxError as e:
        print(path, type(e).__name__)
for text in ['<a>', '<a></b>', '<a b="1" b="2"/>', '<a/><b/>', 'x', '<a>&none;</a>', '<a b=1/>', '', '<p:a/>', '<a><!-- </a>']:
    try:
        ET.fromstring(text)
    except ET.ParseError as e:
        print(repr(text), e, e.code, e.position)
for bad in (lambda: root.insert(0, 'x'), lambda: root.append(None), lambda: root.__setitem__(0, 'x')):
    try:
        bad()
    except TypeError as e:
        print('TypeError')
print(ET.tostring(ET.Element(ET.QName('urn:q', 'tag'), {ET.QName('urn:q', 'key'): 'v'})), ET.fromstringlist(['<a>', 'b', '</a>']).text)
print(ET.fromstring('<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>'.encode('latin-1')).text, ET.fromstring('<a>\u20ac</a>'.encode('utf-16')).text)
