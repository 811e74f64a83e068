# An int and a float compare exactly, in every position.
for a in (0, 1, -1, 2**53, 2**53+1, -2**53-1, 2**62, 5):
    for b in (0.5, 1.0, float(2**53), float("nan"), float("inf"), -0.0, 2.0**62, 5.0):
        r = []
        for x, y in ((a, b), (b, a)):
            r += [x < y, x <= y, x == y, x != y, x > y, x >= y]
            if x < y: r.append("l")
            if x >= y: r.append("g")
            if x == y: r.append("e")
            if x != y: r.append("n")
            if not x > y: r.append("ng")
        print(a, b, r)
