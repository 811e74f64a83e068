import configparser, ipaddress, getopt, importlib, gzip, io
text = '''
[DEFAULT]
base = /srv
debug: no

[server]
path = %(base)s/app   
port=8080
names = a
    b
    c
; comment
# another
empty =

[client]
debug = yes
rate = 1.5
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c['server']['path'], c.getint('server', 'port'), c.getboolean('client', 'debug'), c['client'].getfloat('rate'), repr(c['server']['names']), repr(c['server']['empty']), c.options('client'), c.has_option('client', 'base'), 'server' in c, c.get('client', 'nope', fallback='fb'), c['server'].get('zz'), dict(c['client']), c.items('client'))
c['new'] = {'x': '1', 'Y': 'two'}
c.set('new', 'z', '3')
c.add_section('more')
out = io.StringIO()
c.write(out)
print(out.getvalue())
for make in (lambda: c['nope'], lambda: c.get('nope', 'x'), lambda: c.get('new', 'q'), lambda: c.add_section('new'), lambda: c.getint('new', 'y'), lambda: c.set('new', 'k', 1), lambda: configparser.ConfigParser().read_string('x=1\n'), lambda: configparser.ConfigParser().read_string('[a]\nx=1\nx=2\n'), lambda: configparser.ConfigParser().read_string('[a]\n[a]\n'), lambda: configparser.ConfigParser().read_string('[a]\nnothing\n')):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])
print(c.remove_option('new', 'x'), c.remove_section('more'), c.remove_section('zz'), c.sections(), c.read('/nonexistent/file'))
r = configparser.RawConfigParser(allow_no_value=True, delimiters=('=',))
r.optionxform = str
r.read_string('[A]\nKey\nOther = %(x)s\n')
print(r['A']['Key'], r['A']['Other'], list(r['A']))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_string('[a]\nx=1\ny=${x}2\n[b]\nz=${a:y}3\n')
print(e['b']['z'])
a = ipaddress.ip_address('192.168.1.10')
n = ipaddress.ip_network('192.168.1.0/24')
print(a, repr(a), int(a), a in n, a.is_private, a.version, a + 1, a < ipaddress.ip_address('192.168.1.11'), a.packed, a.reverse_pointer)
print(n, n.netmask, n.broadcast_address, n.num_addresses, n.prefixlen, n.hostmask, list(n.hosts())[:2], n[5], [str(s) for s in n.subnets(new_prefix=26)], n.supernet(), n.overlaps(ipaddress.ip_network('192.168.1.128/25')))
six = ipaddress.ip_address('2001:db8::1')
print(six, six.exploded, six.is_global, ipaddress.ip_address('::1').is_loopback, ipaddress.ip_network('2001:db8::/126').num_addresses, ipaddress.IPv6Address(1), ipaddress.ip_interface('10.0.0.5/8').network)
for bad in ('256.1.1.1', '1.2.3', 'x', '1::2::3'):
    try:
        ipaddress.ip_address(bad)
    except ValueError as e:
        print(e)
try:
    ipaddress.ip_network('10.0.0.1/8')
except ValueError as e:
    print(e)
print([str(x) for x in ipaddress.summarize_address_range(ipaddress.ip_address('10.0.0.0'), ipaddress.ip_address('10.0.0.5'))], [str(x) for x in ipaddress.collapse_addresses([ipaddress.ip_network('10.0.0.0/25'), ipaddress.ip_network('10.0.0.128/25')])])
print(getopt.getopt(['-a', '-b', 'x', '--long=3', '--fl', 'rest', '-z'], 'ab:', ['long=', 'flag']), getopt.gnu_getopt(['x', '-a', 'y'], 'a'))
try:
    getopt.getopt(['-q'], 'a')
except getopt.GetoptError as e:
    print(e, e.opt)
print(importlib.import_module('os.path').join('a', 'b'), importlib.import_module('json') is __import__('json'))
data = b'hello ' * 100
print(gzip.decompress(gzip.compress(data)) == data, len(gzip.compress(data)) < 100)
buf = io.BytesIO()
with gzip.GzipFile(fileobj=buf, mode='wb') as f:
    f.write(data)
buf.seek(0)
with gzip.open(buf, 'rt') as f:
    print(f.read()[:11])
