"""The groups of the system."""
from collections import namedtuple

struct_group = namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem')
struct_group.__module__ = 'grp'


def getgrall():
    groups = []
    with open('/etc/group', errors='surrogateescape') as f:
        for line in f:
            parts = line.rstrip('\n').split(':')
            if len(parts) == 4:
                groups.append(struct_group(parts[0], parts[1], int(parts[2]), parts[3].split(',') if parts[3] else []))
    return groups


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f'getgrnam() argument must be str, not {type(name).__name__}')
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError(f'getgrnam(): name not found: {name!r}')


def getgrgid(id):
    id = id.__index__()
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError(f'getgrgid(): gid not found: {id}')
