# Strings put together in many ways: a report, a CSV file, an SVG picture, a Caesar cipher, run lengths.
def report(rows):
    out = "Report\n"
    for name, amount, share in rows:
        out += f"{name:<12}{amount:>10.2f}{share:>8.1%}\n"
    return out


def table(rows):
    lines = []
    for name, amount, share in rows:
        lines.append(",".join([name, str(amount), str(round(share, 3)), '"' + name.upper() + '"']))
    return "\n".join(lines)


def picture(points):
    parts = ["<svg>"]
    for i, (x, y) in enumerate(points):
        parts.append('<circle cx="%d" cy="%d" r="%.1f"/>' % (x, y, i % 5 + 0.5))
        parts.append("<text x='{}' y='{}'>{}</text>".format(x + 1, y - 1, i))
    parts.append("</svg>")
    return "".join(parts)


def caesar(text, shift):
    out = []
    for c in text:
        if c.islower():
            out.append(chr((ord(c) - 97 + shift) % 26 + 97))
        elif c.isupper():
            out.append(chr((ord(c) - 65 + shift) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def run_lengths(text):
    out, last, n = "", text[0], 0
    for c in text:
        if c == last:
            n += 1
        else:
            out += last + str(n)
            last, n = c, 1
    return out + last + str(n)


def palindromes(words):
    return [w for w in words if w == w[::-1] and len(w) > 2]


rows = [("item%d" % i, i * 12.5, (i % 50) / 50) for i in range(600)]
points = [(i * 7 % 640, i * 13 % 480) for i in range(600)]
text = "The Quick Brown Fox Jumps Over The Lazy Dog; " * 40
for _ in range(150):
    a, b, c = report(rows), table(rows), picture(points)
    d = caesar(text, 3)
    e = run_lengths("aaabbbccd" * 150)
print(len(a), len(b), len(c), caesar(d, -3) == text, d[:20], e[:12], len(e))
words = [str(i) for i in range(60000)]
print(len(palindromes(words)), "-".join(palindromes(words)[:5]))
