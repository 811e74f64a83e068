from pprint import pprint, pformat
pprint({'b': 1, 'a': [1, 2, 3]}); pprint(list(range(40))); pprint({'key%d' % i: {'inner': list(range(8)), 'text': 'x' * 20} for i in range(3)})
pprint([('aaaaaaaaaa' * 3, 'b' * 30), ('c' * 30, {'d': 1})], width=40); pprint((1,)); pprint({3, 1, 2}); pprint('abc'); print(pformat({'z': 1, 'y': 2}, sort_dicts=False)); pprint([[1, [2, [3]]]], depth=2); pprint({'a': 1, 'b': {'c': [1] * 30}}, indent=4)
