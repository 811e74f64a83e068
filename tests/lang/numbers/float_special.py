inf, nan = float("inf"), float("nan")
print(inf > 10**400, -inf < -10**400, inf == inf, nan == nan, nan != nan, nan < 1, nan > 1, inf - inf, inf * 0, inf + 1, -inf, abs(-inf), inf // 1, 5 // inf, -5 // inf, inf % 5 if False else "")
print([nan] == [nan], nan in [nan], max(nan, 1) != max(nan, 1), min(1, nan), sorted([3.0, 1.0, 2.0]), sum([inf, -inf]), 0.0 == -0.0, {0.0: 1}[-0.0], str(-0.0), repr(0.0 * -1))
import math
print(math.copysign(1, -0.0), math.isnan(inf - inf), math.isinf(1e308 * 10), 1e308 * 10, -1e308 * 10, 5e-324 / 2, 1e308 + 1e308 - 1e308)
x = [nan]
print(x[0] is x[0], x.count(x[0]), x.index(x[0]), (nan,) == (nan,), len({x[0], x[0]}))
