"""What the program runs on."""
import collections
import functools
import os
import re
import sys

_FIELDS = 'system node release version machine'
_STAGES = {'dev': 10, 'alpha': 20, 'a': 20, 'beta': 30, 'b': 30, 'c': 40, 'RC': 50, 'rc': 50, 'pl': 200, 'p': 200}
_os_release_candidates = ('/etc/os-release', '/usr/lib/os-release')
_os_release_cache = None
_uname_cache = None
_sys_version_cache = {}
_platform_cache = {}


def _comparable_version(version):
    parts = []
    for part in re.findall(r'[0-9]+|[A-Za-z]+', version):
        parts += (100, int(part)) if part.isdigit() else (_STAGES.get(part, 0), part)
    return parts


def _unknown_as_blank(value):
    return '' if value == 'unknown' else value


class uname_result(collections.namedtuple('uname_result_base', _FIELDS)):
    """Six names; the processor is found out when it is asked for."""
    __slots__ = ()
    _fields = tuple(_FIELDS.split()) + ('processor',)

    @functools.cached_property
    def _processor(self):
        return ''

    @property
    def processor(self):
        return ''

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    @classmethod
    def _make(cls, iterable):
        values = list(iterable)
        if len(values) not in (5, 6):
            raise TypeError(f'Expected 5 arguments, got {len(values)}')
        return cls(*values[:5])

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return len(tuple(iter(self)))

    def __reduce__(self):
        return uname_result, tuple(self)[:5]


def uname():
    global _uname_cache
    if _uname_cache is None:
        found = os.uname() if hasattr(os, 'uname') else (sys.platform.capitalize(), 'localhost', '', '', 'x86_64')
        _uname_cache = uname_result(*map(_unknown_as_blank, found))
    return _uname_cache


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
    return uname().processor


def architecture(executable=sys.executable, bits='', linkage=''):
    return bits or ('64bit' if sys.maxsize > 2 ** 32 else '32bit'), linkage or 'ELF'


def system_alias(system, release, version):
    if system == 'SunOS' and release >= '5':
        major, dot, rest = release.partition('.')
        return 'Solaris', str(int(major) - 3) + dot + rest, version
    if system in ('win32', 'win16'):
        return 'Windows', release, version
    return system, release, version


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    return release, vendor, vminfo, osinfo


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    if executable is None:
        try:
            found = os.confstr('CS_GNU_LIBC_VERSION').split(maxsplit=1)
        except (AttributeError, ValueError, OSError):
            found = []
        if len(found) == 2:
            return tuple(found)
        executable = sys.executable
        if not executable:
            return lib, version
    with open(executable, 'rb') as f:
        data = f.read()
    for m in re.finditer(rb'(__libc_init)|(GLIBC_([0-9.]+))|(libc(_\w+)?\.so(?:\.(\d[0-9.]*))?)', data, re.ASCII):
        init, glibc, number, so, threads, so_number = [None if part is None else part.decode('latin-1') for part in m.groups()]
        if init and not lib:
            lib = 'libc'
        elif glibc:
            if lib != 'glibc':
                lib, version = 'glibc', number
            elif _comparable_version(number) > _comparable_version(version):
                version = number
        elif so and lib != 'glibc':
            lib = 'libc'
            if so_number and (not version or _comparable_version(so_number) > _comparable_version(version)):
                version = so_number
            if threads and version[-len(threads):] != threads:
                version += threads
    return lib, version


def _parse_os_release(lines):
    info = {'NAME': 'Linux', 'ID': 'linux', 'PRETTY_NAME': 'Linux'}
    for line in lines:
        m = re.match(r'^(?P<name>[a-zA-Z0-9_]+)=(?P<quote>["\']?)(?P<value>.*)(?P=quote)$', line.rstrip('\n'))
        if m:
            info[m['name']] = re.sub(r'\\([\\$"\'`])', r'\1', m['value'])
    return info


def freedesktop_os_release():
    global _os_release_cache
    if _os_release_cache is None:
        problem = None
        for candidate in _os_release_candidates:
            try:
                with open(candidate, encoding='utf-8') as f:
                    _os_release_cache = _parse_os_release(f)
                break
            except OSError as exc:
                problem = exc
        else:
            raise OSError(problem.errno, f'Unable to read files {", ".join(_os_release_candidates)}')
    return _os_release_cache.copy()


def _sys_version(sys_version=None):
    """Name, version, branch, revision, build number, build date and compiler."""
    if sys_version is None:
        sys_version = sys.version
    if sys_version in _sys_version_cache:
        return _sys_version_cache[sys_version]
    m = None
    if 'IronPython' in sys_version:
        name, build = 'IronPython', ('', '')
        m = (re.match(r'IronPython\s*([\d\.]+)(?: \(([\d\.]+)\))? on (.NET [\d\.]+)', sys_version) if sys_version.startswith('IronPython')
             else re.match(r'([\d.]+)\s*\(IronPython\s*[\d.]+\s*\(([\d.]+)\) on ([\w.]+ [\d.]+(?: \(\d+-bit\))?)\)', sys_version))
        if m is None:
            raise ValueError(f'failed to parse IronPython sys.version: {sys_version!r}')
        number, _, compiler = m.groups()
    elif 'PyPy' in sys_version:
        name, compiler = 'PyPy', ''
        m = re.match(r'([\w.+]+)\s*\(([\w]+),\s*([\w ]+),\s*([\w :]+)\)\s*\[PyPy [^\]]+\]?', sys_version)
        if m is None:
            raise ValueError(f'failed to parse PyPy sys.version: {sys_version!r}')
        number, build = m[1], (m[2], m[3])
    else:
        m = re.match(r'([\w.+]+)\s*(?:experimental free-threading build\s+)?\(#?([^,]+)(?:,\s*([\w ]*)(?:,\s*([\w :]*))?)?\)\s*\[([^\]]+)\]?', sys_version)
        if m is None:
            raise ValueError(f'failed to parse CPython sys.version: {sys_version!r}')
        number, buildno, date, time, compiler = m.groups()
        name = 'CPython'
        if sys.platform.startswith('java'):
            name, compiler, time = 'Jython', sys.platform, None
        build = buildno, ' '.join([part for part in (date, time) if part])
    git = getattr(sys, '_git', None)
    branch, revision = git[1:3] if git else ('', '')
    pieces = number.split('.')
    if len(pieces) == 2:
        number = '.'.join([*pieces, '0'])
    found = _sys_version_cache[sys_version] = name, number, branch, revision, *build, compiler
    return found


def python_implementation():
    return _sys_version()[0]


def python_version():
    return _sys_version()[1]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_branch():
    return _sys_version()[2]


def python_revision():
    return _sys_version()[3]


def python_build():
    return _sys_version()[4:6]


def python_compiler():
    return _sys_version()[6]


def platform(aliased=False, terse=False):
    key = aliased, terse
    if key in _platform_cache:
        return _platform_cache[key]
    system, node, release, version, machine, processor = uname()
    if aliased:
        system, release, version = system_alias(system, release, version)
    if system == 'Darwin' and mac_ver()[0]:
        system, release = 'macOS', mac_ver()[0]
    parts = [system, release]
    if not terse and system in ('Linux',):
        parts += [machine, 'with', ''.join(libc_ver())]
    elif not terse:
        parts += [machine, processor if processor != machine else '', architecture()[0]]
    text = '-'.join([part.strip() for part in parts if part])
    text = re.sub(r'[ /\\:;"()]', '-', text)
    text = re.sub('-+', '-', text).strip('-')
    _platform_cache[key] = text
    return text
