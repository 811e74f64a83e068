# Errors within errors: looking for the best message takes no more than a moment.
sources = [
    "x = " + "{k: v for(k,f" * 200,
    "x = " + "(a b {k: v if " * 200,
    "x = " + "[a b, c d if e f " * 150,
    "x = " + "f(a b, c=d e, *" * 150,
]
for source in sources:
    try:
        compile(source, 'source', 'exec')
    except SyntaxError as e:
        print(type(e).__name__)
