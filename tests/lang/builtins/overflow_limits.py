for src in ["1 << 10**13", "(10).to_bytes(10**13, 'big')"]:
    try:
        eval(src)
        print(src, "ok")
    except (MemoryError, OverflowError) as e:
        print(src.split("(")[0][:3], "refused")
print((1 << 100000).bit_length(), len(bin(1 << 5000)))
