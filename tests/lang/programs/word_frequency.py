import string, re
from collections import Counter
text = 'It was the best of times, it was the worst of times, it was the age of wisdom,\nit was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity...'
c = Counter(re.findall("[a-z']+", text.lower()))
for w, n in c.most_common(5):
    print(f"{w:<10}{n:>4}{'*' * n:>15}")
print(c.total(), len(c), c['nothing'], c & Counter(it=3, zzz=2), c - Counter(c))
print(Counter('abracadabra').most_common(), Counter(a=3) - Counter(a=5), +Counter(a=-1, b=2), Counter(a=1) | Counter(a=4))
print(text.translate(str.maketrans('', '', string.punctuation)).split()[-3:])
print(repr(c)[:60])
c.subtract(['it'])
print(c['it'])
print(sorted(Counter('aab').elements()))
