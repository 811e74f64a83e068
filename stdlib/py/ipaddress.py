"""Internet addresses and networks."""
__all__ = ['ip_address', 'ip_network', 'ip_interface', 'IPv4Address', 'IPv4Network', 'IPv4Interface', 'IPv6Address', 'IPv6Network',
           'IPv6Interface', 'AddressValueError', 'NetmaskValueError', 'collapse_addresses', 'summarize_address_range', 'v4_int_to_packed',
           'v6_int_to_packed', 'get_mixed_type_key', 'IPV4LENGTH', 'IPV6LENGTH']

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _parse4(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split('.')
    if len(parts) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')
    number = 0
    for part in parts:
        if not part:
            raise AddressValueError(f'Empty octet not permitted in {text!r}')
        if not (part.isascii() and part.isdigit()):
            raise AddressValueError(f'Only decimal digits permitted in {part!r} in {text!r}')
        if len(part) > 3:
            raise AddressValueError(f'At most 3 characters permitted in {part!r} in {text!r}')
        if part != '0' and part[0] == '0':
            raise AddressValueError(f'Leading zeros are not permitted in {part!r} in {text!r}')
        if int(part) > 255:
            raise AddressValueError(f'Octet {int(part)} (> 255) not permitted in {text!r}')
        number = number << 8 | int(part)
    return number


def _parse6(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            v4 = _parse4(parts.pop())
        except AddressValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None
        parts += [f'{v4 >> 16:x}', f'{v4 & 0xFFFF:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    skip = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if skip is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            skip = i
    if skip is not None:
        high, low = skip, len(parts) - skip - 1
        if not parts[0]:
            high -= 1
            if high:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            low -= 1
            if low:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if high + low > 7:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = parts[:high] + ['0'] * (8 - high - low) + (parts[-low:] if low else [])
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    number = 0
    for part in parts:
        if any(c not in '0123456789abcdefABCDEF' for c in part):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')
        number = number << 16 | int(part, 16)
    return number


def _show4(number):
    return '.'.join([str(number >> s & 255) for s in (24, 16, 8, 0)])


def _show6(number):
    words = [f'{number >> s & 0xFFFF:x}' for s in range(112, -1, -16)]
    best, length, i = 0, 1, 0
    while i < 8:
        j = i
        while j < 8 and words[j] == '0':
            j += 1
        if j - i > length:
            best, length = i, j - i
        i = max(j, i + 1)
    if length == 1:
        return ':'.join(words)
    return ':'.join(words[:best]) + '::' + ':'.join(words[best + length:])


def _checked_int(address, cls):
    if address < 0:
        raise AddressValueError(f'{address} (< 0) is not permitted as an IPv{cls.version} address')
    if address >> cls.max_prefixlen:
        raise AddressValueError(f'{address} (>= 2**{cls.max_prefixlen}) is not permitted as an IPv{cls.version} address')
    return address


class _Base:
    def __ge__(self, other):
        result = self.__lt__(other)
        return result if result is NotImplemented else not result

    def __le__(self, other):
        result = self.__lt__(other)
        return result if result is NotImplemented else result or self == other

    def __gt__(self, other):
        result = self.__lt__(other)
        return result if result is NotImplemented else not result and self != other


class _Address(_Base):
    _scope_id = None

    def __init__(self, address):
        if isinstance(address, int):
            self._ip = _checked_int(address, self)
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError(f'{address!r} (len {len(address)} != {self.max_prefixlen // 8}) is not permitted as an '
                                        f'IPv{self.version} address')
            self._ip = int.from_bytes(address, 'big')
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            if self.version == 6 and '%' in text:
                text, _, self._scope_id = text.partition('%')
                if not self._scope_id or '%' in self._scope_id:
                    raise AddressValueError(f'Invalid IPv6 address: "{address!r}"')
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        text = self._show(self._ip)
        return text if self._scope_id is None else f'{text}%{self._scope_id}'

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash(hex(self._ip)) if self._scope_id is None else hash((self._ip, self._scope_id))

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self.version == other.version and self._scope_id == other._scope_id

    def _check(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        self._check(other)
        return self._ip < other._ip

    def __format__(self, spec):
        """Text by a plain spec; b, x, X or n for the number, with # and _."""
        import re
        found = re.fullmatch('(#?)(_?)([xbnX])', spec)
        if not spec or spec[-1] == 's':
            return format(str(self), spec)
        if not found:
            return super().__format__(spec)
        alternate, grouping, kind = found.groups()
        if kind == 'n':
            kind = 'b' if self.version == 4 else 'x'
        width = self.max_prefixlen if kind == 'b' else self.max_prefixlen // 4
        if grouping:
            width += width // 4 - 1
        if alternate:
            width += 2
        return format(int(self), f'{alternate}0{width}{grouping}{kind}')

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, 'big')

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        return str(self) if self.version == 4 else ':'.join([f'{self._ip >> s & 0xFFFF:04x}' for s in range(112, -1, -16)])

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(reversed(self.exploded.replace(':', ''))) + '.ip6.arpa'

    def _in(self, *networks):
        return any((self._ip & n._mask) == int(n.network_address) for n in map(_network, networks))

    @property
    def is_loopback(self):
        return self._in('127.0.0.0/8') if self.version == 4 else self._ip == 1

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_multicast(self):
        return self._in('224.0.0.0/4' if self.version == 4 else 'ff00::/8')

    @property
    def is_link_local(self):
        return self._in('169.254.0.0/16' if self.version == 4 else 'fe80::/10')

    @property
    def is_reserved(self):
        return self._in('240.0.0.0/4') if self.version == 4 else self._in('::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4',
                                                                       '4000::/3', '6000::/3', '8000::/3', 'a000::/3', 'c000::/3', 'e000::/4',
                                                                       'f000::/5', 'f800::/6', 'fe00::/9')

    @property
    def is_private(self):
        return self._in(*_PRIVATE[self.version])

    @property
    def is_global(self):
        return not self.is_private and not (self.version == 4 and self._in('100.64.0.0/10'))

    def __reduce__(self):
        return type(self), (str(self),)


def _strict_or_mapped(name):
    """Addresses that map IPv4 ones are what those are."""
    plain = getattr(_Address, name).fget

    def get(self):
        mapped = self.ipv4_mapped
        return plain(self) if mapped is None else getattr(mapped, name)
    return property(get)


class IPv4Address(_Address):
    version = 4
    max_prefixlen = 32
    _parse, _show = staticmethod(_parse4), staticmethod(_show4)


class IPv6Address(_Address):
    version = 6
    max_prefixlen = 128
    _parse, _show = staticmethod(_parse6), staticmethod(_show6)

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def is_site_local(self):
        return self._in('fec0::/10')

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None

    is_private = _strict_or_mapped('is_private')


def _network(text, known={}):
    found = known.get(text)
    if found is None:
        found = known[text] = ip_network(text)
    return found


_PRIVATE = {4: ('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/29', '192.0.0.170/31', '192.0.2.0/24',
                '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32'),
            6: ('::1/128', '::/128', '::ffff:0:0/96', '100::/64', '2001::/23', '2001:2::/48', '2001:db8::/32', '2001:10::/28', 'fc00::/7',
                'fe80::/10')}


class _Network(_Base):
    def __init__(self, address, strict=True):
        prefix = self.max_prefixlen
        if isinstance(address, (bytes, int)):
            self.network_address = self._address_class(address)
        else:
            if isinstance(address, tuple):
                parts = address
            else:
                parts = str(address).split('/')
                if len(parts) > 2:
                    raise AddressValueError(f"Only one '/' permitted in {str(address)!r}")
            self.network_address = self._address_class(parts[0])
            if len(parts) > 1:
                prefix = parts[1]
        self.prefixlen = self._prefix_of(prefix)
        bits = self.max_prefixlen
        self._mask = (1 << bits) - (1 << bits - self.prefixlen)
        number = int(self.network_address)
        if number & self._mask != number:
            if strict:
                raise ValueError(f'{address} has host bits set' if not isinstance(address, tuple) else f'{self.network_address} has host bits set')
            self.network_address = self._address_class(number & self._mask)

    @classmethod
    def _prefix_of(cls, prefix):
        bits = cls._address_class.max_prefixlen

        def fail():
            raise NetmaskValueError(f'{str(prefix)!r} is not a valid netmask') from None
        if isinstance(prefix, int):
            if not 0 <= prefix <= bits:
                raise NetmaskValueError(f'{prefix} is not a valid netmask')
            return prefix
        if isinstance(prefix, str) and prefix.isascii() and prefix.isdigit():
            number = int(prefix)
            return number if number <= bits else fail()
        if cls._address_class.version == 6:
            fail()
        try:
            mask = int(cls._address_class(prefix))
        except AddressValueError:
            fail()
        inverted = mask ^ (1 << bits) - 1
        if inverted & inverted + 1 == 0:
            return bits - inverted.bit_length()
        if mask & mask + 1 == 0:
            return bits - mask.bit_length()
        fail()

    @property
    def version(self):
        return self._address_class.version

    @property
    def max_prefixlen(self):
        return self._address_class.max_prefixlen

    @property
    def netmask(self):
        return self._address_class(self._mask)

    @property
    def hostmask(self):
        return self._address_class(self._mask ^ (1 << self.max_prefixlen) - 1)

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        return 1 << self.max_prefixlen - self.prefixlen

    @property
    def with_prefixlen(self):
        return f'{self.network_address}/{self.prefixlen}'

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    compressed = with_prefixlen

    @property
    def exploded(self):
        return f'{self.network_address.exploded}/{self.prefixlen}'

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(reversed(self.exploded.replace(':', ''))) + '.ip6.arpa'

    def __reduce__(self):
        return type(self), (str(self),)

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __iter__(self):
        first = int(self.network_address)
        for n in range(first, first + self.num_addresses):
            yield self._address_class(n)

    def __getitem__(self, n):
        if n < 0:
            n += self.num_addresses
        if not 0 <= n < self.num_addresses:
            raise IndexError('address out of range')
        return self._address_class(int(self.network_address) + n)

    def hosts(self):
        first, size = int(self.network_address), self.num_addresses
        if self.prefixlen >= self.max_prefixlen - 1:
            return [self._address_class(n) for n in range(first, first + size)]
        end = first + size - (1 if self.version == 4 else 0)
        return (self._address_class(n) for n in range(first + 1, end))

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return other.version == self.version and other._ip & self._mask == int(self.network_address)

    def _key(self):
        return self.version, int(self.network_address), self.prefixlen

    def compare_networks(self, other):
        """-1, 0 or 1."""
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same type')
        mine, theirs = self._key(), other._key()
        return (mine > theirs) - (mine < theirs)

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self._key() == other._key() and self.network_address == other.network_address

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def overlaps(self, other):
        return other.network_address in self or self.network_address in other

    def _same_version(self, other):
        if not isinstance(other, _Network) or self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version' if hasattr(other, 'version') else
                            f'Unable to test subnet containment between {self} and {other}')

    def subnet_of(self, other):
        self._same_version(other)
        return other.prefixlen <= self.prefixlen and self.network_address in other

    def supernet_of(self, other):
        self._same_version(other)
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        new = self.prefixlen + prefixlen_diff
        if new > self.max_prefixlen:
            raise ValueError(f'prefix length diff {new} is invalid for netblock {self}')
        first, step = int(self.network_address), 1 << self.max_prefixlen - new
        for n in range(first, first + self.num_addresses, step):
            yield type(self)((n, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self.prefixlen - new_prefix
        new = self.prefixlen - prefixlen_diff
        if new < 0:
            raise ValueError(f'current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return type(self)((int(self.network_address), new), strict=False)

    def address_exclude(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _Network):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        current = self
        while current != other:
            a, b = current.subnets()
            if other.subnet_of(a):
                yield b
                current = a
            else:
                yield a
                current = b

    @property
    def is_private(self):
        ends = self.network_address, self.broadcast_address
        return any(all(end in net for end in ends) for net in map(_network, _PRIVATE[self.version]))

    is_global = property(lambda self: self.network_address.is_global and self.broadcast_address.is_global)
    is_multicast = property(lambda self: self.network_address.is_multicast and self.broadcast_address.is_multicast)
    is_loopback = property(lambda self: self.network_address.is_loopback and self.broadcast_address.is_loopback)
    is_link_local = property(lambda self: self.network_address.is_link_local and self.broadcast_address.is_link_local)
    is_reserved = property(lambda self: self.network_address.is_reserved and self.broadcast_address.is_reserved)
    is_unspecified = property(lambda self: self.network_address.is_unspecified and self.broadcast_address.is_unspecified)


class IPv4Network(_Network):
    _address_class = IPv4Address


class IPv6Network(_Network):
    _address_class = IPv6Address
    is_site_local = property(lambda self: self.network_address.is_site_local and self.broadcast_address.is_site_local)


class _Interface:
    def __init__(self, address):
        if isinstance(address, (bytes, int)):
            address, prefix = address, self.max_prefixlen
        elif isinstance(address, tuple):
            address, prefix = address if len(address) > 1 else (address[0], self.max_prefixlen)
        else:
            parts = str(address).split('/')
            if len(parts) > 2:
                raise AddressValueError(f"Only one '/' permitted in {str(address)!r}")
            address, prefix = parts if len(parts) > 1 else (parts[0], self.max_prefixlen)
        super().__init__(address)
        self.network = self._network_class((self._ip, prefix), strict=False)
        if self._scope_id is not None:
            self.network.network_address._scope_id = None

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def hostmask(self):
        return self.network.hostmask

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen, int(self.network.network_address)))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented:
            return less
        if not isinstance(other, _Interface):
            return False
        return self.network < other.network or self.network == other.network and less

    def _address_text(self):
        text = self._show(self._ip)
        return text if self._scope_id is None else f'{text}%{self._scope_id}'

    @property
    def with_prefixlen(self):
        return f'{self._address_text()}/{self.network.prefixlen}'

    @property
    def with_netmask(self):
        return f'{self._address_text()}/{self.network.netmask}'

    @property
    def with_hostmask(self):
        return f'{self._address_text()}/{self.network.hostmask}'

    compressed = with_prefixlen

    @property
    def exploded(self):
        return f'{super().exploded}/{self.network.prefixlen}' if self.version == 6 else self.with_prefixlen

    def __str__(self):
        return self.with_prefixlen


class IPv4Interface(_Interface, IPv4Address):
    _network_class, _plain = IPv4Network, IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class, _plain = IPv6Network, IPv6Address


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4') from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, 'big')
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6') from None


def get_mixed_type_key(obj):
    """A key that sorts networks and addresses together."""
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented


def _either(value, four, six, what, *args):
    for cls in (four, six):
        try:
            return cls(value, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{value!r} does not appear to be an IPv4 or IPv6 {what}')


def ip_address(address):
    return _either(address, IPv4Address, IPv6Address, 'address')


def ip_network(address, strict=True):
    return _either(address, IPv4Network, IPv6Network, 'network', strict)


def ip_interface(address):
    return _either(address, IPv4Interface, IPv6Interface, 'interface')


def summarize_address_range(first, last):
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    if first.version not in (4, 6):
        raise ValueError('unknown IP version')
    cls = IPv4Network if first.version == 4 else IPv6Network
    bits = first.max_prefixlen
    a, b = int(first), int(last)
    while a <= b:
        size = min((a & -a).bit_length() - 1 if a else bits, (b - a + 1).bit_length() - 1)
        yield cls((a, bits - size))
        a += 1 << size


def _find_address_range(addresses):
    """Runs of addresses that follow each other."""
    first = last = None
    for address in addresses:
        if first is None:
            first = last = address
        elif address._ip == last._ip + 1:
            last = address
        else:
            yield first, last
            first = last = address
    if first is not None:
        yield first, last


def _count_righthand_zero_bits(number, bits):
    return bits if number == 0 else min(bits, (~number & number - 1).bit_length())


def collapse_addresses(addresses):
    ranges = []
    given = {}
    version = None
    for item in addresses:
        if version is not None and item.version != version:
            raise TypeError(f'{item} and {sample_item} are not of the same version')
        version, sample_item = item.version, item
        first, last = (item, item) if isinstance(item, _Address) else (item.network_address, item.broadcast_address)
        ranges.append((int(first), int(last)))
        if isinstance(item, _Network):
            given.setdefault(ranges[-1], item)
    ranges.sort()
    joined = []
    for a, b in ranges:
        if joined and a <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], b)
        else:
            joined.append([a, b])
    plain = IPv4Address if version == 4 else IPv6Address
    found = []
    for a, b in joined:
        found.extend([given[a, b]] if (a, b) in given else summarize_address_range(plain(a), plain(b)))
    return iter(found)
