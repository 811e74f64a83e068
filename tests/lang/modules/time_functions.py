# time: clocks, fields, formatting and parsing. Nothing here depends on the local zone.
import time

t = time.gmtime(0)
print(t)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, len(t.tm_zone), t.tm_gmtoff)
print(t[0], t[-1], len(t), tuple(t), t[:3], list(t)[:2], isinstance(t, tuple), t == (1970, 1, 1, 0, 0, 0, 3, 1, 0), t < time.gmtime(1))
print(time.gmtime(1700000000), time.gmtime(1700000000.9)[5], time.gmtime(-1)[:6], time.gmtime(2**40)[:6])
y, m, d, *rest = t
print(y, m, d, rest)
t = time.gmtime(1709210096)   # 2024-02-29 12:34:56
for f in ('%Y-%m-%d %H:%M:%S', '%a %A %b %B %d', '%I:%M %p', '%j %U %W %w %u', '%y %C %e', '%%', '', 'plain', '%c', '%x %X', '%D %T %R', '%G-W%V-%u', '\u4f60 %Y \u00e9'):
    print(repr(f), repr(time.strftime(f, t)))
print(time.strftime('%Y-%m-%d', (2020, 1, 2, 0, 0, 0, 3, 2, 0)), time.asctime(t), time.asctime((2024, 12, 5, 1, 2, 3, 3, 340, 0)))
print(time.strftime('%m %d %j', (2020, 0, 0, 0, 0, 0, 0, 0, 0)))
print(time.struct_time(range(9)), time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)).tm_hour)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(time.strftime, '%Y', (2020, 13, 1, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 32, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 1, 24, 0, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 1, 0, 60, 0, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 1, 0, 0, 62, 0, 1, 0))
attempt(time.strftime, '%Y', (2020, 1, 1, 0, 0, 0, 0, 367, 0))
attempt(time.strftime, '%Y', (1, 2, 3))
attempt(time.strftime, '%Y', 5)
attempt(time.strftime, 5)
attempt(time.strftime, 'a\0b', (2020, 1, 1, 0, 0, 0, 0, 1, 0))
attempt(time.struct_time, (1, 2))
attempt(time.sleep, -1)
attempt(time.sleep, 'x')
attempt(time.gmtime, 'x')
attempt(time.gmtime, 1e20)

P = time.strptime
print(P('2024-02-29 12:34:56', '%Y-%m-%d %H:%M:%S'))
print(P('Thu Feb 29 12:34:56 2024'))
for text, f in [('30 Nov 99', '%d %b %y'), ('5 january 2021', '%d %B %Y'), ('11:05 PM', '%I:%M %p'), ('12:00 am', '%I:%M %p'), ('12 pm', '%I %p'), ('2023 365', '%Y %j'),
                ('2024 60', '%Y %j'), ('Mon', '%a'), ('Sunday', '%A'), ('2024 10 1', '%Y %W %w'), ('2024 10 0', '%Y %U %w'), ('2024 0 1', '%Y %U %w'), ('12/31/99', '%x'), ('01:02:03', '%X'), ('  7', ' %d'),
                ('100%', '%M0%%'), ('1.5', '%S.%f'), ('+0130', '%z'), ('-05:30', '%z'), ('Z', '%z'), ('UTC', '%Z'), ('6 3', '%w %d'), ('20200102', '%Y%m%d'), ('1 2', '%m %d'), ('29 Feb', '%d %b')]:
    try:
        r = P(text, f)
        print(text, f, tuple(r), r.tm_gmtoff)
    except ValueError as e:
        print(text, f, 'ValueError', e)
for text, f in [('2024', '%m'), ('2024-13-01', '%Y-%m-%d'), ('2023-02-29', '%Y-%m-%d'), ('x', '%d'), ('12', '%d extra'), ('12 extra', '%d'), ('1', '%q'), ('1', '%'), ('', '%d'), ('24', '%H'), ('Foo', '%b')]:
    attempt(P, text, f)

a = time.perf_counter()
time.sleep(0.01)
time.sleep(0)
b = time.perf_counter()
print(0.009 < b - a < 5, time.monotonic() <= time.monotonic(), time.time() > 1.6e9, time.time_ns() > 16 * 10**17, type(time.time_ns()), type(time.time()))
print(time.process_time() >= 0, time.thread_time() >= 0, time.perf_counter_ns() > 0, time.monotonic_ns() > 0)
now = time.time()
print(abs(time.mktime(time.localtime(now)) - int(now)) < 1, len(time.ctime()), len(time.asctime()), isinstance(time.timezone, int), len(time.tzname))
print(time.localtime()[:3] >= (2020, 1, 1), time.gmtime().tm_isdst, time.mktime(time.localtime(0)))
