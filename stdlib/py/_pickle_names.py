"""Names of Python 2, which the protocols before 3 use."""
import builtins

_modules = {
    'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'configparser': 'ConfigParser', 'reprlib': 'repr', '_thread': 'thread',
    'dbm.dumb': 'dumbdbm', 'http.client': 'httplib', 'html.entities': 'htmlentitydefs', 'html.parser': 'HTMLParser', 'http.cookies': 'Cookie',
    'urllib.parse': 'urlparse', 'urllib.request': 'urllib2', 'dbm': 'anydbm', 'collections.abc': '_abcoll', 'socketserver': 'SocketServer',
    'xmlrpc.client': 'xmlrpclib', 'http.server': 'BaseHTTPServer', 'subprocess': 'commands', '_functools': 'functools', '_pickle': 'pickle',
}
_names = {
    ('builtins', 'range'): ('__builtin__', 'xrange'), ('functools', 'reduce'): ('__builtin__', 'reduce'), ('sys', 'intern'): ('__builtin__', 'intern'),
    ('builtins', 'chr'): ('__builtin__', 'unichr'), ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'), ('builtins', 'filter'): ('itertools', 'ifilter'),
    ('itertools', 'filterfalse'): ('itertools', 'ifilterfalse'), ('itertools', 'zip_longest'): ('itertools', 'izip_longest'),
    ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'), ('collections', 'UserList'): ('UserList', 'UserList'),
    ('collections', 'UserString'): ('UserString', 'UserString'), ('urllib.parse', 'quote'): ('urllib', 'quote'),
    ('urllib.parse', 'unquote'): ('urllib', 'unquote'), ('urllib.parse', 'urlencode'): ('urllib', 'urlencode'),
}
_os_errors = {'BrokenPipeError', 'ChildProcessError', 'ConnectionAbortedError', 'ConnectionError', 'ConnectionRefusedError', 'ConnectionResetError',
              'FileExistsError', 'FileNotFoundError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError', 'PermissionError',
              'ProcessLookupError', 'TimeoutError'}
_new_errors = {'BlockingIOError', 'BaseExceptionGroup', 'ExceptionGroup', 'EncodingWarning', 'RecursionError', 'ResourceWarning', 'StopAsyncIteration'}
_modules_back = {old: new for new, old in _modules.items() if not new.startswith('_')} | {'thread': '_thread'}
_names_back = {old: new for new, old in _names.items()} | {('__builtin__', 'basestring'): ('builtins', 'str'),
                                                           ('exceptions', 'StandardError'): ('builtins', 'Exception')}


def name_of_python2(module, name):
    found = _names.get((module, name))
    if found is not None:
        return found
    if module == 'builtins' and isinstance(getattr(builtins, name, None), type) and issubclass(getattr(builtins, name), BaseException):
        if name in _os_errors:
            return 'exceptions', 'OSError'
        if name == 'ModuleNotFoundError':
            return 'exceptions', 'ImportError'
        if name not in _new_errors:
            return 'exceptions', name
    return _modules.get(module, module), name


def name_of_python3(module, name):
    found = _names_back.get((module, name))
    if found is not None:
        return found
    if module == 'exceptions':
        return 'builtins', name
    return _modules_back.get(module, module), name
