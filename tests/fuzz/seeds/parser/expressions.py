a = b = [*x, 1_0, 0xF, 1e-3j, ...]; c, *d = {**m, 'k': v}, {1, *s}
(a[1:2, ::3], -a ** ~b, not a in b is not c < d <= e)
[x async for x in y if z] if q else {k: v for k, v in z for w in k}
f'{a!r:>{w}.{p}}{{}}' rf"{x=}" b'\x00' '''t'''
a @= b; a //= 1; a: "T"
