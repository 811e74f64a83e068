from datetime import date, datetime, time, timedelta, timezone

deltas = [timedelta(0), timedelta(1), timedelta(-1), timedelta(hours=25, microseconds=1), timedelta(microseconds=-1), timedelta(days=-3, seconds=5), timedelta.max, timedelta.min]


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


for a in deltas:
    print(repr(a), str(a), attempt(lambda: -a), abs(a) if a > timedelta.min else None, hash(a) == hash(timedelta(a.days, a.seconds, a.microseconds)), bool(a))
    for b in deltas:
        print(attempt(lambda: a + b), attempt(lambda: a - b), a < b, a == b, a >= b, attempt(lambda: a // b), attempt(lambda: a / b), attempt(lambda: a % b))
    for k in (0, 1, -2, 3, 2.5, True, 10**12, 'x'):
        print(attempt(lambda: a * k), attempt(lambda: k * a), attempt(lambda: a / k), attempt(lambda: a // k))
moments = [datetime(2024, 2, 29, 23, 59, 59, 999999), datetime(2024, 3, 1), datetime(1, 1, 1), datetime(9999, 12, 31, 23), datetime(2024, 2, 29, 10, 5, fold=1)]
for a in moments:
    print(repr(a), str(a), {a: 1}[a.replace()], hash(a) == hash(a.replace(fold=0)))
    for b in moments:
        print(a < b, a <= b, a == b, a != b, a - b)
    for d in deltas:
        print(attempt(lambda: a + d), attempt(lambda: d + a), attempt(lambda: a - d), attempt(lambda: d - a))
utc, east = timezone.utc, timezone(timedelta(hours=5, minutes=30))
x, y = datetime(2024, 1, 1, 12, tzinfo=utc), datetime(2024, 1, 1, 17, 30, tzinfo=east)
print(x == y, x < y, x <= y, x - y, hash(x) == hash(y), x.timestamp(), y.timestamp(), repr(datetime(2024, 1, 1, fold=1, tzinfo=utc)), repr(time(1, fold=1, tzinfo=utc)))
print(attempt(lambda: x < moments[0]), attempt(lambda: x - moments[0]), x == moments[0], x.astimezone(east), y.astimezone(utc) == y)
print(attempt(lambda: date(2024, 1, 1) - moments[0]), attempt(lambda: moments[0] - date(2024, 1, 1)), attempt(lambda: date(2024, 1, 1) < moments[0]), date(2024, 1, 1) == moments[1])
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 1, 31) + timedelta(1, 86399), date(2024, 1, 1) - timedelta(1), {date(2024, 1, 1): 1}[date(2024, 1, 1)])
for t in (0, 1.5, -1, 1e9, 1234567890.123456, 2.5e-7, True):
    print(datetime.fromtimestamp(t, utc), datetime.fromtimestamp(datetime.fromtimestamp(t).timestamp()) == datetime.fromtimestamp(t), datetime.utcfromtimestamp(t))
for t in ('a', None, float('nan'), float('inf'), 1e30):
    print(attempt(lambda: datetime.fromtimestamp(t)))
print(attempt(lambda: datetime.now(5)), datetime.now(utc).tzinfo, datetime.utcnow().tzinfo, datetime.now().tzinfo, type(datetime.today()).__name__, type(date.today()).__name__)


class Stamp(datetime):
    pass


s = Stamp(2024, 5, 6)
print(repr(s), type(s + timedelta(1)).__name__, type(Stamp.now()).__name__, type(Stamp.today()).__name__, type(Stamp.utcnow()).__name__, s == datetime(2024, 5, 6), s - s)


class Odd(timezone.utc.__class__.__mro__[1]):
    def utcoffset(self, dt):
        return 'x'


print(attempt(lambda: datetime(2024, 1, 1, tzinfo=Odd()).timestamp()), attempt(lambda: datetime(2024, 1, 1, tzinfo=Odd()) < x))
