import sys, io
import xml.etree.ElementTree as ET
doc = '''<?xml version="1.0"?>
<data xmlns:x="http://x/">
  <!-- note -->
  <country name="A"><rank>1</rank><x:n id="5"/></country>
  <country name="B" code='q&amp;r'><rank updated="yes">2 &lt; 3</rank><sub><rank>9</rank></sub></country>tail
  <e><![CDATA[<raw>]]></e>
</data>'''
r = ET.fromstring(doc)
print(r.tag, r.attrib, len(r), [c.tag for c in r], r[0].attrib, r[0][0].text, r[1].get('code'), repr(r[1].tail), r[2].text)
print(r.find('country/rank').text, [e.text for e in r.findall('.//rank')], r.findtext('country[@name="B"]/rank'), [e.get('name') for e in r.findall('country')], r.find('nope'), r.findtext('nope', 'dflt'))
print([e.text for e in r.iter('rank')], r.find('country[2]').get('name'), r.find('country[last()]').get('name'), r.findall("country[rank='1']")[0].get('name'), [e.tag for e in r.findall('country/*')], r.find('.//{http://x/}n').get('id'), r.find('.//x:n', {'x': 'http://x/'}).attrib, r.find('.//sub/..').get('name'))
print(ET.tostring(r[0]), ET.tostring(r[1], 'unicode'))
root = ET.Element('root', {'a': '1'}, b='2')
c = ET.SubElement(root, 'child', x='<"&>')
c.text = 'té & <x>'
c.tail = 't'
ET.SubElement(root, 'empty')
root.append(ET.Comment('c'))
print(ET.tostring(root), ET.tostring(root, encoding='utf-8'), ET.tostring(root, encoding='unicode', short_empty_elements=False), ET.tostring(root, 'latin-1'))
ET.indent(root)
print(ET.tostring(root, 'unicode'))
t = ET.ElementTree(root)
b = io.BytesIO(); t.write(b, encoding='utf-8', xml_declaration=True); print(b.getvalue())
print(ET.parse(io.StringIO('<a><b/></a>')).getroot()[0].tag, [(e, x.tag) for e, x in ET.iterparse(io.StringIO('<a><b/></a>'), ('start', 'end'))])
root.remove(c); root.set('z', '3'); print(root.attrib, list(root.itertext()), ''.join(r[1].itertext()))
for bad in ('<a>', '<a></b>', '<a', '', '<a/><b/>', '<a>&nope;</a>', '<a x=1/>', '<a x="1" x="2"/>', 'text'):
    try: ET.fromstring(bad)
    except ET.ParseError as e: print(type(e).__name__, e)
