"""What objects are made of."""
import keyword
import sys as _sys
import types as _types
from collections import OrderedDict, namedtuple

from _inspect_classes import Attribute, classify_class_attrs, getclasstree, walktree
from _inspect_frames import (ArgInfo, Arguments, FrameInfo, Traceback, formatargvalues, getargs, getargvalues, getframeinfo, getinnerframes,
                             getlineno, getouterframes, stack, trace)

__all__ = ['Signature', 'Parameter', 'BoundArguments', 'signature', 'getmembers', 'isfunction', 'ismethod', 'isclass', 'ismodule',
           'isbuiltin', 'isgenerator', 'isgeneratorfunction', 'iscoroutinefunction', 'iscoroutine', 'isawaitable', 'isroutine', 'isabstract',
           'isdatadescriptor', 'ismethoddescriptor', 'istraceback', 'isframe', 'iscode', 'getdoc', 'getmodule', 'getmro', 'getfullargspec',
           'cleandoc', 'unwrap', 'getattr_static', 'getsource', 'getfile', 'currentframe', 'stack', 'getcallargs', 'getgeneratorstate',
           'getclosurevars', 'get_annotations']

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'


def isfunction(object):
    return isinstance(object, _types.FunctionType)


def ismethod(object):
    return isinstance(object, _types.MethodType) and hasattr(object, '__func__') and isinstance(object.__func__, _types.FunctionType) \
        or isinstance(object, _types.MethodType) and not isinstance(getattr(object, '__func__', None), _types.BuiltinFunctionType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, _types.ModuleType)


def isbuiltin(object):
    return isinstance(object, _types.BuiltinFunctionType)


def isgenerator(object):
    return isinstance(object, _types.GeneratorType)


def isgeneratorfunction(object):
    object = getattr(object, '__func__', object)
    return isfunction(object) and bool(object.__code__.co_flags & CO_GENERATOR)


def iscoroutinefunction(object):
    return False


iscoroutine = isawaitable = isasyncgen = isasyncgenfunction = iscoroutinefunction


def ismethodwrapper(object):
    return isinstance(object, _types.MethodWrapperType)


def isgetsetdescriptor(object):
    return isinstance(object, _types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, _types.MemberDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or isinstance(object, _types.MethodType) or ismethoddescriptor(object) or ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or isinstance(object, _types.MethodType) or isfunction(object):
        return False
    return isinstance(object, _types.MethodDescriptorType) or hasattr(type(object), '__get__') and not hasattr(type(object), '__set__')


def isdatadescriptor(object):
    if isclass(object) or isinstance(object, _types.MethodType) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))


def istraceback(object):
    return isinstance(object, _types.TracebackType)


def isframe(object):
    return type(object).__name__ == 'frame'


def iscode(object):
    return isinstance(object, _types.CodeType)


def getmembers(object, predicate=None):
    names = dir(object)
    found = []
    for name in sorted(set(names)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if not predicate or predicate(value):
            found.append((name, value))
    return found


def getmembers_static(object, predicate=None):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if not predicate or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, default=...):
    """An attribute without calling any descriptor or __getattr__."""
    if isclass(obj):
        chain = obj.__mro__
        for base in chain:
            if attr in base.__dict__:
                return base.__dict__[attr]
        chain = type(obj).__mro__
        own = {}
    else:
        chain = type(obj).__mro__
        described = next((base.__dict__['__dict__'] for base in chain if '__dict__' in base.__dict__), None)
        try:
            own = {} if isinstance(described, property) else object.__getattribute__(obj, '__dict__')
        except (AttributeError, TypeError):
            own = {}
    found = next((base.__dict__[attr] for base in chain if attr in base.__dict__), _Unchanged)
    if found is not _Unchanged and any('__get__' in b.__dict__ for b in type(found).__mro__) and \
            any('__set__' in b.__dict__ or '__delete__' in b.__dict__ for b in type(found).__mro__):
        return found
    if attr in own:
        return own[attr]
    if found is not _Unchanged:
        return found
    if default is not ...:
        return default
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and (stop is None or not stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()], default=0)
    lines[0] = lines[0].lstrip()
    lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def _inherited_doc(object):
    """The doc of what a class or one of its attributes overrides."""
    if isclass(object):
        return next((base.__doc__ for base in object.__mro__[1:] if base is not builtins_object and base.__doc__ is not None), None)
    if isinstance(object, property):
        function = object.fget
        name = getattr(function, '__name__', None)
    else:
        function = getattr(object, '__func__', object)
        name = getattr(object, '__name__', None)
    cls = _sys.modules.get(getattr(function, '__module__', None))
    for part in (getattr(function, '__qualname__', None) or '').split('.')[:-1]:
        cls = getattr(cls, part, None)
    if not isclass(cls) or name is None:
        return None
    for base in cls.__mro__:
        if name in base.__dict__:
            doc = getattr(base.__dict__[name], '__doc__', None)
            if doc is not None:
                return doc
    return None


