import copy
import inspect
import pickle
from inspect import Parameter, Signature, signature


def f(a, /, b: int = 1, *args, c, d=2, **kw) -> str: pass


sig = signature(f)
print(sig, list(sig.parameters), [p.kind.name for p in sig.parameters.values()], repr(Parameter.KEYWORD_ONLY))
print(sig.replace(return_annotation=Signature.empty), sig.parameters['b'].replace(default=Parameter.empty), sig.parameters['b'].replace(annotation=str, name='z'))
print(pickle.loads(pickle.dumps(sig)) == sig, copy.deepcopy(sig) == sig, hash(sig) == hash(copy.copy(sig)))
print(signature(lambda *, x, y: 0) == signature(lambda *, y, x: 0), signature(lambda x, y: 0) == signature(lambda y, x: 0))


def attempt(make):
    try:
        print(make())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)


for make in (lambda: Parameter('1a', Parameter.KEYWORD_ONLY), lambda: Parameter('for', Parameter.KEYWORD_ONLY), lambda: Parameter('a', 7),
             lambda: Parameter('a', Parameter.VAR_KEYWORD, default=1), lambda: Parameter(1, Parameter.KEYWORD_ONLY),
             lambda: Signature([Parameter('a', Parameter.KEYWORD_ONLY), Parameter('b', Parameter.POSITIONAL_ONLY)]),
             lambda: Signature([Parameter('a', Parameter.KEYWORD_ONLY), Parameter('a', Parameter.KEYWORD_ONLY)]),
             lambda: signature(lambda *, k: 0).bind(1), lambda: signature(lambda *, k: 0).bind(), lambda: signature(lambda a: 0).bind(1, 2),
             lambda: signature(lambda a: 0).bind(b=1), lambda: sig.bind(1, 2, 3, c=4, e=5).arguments, lambda: sig.bind_partial().args,
             lambda: signature(5), lambda: sorted(inspect.getcallargs(f, 1, c=3).items()), lambda: inspect.getcallargs(f), lambda: sorted(inspect.getcallargs(f, 1, 2, 3, c=4, z=5).items()),
             lambda: inspect.getcallargs(lambda a, b=2: 0, 1, 2, 3)):
    attempt(make)


def g(a: 'int', b: 'list[str]') -> 'None': pass


print(signature(g), signature(g, eval_str=True), Signature.from_callable(g), inspect.get_annotations(g, eval_str=True))


class Base:
    def m(self):
        """Base doc."""

    @property
    def p(self):
        """Property doc."""
    attr = 1


class Sub(Base):
    def m(self): pass

    @property
    def p(self): pass


print(inspect.getdoc(Sub.m), inspect.getdoc(Sub().m), inspect.getdoc(Sub.p), inspect.getdoc(Sub), inspect.getattr_static(Sub(), 'p') is Sub.__dict__['p'])
