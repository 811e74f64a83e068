print("a starts")
early = "from a"
from cyclic import b
late = "a late"
def call(): return b.get()
