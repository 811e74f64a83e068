# BufferError: what has views is not resized.
import array
import io

b = bytearray(b'abc')


def attempts(make, changes):
    for name, change in changes.items():
        target = make()
        view = memoryview(target)
        try:
            change(target)
            print(name, 'done', bytes(target))
        except BufferError as e:
            print(name, 'BufferError', e)
        view.release()
        try:
            change(target)
            print(name, 'released', bytes(target))
        except BufferError as e:
            print(name, 'BufferError', e)


def item(index, value):
    return lambda t: t.__setitem__(index, value)


def iadd(value):
    def f(t):
        t += value
    return f


def imul(value):
    def f(t):
        t *= value
    return f


attempts(lambda: bytearray(b'abc'), {
    'append': lambda t: t.append(1), 'extend': lambda t: t.extend(b'xx'), 'pop': lambda t: t.pop(), 'clear': lambda t: t.clear(),
    'del': lambda t: t.__delitem__(0), 'del slice': lambda t: t.__delitem__(slice(0, 2)), 'slice grows': item(slice(0, 1), b'xyz'),
    'slice stays': item(slice(0, 2), b'xy'), 'insert': lambda t: t.insert(0, 1), 'iadd': iadd(b'x'), 'imul': imul(2), 'imul 1': imul(1),
    'remove': lambda t: t.remove(97), 'reverse': lambda t: t.reverse(), 'set': item(0, 5)})
attempts(lambda: array.array('B', b'abc'), {
    'append': lambda t: t.append(1), 'extend': lambda t: t.extend([1]), 'pop': lambda t: t.pop(), 'del': lambda t: t.__delitem__(0),
    'insert': lambda t: t.insert(0, 1), 'iadd': iadd(array.array('B', b'z')), 'imul': imul(2), 'remove': lambda t: t.remove(97),
    'frombytes': lambda t: t.frombytes(b'x'), 'set': item(0, 5), 'slice stays': item(slice(0, 1), array.array('B', b'q')),
    'slice grows': item(slice(0, 1), array.array('B', b'qqq'))})

with memoryview(b) as m:
    m[0] = 65
    try:
        b.append(1)
    except BufferError as e:
        print(e)
b.append(1)
print(b)
held = memoryview(b)[1:]
try:
    b.clear()
except BufferError as e:
    print(e, bytes(held))
del held
b.clear()
print(b)

stream = io.BytesIO(b'abcdef')
view = stream.getbuffer()
for change in (lambda: stream.write(b'x'), lambda: stream.truncate(2)):
    try:
        change()
    except BufferError as e:
        print(e)
view[1:3] = b'YZ'
print(stream.getvalue())
view.release()
stream.truncate(2)
stream.seek(0, 2)
print(stream.write(b'more'), stream.getvalue())


def dropped():
    data = bytearray(b'12345')
    total = 0
    for i in range(5):
        total += memoryview(data)[i]
        data.append(i)
    return total, bytes(data)


print(dropped())
