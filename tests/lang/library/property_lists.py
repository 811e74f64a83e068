# plistlib: XML and binary property lists, what they refuse.
import datetime
import plistlib
from xml.parsers import expat
d = dict(aString="Doodah", aList=["A","B",12,32.5,[1,2,3]], aFloat=.5, anInt=728, aBig=2**63-44, aDict=dict(x="<html>&", y="M\xe4ssig", t=True, f=False, deep={}), someData=b"<binary gunk>", more=b"<lots>"*20, nested=[[b'a'*100]], aDate=datetime.datetime(2004,10,26,10,33,33), empty=[])
s = plistlib.dumps(d)
print(s.decode())
print(plistlib.loads(s) == d)
b = plistlib.dumps(d, fmt=plistlib.FMT_BINARY)
print(len(b), b, plistlib.loads(b) == d)
for x in ({1:2}, 2**64, {'a': None}):
    for f in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        try:
            print(plistlib.dumps(x, fmt=f))
        except Exception as e:
            print(type(e).__name__, e)
for t in (b'', b'junk', b'<plist><dict><key>a</key></dict></plist>', b'<plist><integer>0x1F</integer></plist>', b'<plist><dict><string>x</string></dict></plist>', b'bplist00xx'):
    try:
        print(plistlib.loads(t))
    except Exception as e:
        print(type(e).__name__, e)
print(plistlib.UID(3), plistlib.loads(plistlib.dumps([plistlib.UID(70000)], fmt=plistlib.FMT_BINARY)), plistlib.FMT_XML)


def parse(text, separator=None):
    p = expat.ParserCreate(namespace_separator=separator)
    p.buffer_text = True
    for name in ('StartElementHandler', 'EndElementHandler', 'CharacterDataHandler', 'CommentHandler', 'ProcessingInstructionHandler',
                 'StartCdataSectionHandler', 'EndCdataSectionHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', 'EntityDeclHandler'):
        setattr(p, name, lambda *args, name=name: print(name, args, p.CurrentLineNumber, p.CurrentColumnNumber))
    try:
        print(p.Parse(text, True))
    except expat.ExpatError as e:
        print(e, e.code, e.lineno, e.offset, expat.ErrorString(e.code))


parse('<!DOCTYPE a [<!ENTITY e "text">]><a x="1" y="2">t&e;x<b/><!-- c --><?pi data?><![CDATA[<raw>]]></a>')
parse('<p:a xmlns:p="urn:p" xmlns="urn:d"><b p:x="1"/></p:a>')
parse('<p:a xmlns:p="urn:p" xmlns="urn:d"><b p:x="1"/></p:a>', ' ')
parse('<a><b></a>')
parse('')
