from urllib.parse import parse_qs, quote, quote_from_bytes, quote_plus, unquote, urlencode, urlparse, urlsplit

print(quote('a b/c'), quote('a b/c', ''), quote('é~_.-!'), quote('safe'), quote(''), quote('%'), quote('a&b', safe='&'), quote('日本', encoding='utf-8'))
print(quote(b'\xff\x00a'), quote_from_bytes(b''), quote_from_bytes(bytearray(b'x y')), quote('a b', safe=b' '), quote_from_bytes(b'a b', [32, 300]), quote('é', 'é'))
print(quote_plus('a b+c/d'), quote_plus('a b', ' '), unquote('a%20b%E9'), urlencode({'a': 1, 'b c': 'é&='}), urlencode([('x', 'y z')], quote_via=quote))
for args in ((5,), (None,), ('a', 5), ('a', None), (b'a', '/', 'utf-8')):
    try:
        print(quote(*args))
    except TypeError as e:
        print(type(e).__name__)
first, second = urlsplit('http://u:p@h.x:80/a;b?c=d#e'), urlsplit('http://u:p@h.x:80/a;b?c=d#e')
print(first, first == second, first.hostname, first.port, urlsplit(b'http://h/x?y'), urlparse('http://h/x;y?z'), urlsplit('//h/p', 'ftp', False), urlsplit('/a#b', allow_fragments=False))
for bad in (['a'], {}, 5):
    try:
        print(urlsplit(bad))
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
print(urlsplit.cache_info().hits > 0, parse_qs('a=1&b=%20&a=3&c=', keep_blank_values=True))
