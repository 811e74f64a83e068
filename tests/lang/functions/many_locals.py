N = 400
src = "def f(n, *rest):\n" + ''.join(f"  v{i} = n + {i}\n" for i in range(N)) + """
  v399 += 1
  v398, v397 = v397, v398
  for v396 in range(3): pass
  del v395
  try:
    v395
  except UnboundLocalError as e:
    print(e)
  try: 1/0
  except ZeroDivisionError as v394: print(v394)
  try: v394
  except UnboundLocalError as e: print(e)
  import math as v393
  v393.pi
  def g(): return v392 + v0
  if (v391 := 5) > 3: pass
  with open('/dev/null') as v390: pass
  v389 = [v388 for v388 in range(3)]
  class v387: pass
  def v386(): return 1
  match [1, 2]:
    case [v385, v384]: pass
  print(v0, v399, v398, v397, v396, v393.pi, g(), v391, v390.name, v389, v388, v387.__name__, v386(), v385, v384, len(locals()), locals()['v383'])
  v383: int = 7
  del v382, v381
  v380 = lambda: v379
  print(v380())
  return sum([v1, v383, v379])
print(f(1))
def gen():
""" + ''.join(f"  w{i} = {i}\n" for i in range(N)) + """
  yield w399
  w399 = 5
  yield w399, w0
print(list(gen()))
"""
exec(src)
print(len(f.__code__.co_varnames))
exec(",".join(f"u{i}" for i in range(300)) + " = range(300)")
print(u0, u299)
