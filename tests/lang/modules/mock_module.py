from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, mock_open, PropertyMock, create_autospec, DEFAULT
m = Mock()
print(m.foo(1, 2, x=3) is m.foo.return_value, m.foo.called, m.foo.call_count, m.foo.call_args, m.foo.call_args_list, m.mock_calls, m.method_calls)
m.foo.assert_called_once_with(1, 2, x=3)
m.foo.return_value = 5
print(m.foo(), m.foo.call_args == call(), m.foo.call_args.args, m.foo.call_args.kwargs)
m.bar.side_effect = ValueError('boom')
try:
    m.bar()
except ValueError as e:
    print(e)
m.it = Mock(side_effect=[1, 2])
print(m.it(), m.it())
m.fn = Mock(side_effect=lambda x: x * 2)
print(m.fn(4))
for check in (lambda: m.foo.assert_called_once(), lambda: m.foo.assert_called_with(9), lambda: m.nope.assert_called(), lambda: m.foo.assert_not_called(), lambda: m.foo.assert_any_call(77), lambda: m.foo.assert_has_calls([call(1), call(2)])):
    try:
        check()
        print('passed')
    except AssertionError as e:
        print(str(e).splitlines()[0])
m.foo.assert_has_calls([call(1, 2, x=3), call()])
m.foo.assert_any_call(ANY, 2, x=ANY)
mm = MagicMock()
print(len(mm), bool(mm), list(mm), 1 in mm, int(mm), mm[3] is mm.__getitem__.return_value)
mm.__len__.return_value = 7
mm.__getitem__.side_effect = lambda k: k * 2
mm.__iter__.return_value = [1, 2]
mm.__contains__.return_value = True
print(len(mm), mm[4], list(mm), 5 in mm)
with mm as ctx:
    print(ctx is mm.__enter__.return_value)
class Thing:
    def method(self, a, b=1):
        return 'real'
    attr = 3
spec = Mock(spec=Thing)
print(isinstance(spec, Thing))
spec.method(1)
try:
    spec.other
except AttributeError as e:
    print(e)
with patch.object(Thing, 'method', return_value='patched') as pm:
    print(Thing().method(1), pm.call_count)
print(Thing().method(1))
import os, json
with patch('os.getcwd', return_value='/fake'):
    print(os.getcwd())
print(os.getcwd() != '/fake')
@patch('json.dumps')
@patch.object(Thing, 'attr', 10)
def test(dumps):
    dumps.return_value = '!'
    print(json.dumps({}), Thing.attr)
test()
print(json.dumps({}), Thing.attr)
with patch.dict(os.environ, {'NEW_KEY': 'v'}):
    print(os.environ['NEW_KEY'])
print('NEW_KEY' in os.environ)
with patch('builtins.open', mock_open(read_data='line1\nline2\n')) as mo:
    with open('nothing') as f:
        print(f.read())
    mo.assert_called_once_with('nothing')
with patch('builtins.print') as p:
    print('hidden')
print(p.call_args)
print(sentinel.x, call(1, a=2), call.foo(3), m.foo.mock_calls)
t = Thing()
t.dep = Mock()
t.dep.run.return_value.value = 9
print(t.dep.run().value, t.dep.mock_calls)
m.reset_mock()
print(m.foo.called, m.mock_calls)
auto = create_autospec(Thing)
inst = auto()
inst.method(1, b=2)
inst.method.assert_called_once_with(1, b=2)
f = create_autospec(lambda a, b: None)
try:
    f(1)
except TypeError as e:
    print(e)
mgr = Mock()
mgr.a(1)
mgr.b.c(2)
print(mgr.mock_calls, mgr.mock_calls == [call.a(1), call.b.c(2)])
w = Mock(wraps=len)
print(w([1, 2]), w.call_count)
mock = Mock(name='named', x=3, **{'y.return_value': 4})
print(mock.x, mock.y(), repr(mock)[:18])
pt = patch.object(Thing, 'attr', new=99)
pt.start(); print(Thing.attr); pt.stop(); print(Thing.attr)
type(t).prop = PropertyMock(return_value='p')
print(t.prop)
