import csv, io
text = 'name,age,note\r\n"Smith, J",42,"said ""hi"""\r\nplain,7,\r\n"multi\nline",1,x\r\n\r\n'
for row in csv.reader(io.StringIO(text, newline='')):
    print(row)
for row in csv.DictReader(io.StringIO('a,b\n1,2\n3,4,5\n6\n')):
    print(row)
out = io.StringIO()
w = csv.writer(out)
print(w.writerow(['a', 'b,c', 'd"e', None, 1.5, True, 'line\nbreak', '']))
w.writerows([[1, 2], ['x y', ' z']])
w.writerow([''])
print(repr(out.getvalue()))
out = io.StringIO()
d = csv.DictWriter(out, fieldnames=['x', 'y'], extrasaction='ignore', restval='-')
d.writeheader()
d.writerow({'x': 1, 'y': 2, 'z': 3})
d.writerow({'x': 5})
print(repr(out.getvalue()))
out = io.StringIO()
csv.writer(out, delimiter=';', quoting=csv.QUOTE_ALL, lineterminator='\n').writerow([1, 'a', None])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow([1, 'a', 2.5])
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar='\\').writerow(['a,b', 'c"d'])
csv.writer(out, delimiter='\t').writerow(['a\tb', 'c'])
print(repr(out.getvalue()))
print(list(csv.reader(['a;b;"c;d"', "x;'y';z"], delimiter=';')), list(csv.reader(["'a,b',c"], quotechar="'")), list(csv.reader(['1,"a",2.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['a, b,  c'], skipinitialspace=True)), list(csv.reader(['a\\,b,c'], escapechar='\\')))
csv.register_dialect('pipes', delimiter='|')
print(list(csv.reader(['a|b'], 'pipes')), csv.list_dialects(), csv.get_dialect('pipes').delimiter)
for make in (lambda: csv.DictWriter(io.StringIO(), ['a']).writerow({'b': 1}), lambda: csv.reader([''], delimiter='xx'), lambda: csv.get_dialect('none'), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b'])):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter)
r = csv.reader(['a,b', 'c,d'])
next(r)
print(r.line_num, next(r), list(r))

# dialects are checked and read-only
for options in [dict(delimiter=''), dict(delimiter=None), dict(quotechar='ab'), dict(escapechar=4), dict(lineterminator=None), dict(quoting=7),
                dict(quoting=None), dict(quotechar=None, quoting=csv.QUOTE_ALL), dict(bad=1)]:
    try:
        csv.reader([], **options)
    except TypeError as e:
        print(e)
d = csv.get_dialect('excel-tab')
print(repr(d.delimiter), d.quoting, d.strict)
try:
    d.delimiter = ','
except AttributeError:
    print('read-only')


def rows(text, **options):
    try:
        r = csv.reader(text.splitlines(True), **options)
        print(list(r), r.line_num)
    except csv.Error as e:
        print('Error', e)


rows('a,"b\nc",d\n"e""f",g\n\nh')
rows('a,"b', strict=True)
rows('"a"b,c')
rows('"a"b,c', strict=True)
rows('a\\,b,c\\\nd,e', escapechar='\\')
rows('1,"2","x"', quoting=csv.QUOTE_NONNUMERIC)
rows('1, 2,  "3, 4"', skipinitialspace=True)
rows("'a;b';c", delimiter=';', quotechar="'")
rows('é→ü→"→"', delimiter='→')
rows('a"b,c', quoting=csv.QUOTE_NONE)
rows('a,b\rc', lineterminator='x')
rows('x' * 50 + ',y')


def lines(row, **options):
    out = io.StringIO()
    try:
        csv.writer(out, **options).writerow(row)
        print(repr(out.getvalue()))
    except csv.Error as e:
        print('Error', e)


lines(['a,b', 'c"d', 'e\nf', 1, 2.5, None, True, ''])
lines(['a,b', 'c"d'], doublequote=False, escapechar='\\')
lines(['a,b', 'c"d'], doublequote=False)
lines(['a,b', 'c"d', '\\'], quoting=csv.QUOTE_NONE, escapechar='\\')
lines(['a,b'], quoting=csv.QUOTE_NONE)
lines(['a', 1, 2.0, None], quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n')
lines(['a', 1], quoting=csv.QUOTE_ALL, delimiter='\t')
lines([])
lines([''])
lines([None])
lines([''], quoting=csv.QUOTE_NONE)
lines(5)
lines((c for c in 'abc'))
sample = "'Harry''s':'Arlington Heights':'IL':'2/1/03':'Kimi Hayes'\n'Shark City':'Glendale Heights':'IL':'12/28/02':'Prezence'\n"
guess = csv.Sniffer().sniff(sample)
print(repr(guess.delimiter), repr(guess.quotechar), guess.skipinitialspace)
guess = csv.Sniffer().sniff('a|b|c\n1|2|3\n4|5|6\n')
print(repr(guess.delimiter), csv.Sniffer().has_header('name,n\nx,1\nyy,2\nzzz,3\n'), csv.Sniffer().has_header('1,2\n3,4\n'))
