"""Members and relations of classes."""
import types
from collections import namedtuple

Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    order = cls.__mro__
    metaclasses = tuple(c for c in type(cls).__mro__ if c not in (type, object))
    places = order + metaclasses
    names = list(dir(cls))
    for base in order:
        names += [name for name, value in vars(base).items() if isinstance(value, types.DynamicClassAttribute) and value.fget is not None]
    found, done = [], set()
    for name in names:
        if name in done:
            continue
        done.add(name)
        home = value = None
        for place in places:
            if name in vars(place):
                home, value = place, vars(place)[name]
                break
        if home is None:
            try:
                value = getattr(cls, name)
            except Exception:
                continue
            home = getattr(value, '__objclass__', None)
            if home is None:
                continue
        if isinstance(value, (staticmethod, types.BuiltinMethodType)) and not isinstance(value, types.MethodDescriptorType):
            kind = 'static method'
            if isinstance(value, types.BuiltinMethodType) and name != '__new__':
                kind = 'method'
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)) and not isinstance(value, types.FunctionType):
            kind = 'class method'
        elif isinstance(value, property):
            kind = 'property'
        elif isinstance(value, (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodType)):
            kind = 'method'
        else:
            kind = 'data'
        found.append(Attribute(name, kind, home, value))
    return found


def walktree(classes, children, parent):
    results = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for c in classes:
        if not c.__bases__:
            if c not in roots:
                roots.append(c)
            continue
        for parent in c.__bases__:
            below = children.setdefault(parent, [])
            if c not in below:
                below.append(c)
            if unique and parent in classes:
                break
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)
