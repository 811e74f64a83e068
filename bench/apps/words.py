# Word counts over a larger text: cleaning, counting, n-grams, anagrams, an index, simple search.
import string
from collections import Counter, defaultdict

SEED = "It was the best of times, it was the worst of times; it was the age of wisdom... it was the age of foolishness!".split()
words = []
for i in range(120000):
    words.append(SEED[(i * i + i // 3) % len(SEED)] + ("" if i % 7 else str(i % 50)))
text = "\n".join(" ".join(words[i:i + 12]) for i in range(0, len(words), 12))

clean = text.lower().translate(str.maketrans("", "", string.punctuation))
tokens = clean.split()
counts = Counter(tokens)
plain = {}
for w in tokens:
    plain[w] = plain.get(w, 0) + 1
pairs = Counter(zip(tokens, tokens[1:]))
anagrams = defaultdict(set)
for w in tokens:
    anagrams["".join(sorted(w))].add(w)
index = defaultdict(list)
for number, line in enumerate(clean.splitlines()):
    for w in set(line.split()):
        index[w].append(number)
found = sorted(set(index["wisdom"]) & set(index["foolishness"]))
initials = defaultdict(int)
for w in tokens:
    if w and w[0].isalpha() and not w.endswith("s"):
        initials[w[0]] += len(w)
longest = max(counts, key=lambda w: (len(w), w))
capital = sum(1 for w in text.split() if w[:1].isupper())
print(counts.most_common(3), plain == dict(counts), pairs.most_common(1), len(anagrams), len(index["times"]), len(found), sorted(initials.items())[:3], longest, capital)
titles = [line.title().replace("Was", "Is") for line in clean.splitlines()]
print(len(titles), sum(map(len, titles)), sum(t.count("Is") for t in titles), sum("age of" in line for line in clean.splitlines()))
