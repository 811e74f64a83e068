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
