# urllib.request without a network, urllib.error, urllib.response.
import io
import os
import tempfile
import urllib.error
import urllib.request
import urllib.response

r = urllib.request.Request('http://host.example:80/path?q=1#frag', data=b'x', headers={'user-agent': 'me', 'X-Two': '2'})
print(r.full_url, r.type, r.host, r.selector, r.fragment, r.get_method(), r.origin_req_host)
print(sorted(r.header_items()), r.has_header('User-agent'), r.get_header('X-two'), r.get_header('None', 'd'), r.data)
r.data = None
print(r.get_method(), urllib.request.Request('http://a/', method='PUT').get_method())
with urllib.request.urlopen('data:text/html;charset=utf-8,a%20b') as f:
    print(f.read(), f.headers['Content-type'], f.info()['content-length'], f.geturl())
print(urllib.request.urlopen('data:;base64,aGVsbG8=').read())
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'a b.txt')
    with open(path, 'w') as f:
        f.write('inside')
    url = 'file://' + urllib.request.pathname2url(path)
    with urllib.request.urlopen(url) as f:
        print(f.read(), f.headers['Content-type'], f.headers['Content-length'])
    name, headers = urllib.request.urlretrieve(url, os.path.join(d, 'copy'))
    print(open(name).read(), headers['Content-length'])
    try:
        urllib.request.urlopen(url + 'x')
    except urllib.error.URLError as e:
        print(type(e).__name__, isinstance(e, OSError))
for bad in ('nothing', 'zzz://x'):
    try:
        urllib.request.urlopen(bad)
    except (ValueError, urllib.error.URLError) as e:
        print(type(e).__name__, e)
e = urllib.error.HTTPError('http://x', 404, 'Not Found', {'A': 'b'}, io.BytesIO(b'body'))
print(e, repr(e), e.code, e.reason, e.headers, e.read(), isinstance(e, urllib.error.URLError))
print(urllib.error.URLError('why'), urllib.error.URLError('why').reason)
print(urllib.request.parse_http_list('a="b, c", d=e'), urllib.request.parse_keqv_list(['a="b"', 'c=d']))
print(urllib.response.addinfourl(io.BytesIO(b'q'), {'k': 'v'}, 'http://u', 200).getcode())
