from unittest.mock import ANY, DEFAULT, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


# names and records
m = Mock(name='root')
m.a.b(1)(2).c(x=3)
m()
print(m.mock_calls, m.method_calls, m.a.b.mock_calls, m.a.b().c.call_args)
print(str(m)[:18], str(m.a.b.return_value)[:26], str(Mock())[:9])
print(m.mock_calls == [call.a.b(1), call.a.b()(2), call.a.b()().c(x=3), call()], call.a.b(1)(2).call_list())
print(call(1, k=2).args, call.count, call.foo.bar, call('x') == ('', ('x',), {}), call(1) == ((1,),), call.f(1) == ('f', (1,)), call(ANY) == call(5))
manager = Mock()
first, second = Mock(), Mock()
manager.attach_mock(first, 'one')
manager.two = second
first(1)
second(2)
manager.one.x()
print(manager.mock_calls)

# magic methods
mm = MagicMock()
print(len(mm), list(mm), int(mm), bool(mm), 3 in mm, float(mm), mm == mm, mm != 1)
mm.__len__.return_value = 7
mm.__getitem__.side_effect = lambda key: key * 2
mm.__iter__.return_value = [1, 2]
mm.__str__.return_value = 'text'
with mm as inside:
    pass
print(len(mm), mm['a'], list(mm), list(mm), str(mm), inside is mm.__enter__.return_value, mm.__exit__.call_args)
mm + 1
2 * mm
mm[1] = 2
print(mm.mock_calls[-3:])
error(lambda: len(Mock()))
p = Mock()
p.__len__ = lambda self: 5
p.__contains__ = Mock(return_value=True)
print(len(p), 9 in p, p.__contains__.mock_calls)
error(setattr, Mock(), '__getattr__', 1)

# results and effects
e = Mock(side_effect=[1, ValueError('two'), DEFAULT], return_value='r')
error(e)
error(e)
error(e)
error(e)
e.reset_mock(return_value=True, side_effect=True)
print(e.call_count, e.side_effect, e.called)

# assertions
a = Mock(name='fn')
error(a.assert_called)
error(a.assert_called_with, 1)
a(1, b=2)
error(a.assert_called_with, 2)
error(a.assert_not_called)
a(3)
error(a.assert_called_once)
error(a.assert_called_once_with, 1, b=2)
error(a.assert_any_call, 5)
error(a.assert_any_call, 1, b=2)
error(a.assert_has_calls, [call(1, b=2), call(3)])
error(a.assert_has_calls, [call(3), call(1, b=2)])
error(a.assert_has_calls, [call(3), call(1, b=2)], any_order=True)
error(a.assert_has_calls, [call(9)], any_order=True)
error(lambda: a.assert_called_wiht(1))


class Thing:
    size = 3

    def __init__(self, n, *, flag=False):
        self.n = n

    def act(self, x, y=1):
        return x

    @staticmethod
    def make(z):
        return z

    @classmethod
    def build(cls, w):
        return w


def function(a, b, *, c=3):
    return a


# specs
s = Mock(spec=Thing)
print(isinstance(s, Thing), s.act(1, 2, 3) is s.act.return_value, [n for n in dir(s) if n in ('act', 'make', 'size')])
error(lambda: s.nothing)
s.extra = 1
t = Mock(spec_set=Thing)
error(setattr, t, 'extra', 1)
f = Mock(spec=function)
f(1, b=2)
error(f.assert_called_with, a=1, b=2)
auto = create_autospec(Thing)
error(auto)
instance = auto(5, flag=True)
error(instance.act)
instance.act(1, y=2)
error(instance.act.assert_called_once_with, 1, 2)
error(lambda: instance.nothing)
error(auto.make)
checked = create_autospec(function, return_value=8)
error(checked, 1)
print(checked(1, 2), checked.call_args, checked.__name__)
error(checked.assert_called_once_with, 1, 2)
error(NonCallableMock())
sealed = Mock()
sealed.known.x = 1
seal(sealed)
error(lambda: sealed.other)
error(lambda: sealed.known.y)
print(sealed.known.x)

# patching
with patch.object(Thing, 'act', autospec=True) as act:
    act.return_value = 'patched'
    thing = Thing(1)
    print(thing.act(4), act.call_args == call(thing, 4))
    error(thing.act)
with patch.object(Thing, 'size', new_callable=PropertyMock) as size:
    size.return_value = 99
    print(Thing(1).size, size.call_count)
with patch.multiple(Thing, size=1, act=DEFAULT) as made:
    print(Thing.size, list(made))
with patch.object(Thing, 'build', autospec=True) as build:
    error(Thing.build)
print(Thing.size, Thing(1).act(2))
with patch.dict('os.environ', {'SPECIAL': '1'}):
    import os
    print(os.environ['SPECIAL'])
print('SPECIAL' in os.environ)
opened = mock_open(read_data='one\ntwo\n')
with patch('builtins.open', opened):
    with open('x') as file:
        print(file.read())
    with open('y', 'w') as file:
        file.write('out')
    print(list(open('z')), next(open('z')))
print(opened.mock_calls[:3], sentinel.thing, sentinel.thing is sentinel.thing)
