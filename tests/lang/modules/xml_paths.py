"""Paths, walks and events of xml.etree.ElementTree."""
import io
import xml.etree.ElementTree as ET

text = '''<root a="1">head<item id="1"><sub>one</sub>t1<sub n="x">two</sub><x.y/></item>gap
<item id="2"><other><sub>deep<sub>deeper</sub>tail</sub></other></item><a-b>dash</a-b><!-- note --><item/>
<p:q xmlns:p="urn:p" p:at="v">ns<p:sub>in ns</p:sub></p:q><empty></empty>end</root>'''
root = ET.fromstring(text)


def show(e):
    return None if e is None else (e.tag if isinstance(e.tag, str) else 'comment', e.text, e.get('id'))


def attempt(action):
    try:
        return action()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


paths = ['item', 'sub', '*', '.', './item', './/sub', './/*', 'item/sub', 'item//sub', './item/./sub', '*/sub', './*/*', 'item/*', 'a-b', 'item/x.y', 'x.y', './/x.y', '{urn:p}q',
         '{urn:p}q/{urn:p}sub', './/{urn:p}sub', '{*}q', '{}item', '{urn:p}*', './/sub/sub', './/other//sub', 'item[@id]', "item[@id='2']", "item[@id!='2']", 'item[2]',
         'item[last()]', "item[sub='two']", 'item[sub]', './/sub/..', '/item', 'item/', './/', '//sub', 'item//', './', '..', 'item/sub[1]', 'q r', ' item', 'item ', './/.',
         'item[0]', './/item/.//sub', './/item//*', '{urn:p', 'nothing', 'item/nothing', '././item', 'é', './é/ü', './/sub[.="two"]']
for path in paths:
    found = attempt(lambda: [show(e) for e in root.findall(path)])
    print(repr(path), found, attempt(lambda: show(root.find(path))), repr(attempt(lambda: root.findtext(path, 'none'))), attempt(lambda: sum(1 for _ in root.iterfind(path))))
names = {'n': 'urn:p', '': 'urn:p'}
print([show(e) for e in root.findall('n:q', names)], show(root.find('q', {'': 'urn:p'})), root.findtext('.//n:sub', namespaces=names), attempt(lambda: root.find('m:q', names)))
print(attempt(lambda: root.find(5)), root.find(path='item').get('id'))
tree = ET.ElementTree(root)
print(show(tree.find('item')), len(tree.findall('.//sub')), tree.findtext('item/sub'))

print(len(root), root[0].tag, root[-1].tag, [e.get('id') for e in root[1:3]], attempt(lambda: root[99]), attempt(lambda: root['a']), [show(e) for e in root][-2:])
print(root.get('a'), root.get('b'), root.get('b', 7), root.get(key='a', default=1))
print([show(e)[0] for e in root.iter()], [e.text for e in root.iter('sub')], len(list(root.iter('*'))), [e.tag for e in root.iter('{urn:p}sub')], len(list(root.iter(ET.Comment))))
print(list(root.itertext()), list(root[1].itertext()), list(root.find('empty').itertext()), ''.join(ET.fromstring('<a/>').itertext()))
it = root.iter('item')
first = next(it)
first.append(ET.Element('item', id='new'))
print([e.get('id') for e in it])


class Special(ET.Element):
    extra = 5


s = Special('s', k='v')
s.append(ET.Element('kid'))
s.append(Special('kid'))
s[0].text, s[1].tail = 'text', 'tail'
print(len(s), s.find('kid').text, [type(e).__name__ for e in s.findall('kid')], s.get('k'), list(s.itertext()), [e.tag for e in s.iter()], s.extra, bool(len(s)))
q = ET.Element(ET.QName('urn:p', 'q'))
q.append(ET.Element(ET.QName('urn:p', 'r')))
print(q.find('{urn:p}r') is q[0], q.findall('.//{urn:p}r') == [q[0]], [e is q[0] for e in q.iter(ET.QName('urn:p', 'r'))])
e = ET.Element('loose')
e.attrib = {'k': 'v'}
print(e.get('k'), e.find('x'), e.findall('x'), e.findtext('x'))
deep = top = ET.Element('d')
for _ in range(3000):
    deep = ET.SubElement(deep, 'd')
deep.text = 'bottom'
print(len(top.findall('.//d')), len(list(top.iter('d'))), ''.join(top.itertext()))

data = text.encode()
for events in (None, ('start',), ('end',), ('start', 'end'), ['end', 'start'], ('start', 'end', 'comment'), ('start-ns', 'end-ns', 'end')):
    got = [(event, show(e) if isinstance(e, ET.Element) else e) for event, e in ET.iterparse(io.BytesIO(data), events)]
    print(events, len(got), got[:4], got[-2:])
print(attempt(lambda: list(ET.iterparse(io.BytesIO(data), ('nonsense',)))))
it = ET.iterparse(io.BytesIO(data), ('end',))
kept = 0
for event, e in it:
    kept += len(e)
    e.clear()
print(kept, it.root.tag, len(it.root))
print(attempt(lambda: [e.tag for _, e in ET.iterparse(io.BytesIO(b'<a><b></a>'))]))
pull = ET.XMLPullParser(['start', 'end'])
for piece in ('<a><b', '>text</b', '><c/></a>'):
    pull.feed(piece)
    print([(event, e.tag, e.text) for event, e in pull.read_events()])
pull.close()
print(list(pull.read_events()), attempt(lambda: pull.feed('<x/>')))