def getdoc(object):
    try:
        doc = object.__doc__
        if doc is None:
            doc = _inherited_doc(object)
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None


builtins_object = object


def getmodule(object, _filename=None):
    import sys
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    import os
    name = os.path.basename(path)
    return name[:-3] if name.endswith('.py') else None


def getfile(object):
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    object = getattr(object, '__func__', object)
    if isfunction(object):
        return object.__code__.co_filename
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    if isclass(object):
        module = getmodule(object)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')


getsourcefile = getfile


def getabsfile(object, _filename=None):
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getsourcelines(object):
    object = unwrap(object)
    try:
        with open(getfile(object)) as f:
            lines = f.read().splitlines(keepends=True)
    except OSError:
        raise OSError('could not get source code') from None
    if ismodule(object):
        return lines, 0
    object = getattr(object, '__func__', object)
    if isclass(object):
        import re
        pattern = re.compile(rf'^(\s*)class\s+{re.escape(object.__name__)}\b')
        start = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        if start is None:
            raise OSError('could not find class definition')
    else:
        if istraceback(object):
            object = object.tb_frame
        if isframe(object):
            object = object.f_code
        code = object if iscode(object) else object.__code__
        if code.co_name == '<module>':
            return lines, 0
        start = code.co_firstlineno - 1
    while start > 0 and lines[start - 1].lstrip().startswith('@'):
        start -= 1
    first = start
    while lines[first].lstrip().startswith('@') and first + 1 < len(lines):
        first += 1
    indent = len(lines[first]) - len(lines[first].lstrip())
    end = first + 1
    depth = lines[first].count('(') - lines[first].count(')')
    while end < len(lines):
        line = lines[end]
        if depth <= 0 and line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        depth += line.count('(') - line.count(')') if depth > 0 else 0
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def findsource(object):
    """All lines of the file an object comes from, and the index its definition begins at."""
    try:
        with open(getfile(object)) as f:
            lines = f.read().splitlines(keepends=True)
    except OSError:
        raise OSError('could not get source code') from None
    return (lines, 0) if ismodule(object) else (lines, max(getsourcelines(object)[1] - 1, 0))


def getcomments(object):
    """The comment above a definition, or at the start of a module."""
    try:
        lines, start = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        at = 1 if lines and lines[0].startswith('#!') else 0
        while at < len(lines) and lines[at].strip() in ('', '#'):
            at += 1
        end = at
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
        return ''.join([line.expandtabs() for line in lines[at:end]]) or None
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = start
    while start > 0 and lines[start - 1].lstrip().startswith('#') and len(lines[start - 1]) - len(lines[start - 1].lstrip()) == margin:
        start -= 1
    return ''.join([line.expandtabs().lstrip() for line in lines[start:end]]) or None


