# bytes without an encoding, base64 forms, translate tables keyed by characters
print(bytes("text"), bytes("h\u00e9"), bytes("", "ascii"))
print(b"hello".base64(), b"".base64(), b"a".base64(), b"ab".base64(), bytes(range(6)).base64(), bytearray(b"xyz").base64())
print(bytes.frombase64("aGVsbG8="), bytes.frombase64(""), bytes.frombase64("YQ=="), bytes.frombase64("AAECAwQF"))
print(b"abc".length(), bytearray(b"ab").length(), "h\u00e9".encode().length())
every = bytes(range(256))
print(bytes.frombase64(every.base64()) == every)
for text in ("a", "aGVs!G8=", "YQ=", "===="):
    try:
        print(bytes.frombase64(text))
    except ValueError as e:
        print("ValueError:", e)
try:
    bytes.frombase64(5)
except TypeError as e:
    print("TypeError:", e)
print("abcab".translate({"a": "1", "b": None}), "h\u00e9".translate({"\u00e9": "e", "h": 72}), "abc".translate({"a": "x", 98: "y"}))
