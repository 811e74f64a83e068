# Dynamic programming: knapsack, longest common subsequence, edit distance, coins, partitions, matrix chain.
def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for c in range(capacity, weight - 1, -1):
            with_item = best[c - weight] + value
            if with_item > best[c]:
                best[c] = with_item
    return best[capacity]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def coins(amount, values):
    ways = [1] + [0] * amount
    for v in values:
        for a in range(v, amount + 1):
            ways[a] += ways[a - v]
    return ways[amount]


def chain(sizes):
    n = len(sizes) - 1
    cost = {}

    def best(i, j):
        if i == j:
            return 0
        if (i, j) not in cost:
            cost[i, j] = min(best(i, k) + best(k + 1, j) + sizes[i] * sizes[k + 1] * sizes[j + 1] for k in range(i, j))
        return cost[i, j]

    return best(0, n - 1)


print(knapsack([(3 + i * 7 % 23, 10 + i * 13 % 37) for i in range(80)], 10000))
a = "the quick brown fox jumps over the lazy dog " * 14
b = "pack my box with five dozen liquor jugs now " * 14
print(len(common(a, b)), distance(a, b), distance("kitten", "sitting"))
print(coins(30000, [1, 2, 5, 10, 20, 50, 100, 200]))
print(chain([(i * 17) % 40 + 5 for i in range(60)]))
