# K14: upper() and lower() map one character to one
print("stra\u00dfe".upper(), len("stra\u00dfe".upper()), "\u0130".lower() == "i", "\ufb01x".upper() == "\ufb01X")
print("\u0391\u03a3".lower() == "\u03b1\u03c3", "\u0149".upper() == "\u0149", "\u0390".upper() == "\u0390")
print("Hello".upper(), "Hello".lower(), "\u00e9\u00c9".upper(), "\u00e9\u00c9".lower(), "\u01c6".upper() == "\u01c4")
print(list(map(str.upper, ["a\u00df"])), [s.upper() for s in ("\u00df", "x")], "".upper(), "\u00df".upper() == "\u00df")


class Name(str):
    pass


print(Name("\u00dfa").upper(), sorted(["\u00df", "S"], key=str.lower))