def currentframe():
    return _sys._getframe(1)


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if generator.gi_suspended else GEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    func = getattr(func, '__func__', func)
    code = func.__code__
    nonlocals = dict(zip(code.co_freevars, [c.cell_contents for c in func.__closure__ or ()]))
    import builtins
    global_vars, builtin_vars, unbound = {}, {}, set()
    for name in getattr(code, 'co_names', ()):
        if name in func.__globals__:
            global_vars[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            builtin_vars[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, global_vars, builtin_vars, unbound)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    found = dict(obj.__dict__.get('__annotations__', {}) if isclass(obj) else getattr(obj, '__annotations__', None) or {})
    if eval_str:
        scope = globals if globals is not None else getattr(unwrap(obj), '__globals__', {})
        found = {k: eval(v, scope, locals) if isinstance(v, str) else v for k, v in found.items()}
    return found


# ---- signatures ----


class _Empty:
    pass


class _Unchanged:
    """What replace() leaves as it is."""


class _Kind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __reduce__(self):
        return _kind_named, (self.name,)

    def __deepcopy__(self, memo):
        return self

    __copy__ = lambda self: self


def _kind_named(name):
    return getattr(Parameter, name)


_empty = _Empty
_empty.__name__ = _empty.__qualname__ = '_empty'


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _Kind(0, 'POSITIONAL_ONLY', 'positional-only')
    POSITIONAL_OR_KEYWORD = _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
    VAR_POSITIONAL = _Kind(2, 'VAR_POSITIONAL', 'variadic positional')
    KEYWORD_ONLY = _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
    VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, _Kind):
            if kind not in (0, 1, 2, 3, 4):
                raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
            kind = (self.POSITIONAL_ONLY, self.POSITIONAL_OR_KEYWORD, self.VAR_POSITIONAL, self.KEYWORD_ONLY, self.VAR_KEYWORD)[kind]
        if default is not _empty and kind in (2, 4):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if keyword.iskeyword(name) and kind is not self.POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_Unchanged, kind=_Unchanged, annotation=_Unchanged, default=_Unchanged):
        return type(self)(self._name if name is _Unchanged else name, self._kind if kind is _Unchanged else kind,
                          default=self._default if default is _Unchanged else default,
                          annotation=self._annotation if annotation is _Unchanged else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f'{text}: {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text = f'{text} = {self._default!r}' if self._annotation is not _empty else f'{text}={self._default!r}'
        return {2: '*', 4: '**'}.get(self._kind, '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out, started = {}, False
        for name, p in self.signature.parameters.items():
            if not started:
                if p.kind in (3, 4):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if p.kind == 4:
                out.update(self.arguments[name])
            elif p.kind != 2:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        old, new = self.arguments, {}
        for name, p in self.signature.parameters.items():
            if name in old:
                new[name] = old[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind == 2:
                new[name] = ()
            elif p.kind == 4:
                new[name] = {}
        self.arguments = new

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f'<{type(self).__name__} ({", ".join([f"{k}={v!r}" for k, v in self.arguments.items()])})>'


def _rebuilt(cls, parameters, annotation):
    return cls(parameters, return_annotation=annotation)


class Signature:
    __slots__ = ('_parameters', '_return_annotation')
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        self._parameters = OrderedDict()
        last, defaults = Parameter.POSITIONAL_ONLY, False
        for p in parameters or ():
            if p.kind < last:
                raise ValueError(f'wrong parameter order: {last.description} parameter before {p.kind.description} parameter')
            last = p.kind
            if p.name in self._parameters:
                raise ValueError(f'duplicate parameter name: {p.name!r}')
            if p.kind in (0, 1):
                if p.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError('non-default argument follows default argument')
            self._parameters[p.name] = p
        self._return_annotation = return_annotation

    @property
    def parameters(self):
        return _types.MappingProxyType(self._parameters) if hasattr(_types, 'MappingProxyType') else self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _of_class(cls, signature(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str))

    def replace(self, *, parameters=_Unchanged, return_annotation=_Unchanged):
        return type(self)(self._parameters.values() if parameters is _Unchanged else parameters,
                          return_annotation=self._return_annotation if return_annotation is _Unchanged else return_annotation)

    def _state(self):
        """What signatures are compared by: the order of keyword-only parameters does not count."""
        parameters = self._parameters.values()
        return ([p for p in parameters if p.kind != 3], {p.name: p for p in parameters if p.kind == 3}, self._return_annotation)

    def __hash__(self):
        ordered, named, annotation = self._state()
        return hash((tuple(ordered), frozenset(named.values()), annotation))

    def __eq__(self, other):
        return self._state() == other._state() if isinstance(other, Signature) else NotImplemented

    def __reduce__(self):
        return _rebuilt, (type(self), tuple(self._parameters.values()), self._return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, kwargs = {}, dict(kwargs)
        args = list(args)
        var_keyword = None
        for name, p in self._parameters.items():
            if args and p.kind in (3, 4):
                raise TypeError('too many positional arguments')
            if p.kind == 0 and name in kwargs and not args:
                raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
            if p.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif p.kind == 4:
                var_keyword = p
            elif p.kind != 3 and args:
                if name in kwargs and p.kind == 1:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = args.pop(0)
            elif name in kwargs and p.kind != 0:
                arguments[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                kind = ' keyword-only' if p.kind == 3 else ''
                raise TypeError(f'missing a required{kind} argument: {name!r}' if not kind else f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            if var_keyword is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[var_keyword.name] = kwargs
        ordered = {name: arguments[name] for name in self._parameters if name in arguments}
        return BoundArguments(self, ordered)

    def __str__(self):
        out, positional, star = [], False, False
        for p in self._parameters.values():
            if p.kind == 0:
                positional = True
            elif positional:
                out.append('/')
                positional = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                out.append('*')
                star = True
            out.append(str(p))
        if positional:
            out.append('/')
        text = f'({", ".join(out)})'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'


def _of_class(cls, sig):
    return sig if type(sig) is cls else cls(sig.parameters.values(), return_annotation=sig.return_annotation)


def _like_function(obj):
    """Has it what functions have?"""
    if not callable(obj) or isclass(obj):
        return False
    return (isinstance(getattr(obj, '__name__', None), str) and isinstance(getattr(obj, '__code__', None), _types.CodeType)
            and isinstance(getattr(obj, '__defaults__', ()), (tuple, type(None))) and isinstance(getattr(obj, '__annotations__', {}), (dict, type(None))))


def _of_function(func, evaluated=None):
    code = func.__code__
    names = code.co_varnames
    count, only = code.co_argcount, code.co_kwonlyargcount
    positional_only = getattr(code, 'co_posonlyargcount', 0)
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    notes = (getattr(func, '__annotations__', None) or {}) if evaluated is None else evaluated
    parameters = []
    for i in range(count):
        k = i - (count - len(defaults))
        parameters.append(Parameter(names[i], Parameter.POSITIONAL_ONLY if i < positional_only else Parameter.POSITIONAL_OR_KEYWORD,
                                    default=defaults[k] if k >= 0 else _empty, annotation=notes.get(names[i], _empty)))
    at = count + only
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + only]:
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=keyword_defaults.get(name, _empty), annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return Signature(parameters, return_annotation=notes.get('return', _empty))


def _of_text(text):
    """The signature written down for a native function."""
    scope = {}
    exec(f'def f{text}: pass', scope)
    return _of_function(scope['f'])


def _without_first(sig):
    parameters = list(sig._parameters.values())
    if parameters and parameters[0].kind in (0, 1):
        parameters = parameters[1:]
    elif not parameters or parameters[0].kind not in (2,):
        raise ValueError('invalid method signature')
    return sig.replace(parameters=parameters)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    how = {'follow_wrapped': follow_wrapped, 'globals': globals, 'locals': locals, 'eval_str': eval_str}
    if isinstance(obj, _types.MethodType) and hasattr(obj, '__func__'):
        return _without_first(signature(obj.__func__, **how))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__'))
    known = getattr(obj, '__signature__', None)
    if isinstance(known, Signature):
        return known
    if isinstance(obj, _types.MethodType) and hasattr(obj, '__func__'):
        return _without_first(signature(obj.__func__))
    if known is not None:
        raise TypeError(f'unexpected object {known!r} in __signature__ attribute')
    if isfunction(obj) or _like_function(obj):
        return _of_function(obj, get_annotations(obj, globals=globals, locals=locals, eval_str=True) if eval_str else None)
    import functools
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    if isclass(obj):
        meta_call = getattr_static(type(obj), '__call__', None)
        if isfunction(meta_call):
            return _without_first(_of_function(meta_call))
        for name in ('__new__', '__init__'):
            found = getattr_static(obj, name, None)
            found = getattr(found, '__func__', found)
            if isfunction(found):
                return _without_first(signature(found, **how))
        if hasattr(obj, '_fields') and issubclass(obj, tuple):
            defaults = obj._field_defaults
            return Signature([Parameter(n, Parameter.POSITIONAL_OR_KEYWORD, default=defaults.get(n, _empty)) for n in obj._fields])
        if object in obj.__mro__ and all(b is object or b.__module__ != 'builtins' for b in obj.__mro__):
            return Signature()
    text = getattr(obj, '__text_signature__', None)
    if text:
        found = _of_text(text.replace('$', ''))
        receiver = text.startswith(('($self', '($type')) and getattr(obj, '__self__', None) is not None
        return _without_first(found) if receiver or text.startswith('($module') else found
    if not isclass(obj) and not isbuiltin(obj):
        call = getattr_static(type(obj), '__call__', None)
        if isfunction(call):
            return _without_first(_of_function(call))
    raise ValueError(f'no signature found for builtin {obj!r}' if not isclass(obj) or obj is type else f'no signature found for builtin type {obj!r}')


def _of_partial(obj):
    sig = signature(obj.func)
    try:
        bound = sig.bind_partial(*obj.args, **obj.keywords)
    except TypeError as e:
        raise ValueError(f'partial object {obj!r} has incorrect arguments') from e
    out, keyword_only = [], False
    for name, p in sig.parameters.items():
        if p.kind in (0, 1) and name in bound.arguments and name not in obj.keywords:
            continue
        if name in obj.keywords:
            keyword_only = True
            out.append(p.replace(kind=Parameter.KEYWORD_ONLY, default=obj.keywords[name]))
        elif keyword_only and p.kind == 1:
            out.append(p.replace(kind=Parameter.KEYWORD_ONLY))
        elif not (keyword_only and p.kind == 2):
            out.append(p)
    return sig.replace(parameters=out)


FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    sig = _of_function(getattr(func, '__func__', func)) if isfunction(getattr(func, '__func__', func)) else signature(func)
    args, varargs, varkw, defaults, only, only_defaults, notes = [], None, None, [], [], {}, {}
    for name, p in sig.parameters.items():
        if p.kind in (0, 1):
            args.append(name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 2:
            varargs = name
        elif p.kind == 3:
            only.append(name)
            if p.default is not _empty:
                only_defaults[name] = p.default
        else:
            varkw = name
        if p.annotation is not _empty:
            notes[name] = p.annotation
    if sig.return_annotation is not _empty:
        notes = {'return': sig.return_annotation, **notes}
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, only_defaults or None, notes)


def getcallargs(func, /, *positional, **named):
    """What a call would give each parameter; errors are those of the call."""
    inner = getattr(func, '__func__', func)
    if hasattr(func, '__self__') and func.__self__ is not None and inner is not func:
        positional = (func.__self__, *positional)
    sig = _of_function(inner)
    plain = Signature([p.replace(annotation=_empty) if p.default is _empty else p.replace(annotation=_empty, default=None) for p in sig.parameters.values()])
    scope = {}
    exec(f'def f{plain}: return locals()', scope)
    made = scope['f']
    made.__name__, made.__qualname__ = inner.__name__, inner.__name__
    made.__defaults__, made.__kwdefaults__ = inner.__defaults__, inner.__kwdefaults__
    return made(*positional, **named)
