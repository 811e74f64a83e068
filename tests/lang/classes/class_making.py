# What may stand among the bases, and in which order it is refused.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class M(type): pass
class N(type): pass
class A(metaclass=M): pass
class B(metaclass=N): pass
class E:
    def __mro_entries__(self,b): return ()
class G:
    def __init__(self,*a): pass
def f(*a): return a
L=[1,'a',None,object(),E(),G(),f,len,type,A,(),[],1.5,type(f),type(None),bool,range,slice,NotImplemented,type(iter([])),type(()),type({}.keys()),Ellipsis,property]
for x in L:
    print(type(x))
    t(lambda: type('abc',(x,),{}).__name__)
    t(lambda: type('abc',(x,int),{}).__name__)
    t(lambda: type('abc',(int,x),{}).__name__)
    t(lambda: M('abc',(int,x),{}).__name__)
    t(lambda: M('abc',(x,),{}).__name__)
    def c1():
        class Q(x): pass
        return isinstance(Q,type) or type(Q).__name__
    t(c1)
    def c1():
        class Q(int, x): pass
        return isinstance(Q,type) or type(Q).__name__
    t(c1)
    def c1():
        class Q(x,int): pass
        return isinstance(Q,type) or type(Q).__name__
    t(c1)
    def c1():
        class Q(x,metaclass=M): pass
        return isinstance(Q,type) or type(Q).__name__
    t(c1)
    def c1():
        class Q(metaclass=x): pass
        return isinstance(Q,type) or type(Q).__name__
    t(c1)
t(lambda: type('abc',(A,B),{}))
t(lambda: type('abc',(int,str),{}))
t(lambda: type('abc',(A,A),{}))
t(lambda: type('abc',[A],{}))
t(lambda: type('abc',(),[]))
t(lambda: type(b'abc',(),{}))
t(lambda: type('abc',()))
t(lambda: type('abc',(),{},1))
t(lambda: type('abc',(),{},x=1))
t(lambda: type('a\0bc',(),{}))
t(lambda: type())
t(lambda: type.__new__())
t(lambda: type.__new__(type))
t(lambda: type.__new__(type,'a'))
t(lambda: type.__new__(1,'a'))
t(lambda: type.__new__(int,'a',(),{}))
t(lambda: type.__new__(M,1,(),{}))
t(lambda: type.__new__(M,'a',1,{}))
t(lambda: M())
t(lambda: M(1))
t(lambda: M(1,2,3))
t(lambda: M('a',(),{},x=1))
t(lambda: type(x=1))
t(lambda: type(1,x=1))
t(lambda: type(name='a',bases=(),dict={}))
t(lambda: type('a',(object,object),{}))
t(lambda: type('a',(object,A),{}))
t(lambda: type('a',(),{'__slots__':1}))
t(lambda: type('a',(),{'__slots__':'1a'}))
t(lambda: type('a',(),{'__qualname__':1}))
t(lambda: type('a',(),{'__module__':1}).__module__)
t(lambda: type('a',(),{'__classcell__':1}))
t(lambda: type('a',(),{'__init_subclass__':1}))
t(lambda: type('b',(type('a',(),{'__init_subclass__':1}),),{}))
