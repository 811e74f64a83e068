"""What the process has used."""
import os
from collections import namedtuple

RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1
RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK, RLIMIT_AS = range(10)
error = OSError
struct_rusage = namedtuple('struct_rusage', 'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock '
                           'ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw')
_limits = ('Max cpu time', 'Max file size', 'Max data size', 'Max stack size', 'Max core file size', 'Max resident set', 'Max processes',
           'Max open files', 'Max locked memory', 'Max address space')


def _status(name):
    try:
        with open('/proc/self/status') as f:
            for line in f:
                if line.startswith(name + ':'):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def getrusage(who, /):
    """Times in seconds, memory in kilobytes."""
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError('invalid who parameter')
    times = os.times()
    if who == RUSAGE_CHILDREN:
        return struct_rusage(times.children_user, times.children_system, *[0] * 14)
    return struct_rusage(times.user, times.system, _status('VmHWM'), *[0] * 11, _status('voluntary_ctxt_switches'), _status('nonvoluntary_ctxt_switches'))


def getrlimit(resource, /):
    """The soft and the hard limit."""
    if not 0 <= resource < len(_limits):
        raise ValueError('invalid resource specified')
    with open('/proc/self/limits') as f:
        for line in f:
            if line.startswith(_limits[resource]):
                soft, hard = line[len(_limits[resource]):].split()[:2]
                return tuple([RLIM_INFINITY if text == 'unlimited' else int(text) for text in (soft, hard)])
    return RLIM_INFINITY, RLIM_INFINITY


def setrlimit(resource, limits, /):
    """Limits of the process are the server's."""
    if getrlimit(resource) != tuple(limits):
        raise ValueError('not allowed to raise maximum limit')


def getpagesize():
    return 4096
