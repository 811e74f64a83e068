def check(*expressions, **names):
    """Prints the value of each expression, or the error it raises."""
    for text in expressions:
        try:
            print(text, "->", repr(eval(text, dict(names))))
        except Exception as e:
            print(text, "!!", type(e).__name__ + ":", e)
