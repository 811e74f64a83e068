import calendar, html, urllib.parse as up, secrets, timeit, errno, signal, contextvars, cmath, reprlib, graphlib, sched, colorsys, codecs, unicodedata, shlex, stat, locale, platform
print(calendar.month(2024, 2), calendar.isleap(2000), calendar.monthrange(2023, 2), calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2), calendar.leapdays(2000, 2024), list(calendar.month_abbr)[:3], calendar.day_name[0], calendar.timegm((2024, 1, 2, 3, 4, 5)))
print(calendar.TextCalendar(6).formatmonth(2024, 3), calendar.calendar(2024)[:300])
print(html.escape('<a href="x">\'&'), html.unescape('&lt;p&gt; &amp; &#39; &#x41; &eacute; &copy &nope; &hellip;'))
u = up.urlparse('https://user:pw@Example.com:8080/a/b;p?x=1&y=2#frag')
print(u, u.hostname, u.port, u.username, u.password, u.geturl(), u._replace(query='').geturl())
print(up.quote('a b/ü?'), up.quote_plus('a b&c'), up.unquote('a%20b%C3%BC%zz'), up.unquote_plus('a+b'), up.urlencode({'a': 1, 'b': 'x y', 'c': [1, 2]}, doseq=True), up.parse_qs('a=1&a=2&b=&c=x%20y'), up.parse_qsl('a=1&b', keep_blank_values=True))
for base, rel in (('http://a/b/c/d', '../x'), ('http://a/b/c', '/x'), ('http://a/b', 'http://c/d'), ('http://a/b/', 'c?d=1#e'), ('http://a', '//h/p'), ('http://a/b/c/d;p?q', '../../../g')):
    print(up.urljoin(base, rel), end=' ')
print(up.urlsplit('mailto:x@y.z'), up.urldefrag('http://a/#b'))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), 0 <= secrets.randbelow(10) < 10, secrets.compare_digest('a', 'a'))
print(timeit.timeit('x = 1', number=10) >= 0, len(timeit.repeat(lambda: 1, number=2, repeat=3)))
print(errno.ENOENT, errno.errorcode[13], errno.EAGAIN == errno.EWOULDBLOCK, signal.SIGINT, signal.SIGTERM.name, int(signal.SIGKILL))
v = contextvars.ContextVar('v', default=0)
t = v.set(5)
ctx = contextvars.copy_context()
v.set(6)
print(v.get(), ctx.run(v.get), ctx[v], v.name)
v.reset(t)
print(v.get())
print(cmath.sqrt(-1), cmath.polar(1j), cmath.exp(1j * cmath.pi).real, cmath.phase(-1), abs(cmath.rect(2, 1)), cmath.isclose(1, 1 + 1e-12), cmath.log(1j), cmath.isnan(complex('nan')))
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(10))))
g = graphlib.TopologicalSorter({'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}})
order = list(g.static_order())
print(order[0], order[-1], len(order))
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as e:
    print(e.args[0], len(e.args[1]))
done = []
s = sched.scheduler()
s.enter(0.002, 1, done.append, (2,))
s.enter(0.001, 1, done.append, (1,))
s.run()
print(done, s.empty())
print(colorsys.rgb_to_hsv(0.2, 0.4, 0.4), colorsys.hsv_to_rgb(0.5, 0.5, 0.4), colorsys.rgb_to_hls(1, 0, 0), colorsys.hls_to_rgb(0, 0.5, 1))
print(codecs.encode('hello', 'rot13'), codecs.decode('uryyb', 'rot_13'), codecs.encode('é', 'utf-8'), codecs.decode(b'6869', 'hex'), codecs.lookup('UTF8').name, codecs.lookup('latin-1').name, codecs.BOM_UTF8, codecs.getencoder('ascii')('a'))
try:
    codecs.lookup('no-such')
except LookupError as e:
    print(e)
d = codecs.getincrementaldecoder('utf-8')()
print(d.decode(b'\xc3'), d.decode(b'\xa9'))
print(unicodedata.name('é'), unicodedata.category('A'), unicodedata.category(' '), unicodedata.normalize('NFD', 'é') == 'e\u0301', unicodedata.normalize('NFC', 'e\u0301'), unicodedata.lookup('GREEK SMALL LETTER ALPHA'), unicodedata.numeric('½'), unicodedata.digit('5'), unicodedata.decimal('٣'), unicodedata.bidirectional('א'), unicodedata.combining('\u0301'), unicodedata.east_asian_width('中'), unicodedata.name('中'), unicodedata.name('\n', 'none'), unicodedata.decomposition('é'), unicodedata.mirrored('('), unicodedata.name('😀'), unicodedata.name('한'))
for bad in (lambda: unicodedata.name('\n'), lambda: unicodedata.lookup('NO SUCH'), lambda: unicodedata.digit('x')):
    try:
        bad()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)
print(shlex.split('a "b c" d\\ e \'f g\' --x="y z"'), shlex.quote("it's"), shlex.join(['a b', 'c']))
print(stat.filemode(0o100644), stat.S_ISDIR(0o040755), isinstance(platform.system(), str), isinstance(platform.python_version(), str))
