# An error raised inside nested generators reaches the top with its own message.
def source():
    for v in (1, 2, 0):
        print("item", v)
        yield 10 // v
def through():
    try: yield from source()
    finally: print("through closed")
def consume(): return [x for x in through()]
print(consume())
