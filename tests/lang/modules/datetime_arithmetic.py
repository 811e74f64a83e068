# Arithmetic, comparison, text and limits of date, datetime and timedelta
import copy
import datetime as dt
import pickle

D, T, d = dt.datetime, dt.timedelta, dt.date
print(T(days=1, hours=30, minutes=-5), T(seconds=1.5), T(weeks=-1, microseconds=3), T(hours=0.1), T(milliseconds=1.0005), T(microseconds=0.5), T(microseconds=1.5))
print(repr(T(1, 2, 3)), T(1, 2, 3).days, T(-1).seconds, T(microseconds=-1), abs(T(-1)), -T(1, 1), +T(2), bool(T()), T(2) * 3, 4 * T(hours=1), T(1) * 0.5)
print(T(7) // 2, T(7) // T(2), T(7) / 2, T(7) / T(2), T(7) % T(2), divmod(T(7), T(2)), T(3) / 0.7, T(-7) // T(2), T(-7) % T(2), T(microseconds=5) / 2, T(microseconds=-5) / 2)
print(T(1) < T(2), T(1) == T(hours=24), T(1) != 1, hash(T(1)) == hash(T(hours=24)), T.min, T.max, T.resolution, T.max.total_seconds(), T(microseconds=1).total_seconds())
for f in (lambda: T(10 ** 9), lambda: T.max + T(1), lambda: T(1) / 0, lambda: T(1) // T(0), lambda: T('x'), lambda: T(1) + 1, lambda: T(1) < 1, lambda: T(float('nan')),
          lambda: T(1e300), lambda: T(10 ** 20), lambda: T(1) * 10 ** 30):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d(2024, 2, 29) + T(366), d(2024, 3, 1) - d(2023, 3, 1), d(2024, 1, 1) - T(1), d.min, d.max, d.resolution, d(2024, 12, 30).isocalendar(), d(2024, 7, 4).strftime('%A %d %B %y %j %w'))
print(d(2024, 1, 2) < d(2024, 1, 3), d(2024, 1, 2) == D(2024, 1, 2), d(1, 1, 1).toordinal(), d.fromordinal(738000), d(2024, 5, 5).weekday(), d(2024, 5, 5).isoweekday(), repr(d(2024, 5, 6)), f'{d(2024, 5, 6):%d/%m}')
print(d.fromisoformat('2024-05-06'), d.fromisoformat('2024W101'), D.fromisoformat('2024-05-06T07:08:09.123456'), D.fromisoformat('2024-05-06 07:08'), D.fromisoformat('2024-05-06T07:08:09+02:00'))
a = D(2024, 1, 31, 23, 59, 59, 999999)
print(a + T(microseconds=1), a - T(days=31), a - D(2024, 1, 1), a.isoformat(), a.isoformat(' ', 'minutes'), str(a.replace(microsecond=0)), repr(a), a.date(), a.time(), a.timetuple()[:8], a.ctime())
print(a.strftime('%Y-%m-%d %H:%M:%S.%f %I %p %a %b %% %Z|%z|'), a.year, a.hour, a.microsecond, a.tzinfo, a.fold, D.min, D.max, D.resolution, D.combine(d(2024, 1, 1), dt.time(5)))
z = D(2024, 1, 1, 12, tzinfo=dt.timezone.utc)
e = D(2024, 1, 1, 14, tzinfo=dt.timezone(T(hours=2)))
print(z == e, z - e, hash(z) == hash(e), z.astimezone(e.tzinfo), z < e, z.isoformat(), z + T(hours=1), z.strftime('%H %Z %z'), a == z, a != z, z.timestamp())
for f in (lambda: a < z, lambda: a - z, lambda: D.max + T(1), lambda: d.max + T(1), lambda: D(2024, 2, 30), lambda: D(2024, 1, 1, 24), lambda: d(0, 1, 1), lambda: D(2024, 1), lambda: a + 1,
          lambda: a < d(2024, 1, 1), lambda: d(2024, 1, 1) < 5, lambda: D(2024, 1, 1, fold=2), lambda: D(2024, 1, 1, tzinfo=5), lambda: d('x', 1, 1), lambda: D.fromisoformat('2024-13-01'), lambda: a.strftime(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Day(d):
    def twice(self):
        return self.day * 2


class Moment(D):
    pass


print(type(Day(2024, 1, 2) + T(1)).__name__, (Day(2024, 1, 2) + T(1)).twice(), type(Moment(2024, 1, 1) + T(1)).__name__, type(Moment.now()).__name__, Day.fromordinal(5), Moment.fromisoformat('2024-01-01'))
for v in (a, z, T(1, 2, 3), d(2024, 1, 1), Day(2024, 1, 2), dt.time(1, 2), dt.timezone(T(hours=1))):
    print(pickle.loads(pickle.dumps(v)) == v, copy.copy(v) == v, copy.deepcopy(v) == v, isinstance(v, d), type(v).__module__)
print(sorted([D(2024, 1, 2), D(2023, 1, 1)]), max(T(1), T(2)), sum([T(1), T(2)], T()), {D(2024, 1, 1): 1}[D(2024, 1, 1)], D.__mro__, dt.date.__name__)
