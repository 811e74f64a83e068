"""What the program runs on."""
import sys
from collections import namedtuple

uname_result = namedtuple('uname_result', 'system node release version machine')


def uname():
    import os
    found = os.uname() if hasattr(os, 'uname') else ('Linux', 'localhost', '', '', 'x86_64')
    return uname_result(*found)


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ''


def architecture(executable=None, bits='', linkage=''):
    return '64bit', 'ELF'


def python_version():
    return '.'.join([str(n) for n in sys.version_info[:3]])


def python_version_tuple():
    return tuple([str(n) for n in sys.version_info[:3]])


def python_implementation():
    return getattr(sys.implementation, 'name', 'scriptling').capitalize() if hasattr(sys, 'implementation') else 'Scriptling'


def python_build():
    return 'default', ''


def python_compiler():
    return ''


def python_branch():
    return ''


python_revision = python_branch


def platform(aliased=False, terse=False):
    found = uname()
    return '-'.join([part for part in (found.system, found.release, found.machine) if part])


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return 'glibc', ''
