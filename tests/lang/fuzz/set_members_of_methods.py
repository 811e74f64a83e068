for f in (lambda: {1,2,3}.issuperset(({1,2,3},)), lambda: {1,2,3}.issuperset([[1]]), lambda: {1} in {frozenset([1])}, lambda: {1,2}.isdisjoint([{1}]), lambda: {1}.issubset([[1]])):
    try: print(f())
    except TypeError as e: print(e)
