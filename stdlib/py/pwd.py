"""The users of the system."""
from collections import namedtuple

struct_passwd = namedtuple('struct_passwd', 'pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell')
struct_passwd.__module__ = 'pwd'


def getpwall():
    users = []
    with open('/etc/passwd', errors='surrogateescape') as f:
        for line in f:
            parts = line.rstrip('\n').split(':')
            if len(parts) == 7:
                users.append(struct_passwd(parts[0], parts[1], int(parts[2]), int(parts[3]), *parts[4:]))
    return users


def getpwnam(name, /):
    if not isinstance(name, str):
        raise TypeError(f'getpwnam() argument must be str, not {type(name).__name__}')
    for user in getpwall():
        if user.pw_name == name:
            return user
    raise KeyError(f'getpwnam(): name not found: {name!r}')


def getpwuid(uid, /):
    uid = uid.__index__()
    for user in getpwall():
        if user.pw_uid == uid:
            return user
    raise KeyError(f'getpwuid(): uid not found: {uid}')
