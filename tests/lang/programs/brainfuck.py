def bf(src, inp=''):
    st = []
    j = {}
    for i, c in enumerate(src):
        if c == '[':
            st.append(i)
        elif c == ']':
            k = st.pop()
            j[k] = i
            j[i] = k
    t = bytearray(300)
    p = i = 0
    o = []
    it = iter(inp)
    while i < len(src):
        c = src[i]
        if c == '>':
            p += 1
        elif c == '<':
            p -= 1
        elif c == '+':
            t[p] = t[p] + 1 & 255
        elif c == '-':
            t[p] = t[p] - 1 & 255
        elif c == '.':
            o.append(chr(t[p]))
        elif c == ',':
            t[p] = ord(next(it, '\x00'))
        elif c == '[' and (not t[p]):
            i = j[i]
        elif c == ']' and t[p]:
            i = j[i]
        i += 1
    return ''.join(o)


print(bf('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.'), end='')
print(bf(',[.,]', 'echo'))
b = bytearray(3)
for bad in (256, -1, 'a', 1.5):
    try:
        b[0] = bad
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[5] = 1
except IndexError as e:
    print(e)
