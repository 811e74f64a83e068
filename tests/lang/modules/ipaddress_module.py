import copy
import ipaddress
import pickle


def error(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)


for text in ['1.2.3.4', '1.2.3', '1.2.3.256', '01.2.3.4', '1..2.3', '1.2.3.a', '', '1.2.3.4/8', 5, -1, 2 ** 32, b'\x01\x02\x03\x04', b'\x01']:
    error(ipaddress.IPv4Address, text)
for text in ['::1', '2001:db8::8a2e:370:7334', '1:2:3:4:5:6:7', '1::2::3', ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7:', '::12345', '::g', '::ffff:1.2.3.4', '::1.2.3.400',
             'fe80::1%eth0', 'fe80::1%', '1:2:3:4:5:6:7:8:9', '::', 2 ** 128, '1:2']:
    error(ipaddress.IPv6Address, text)
for text in ['10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33', '10.0.0.0/255.255.0.0', '10.0.0.0/0.0.255.255', '10.0.0.0/255.0.255.0', '10.0.0.0/a', '2001:db8::/32',
             '2001:db8::1/32', '::/129', '1/2/3', ('10.0.0.0', 24), 5]:
    error(ipaddress.ip_network, text)
for text in ['10.0.0.5/8', '10.0.0.5', 'fe80::1/64', ('10.1.2.3', '16'), 'x']:
    error(ipaddress.ip_interface, text)
error(ipaddress.ip_address, 'nothing')
a = ipaddress.ip_address('192.168.1.10')
print(a + 1, a - 10, int(a), a.packed, a.reverse_pointer, a.is_private, a.is_global, a < ipaddress.ip_address('192.168.1.11'), f'{a:x} {a:#b} {a:_n} {a:>16s}')
error(lambda: a < ipaddress.ip_address('::1'))
six = ipaddress.ip_address('2001:db8::1')
print(six.exploded, six.compressed, six.reverse_pointer, six.is_private, ipaddress.ip_address('::ffff:10.0.0.1').ipv4_mapped,
      ipaddress.ip_address('2002:0102:0304::').sixtofour, ipaddress.ip_address('fe80::1%eth0').scope_id)
n = ipaddress.ip_network('192.168.0.0/29')
print(list(n.hosts()), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, n[1], n[-1], a in n, len(list(n)), n.with_netmask, n.with_hostmask)
print(list(n.subnets()), list(n.subnets(new_prefix=31))[:2], n.supernet(), n.supernet(new_prefix=8), n.overlaps(ipaddress.ip_network('192.168.0.4/30')))
print(n.subnet_of(ipaddress.ip_network('192.168.0.0/16')), n.supernet_of(n), list(n.address_exclude(ipaddress.ip_network('192.168.0.4/31'))))
error(lambda: list(n.subnets(new_prefix=20)))
error(lambda: list(n.subnets(prefixlen_diff=9)))
error(n.supernet, prefixlen_diff=40)
error(lambda: n[99])
error(n.subnet_of, ipaddress.ip_network('::/0'))
i = ipaddress.ip_interface('10.0.0.5/24')
print(i, i.ip, i.network, i.with_netmask, i.with_hostmask, i == ipaddress.ip_interface('10.0.0.5/25'), i == i.ip, i < ipaddress.ip_interface('10.0.0.6/24'))
print(list(ipaddress.summarize_address_range(ipaddress.ip_address('10.0.0.1'), ipaddress.ip_address('10.0.0.10'))))
print(list(ipaddress.collapse_addresses([ipaddress.ip_network('10.0.0.0/25'), ipaddress.ip_network('10.0.0.128/25'), ipaddress.ip_network('10.0.2.0/24')])))
mixed = [ipaddress.ip_network('10.0.0.0/8'), ipaddress.ip_address('10.0.0.1'), ipaddress.ip_address('9.0.0.1')]
print(sorted(mixed, key=ipaddress.get_mixed_type_key))
for value in (a, six, n, i):
    print(pickle.loads(pickle.dumps(value)) == value, copy.deepcopy(value) == value, hash(value) == hash(copy.copy(value)))
