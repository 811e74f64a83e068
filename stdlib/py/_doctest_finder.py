"""Finding the docstrings with examples of a module or another object."""
import re
import sys
import types

from _doctest_examples import DocTestParser

_FUNCTION_KINDS = types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType


def _plain(obj):
    """The function inside a method, wrapper or property."""
    if isinstance(obj, (staticmethod, classmethod)):
        obj = obj.__func__
    if isinstance(obj, property):
        obj = obj.fget
    seen = set()
    while hasattr(obj, '__wrapped__') and id(obj) not in seen:
        seen.add(id(obj))
        obj = obj.__wrapped__
    return obj


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._verbose, self._recurse, self._exclude_empty = verbose, recurse, exclude_empty
        self._parser = DocTestParser() if parser is None else parser

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, '__module__', None))
        if globs is None:
            globs = {} if module is None else dict(vars(module))
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, self._source_lines(module), globs, set())
        tests.sort()
        return tests

    def _source_lines(self, module):
        try:
            with open(module.__file__) as f:
                return f.read().split('\n')
        except (AttributeError, TypeError, OSError, UnicodeDecodeError):
            return None

    def _from_module(self, module, obj):
        if module is None:
            return True
        if isinstance(obj, types.FunctionType):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for key, value in list(vars(obj).items()):
                plain = _plain(value)
                if isinstance(plain, (*_FUNCTION_KINDS, type)) and not isinstance(value, types.ModuleType) and self._from_module(module, plain):
                    self._find(tests, value, f'{name}.{key}', module, lines, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
                if not (isinstance(value, (str, type, types.ModuleType)) or isinstance(_plain(value), _FUNCTION_KINDS)):
                    raise ValueError(f'DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: {type(value)!r}')
                self._find(tests, value, f'{name}.__test__.{key}', module, lines, globs, seen)
        elif isinstance(obj, type):
            for key, value in list(vars(obj).items()):
                plain = _plain(value)
                if (isinstance(plain, (*_FUNCTION_KINDS, type)) or isinstance(value, property)) and (isinstance(value, property) or self._from_module(module, plain)):
                    self._find(tests, value if not isinstance(value, (staticmethod, classmethod)) else value.__func__, f'{name}.{key}', module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        docstring = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        docstring = docstring if isinstance(docstring, str) else str(docstring)
        lineno = self._line_of(obj, docstring, lines)
        if self._exclude_empty and not docstring:
            return None
        filename = None if module is None else getattr(module, '__file__', None) or module.__name__
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _line_of(self, obj, docstring, lines):
        """Index of the line the docstring begins on."""
        start = None
        if isinstance(obj, types.ModuleType) and docstring:
            start = 0
        elif isinstance(obj, type) and lines is not None:
            pattern = re.compile(rf'^\s*class\s*{re.escape(obj.__name__)}\b')
            start = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        elif not isinstance(obj, property):
            code = getattr(_plain(obj), '__code__', None)
            if code is not None and docstring:
                start = code.co_firstlineno - 1
        if start is None or lines is None:
            return start
        pattern = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((i for i in range(start, len(lines)) if pattern.match(lines[i])), None)
