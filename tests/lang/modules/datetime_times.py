"""datetime.time, and dates in their ISO weeks."""
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone

plus = timezone(timedelta(hours=2))
times = [time(), time(23, 59, 59, 999999), time(7, 5), time(7, 5, 0, 1), time(12, 30, tzinfo=plus), time(1, fold=1), time(hour=True), time(10, 0, tzinfo=timezone.utc)]
for t in times:
    print(repr(t), str(t), t.isoformat('minutes'), t.isoformat('milliseconds'), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, bool(t))
    print(t.strftime('%H|%M|%S|%f|%z|%Z|%p|%I|%j|%a|%%'), f'{t}', f'{t:%H-%M}', t.utcoffset(), t.tzname(), t.dst(), t == copy.copy(t) == copy.deepcopy(t))
    for protocol in (0, 2, 4, 5):
        assert pickle.loads(pickle.dumps(t, protocol)) == t and pickle.loads(pickle.dumps(t, protocol)).fold == (t.fold if protocol > 3 else 0)
    print(t.__reduce__(), t.__reduce_ex__(4))
print(time.min, time.max, time.resolution, time.__name__, time.__module__, time)
print(sorted(t for t in times if t.tzinfo is None), max(times[:4]), len({time(1), time(1), time(2)}), time(1) == time(1, fold=1))
print(time(10, 0, tzinfo=timezone.utc) == time(12, 0, tzinfo=plus), time(10, tzinfo=timezone.utc) < time(12, 30, tzinfo=plus), time(1) == time(1, tzinfo=plus))
print(hash(time(10, 0, tzinfo=timezone.utc)) == hash(time(12, 0, tzinfo=plus)), hash(time(3)) == hash(time(3)), {time(3): 1}[time(3)])
print(time(1) == 1, time(1) != 'x', time(1) == datetime(2000, 1, 1, 1), time(1).replace(minute=4), time(1, tzinfo=plus).replace(tzinfo=None), time(1).replace(2, 3, 4, 5, plus, fold=1))
print(time.fromisoformat('04:05:06'), time.fromisoformat('T04:05'), time.fromisoformat('040506.789'), time.fromisoformat('04:05:06+02:00'), time.fromisoformat('04Z'))
print(datetime(2020, 1, 2, 3, 4, 5, 6).time(), datetime(2020, 1, 2, 3, tzinfo=plus).timetz(), datetime.combine(date(2020, 1, 1), time(4, 5, tzinfo=plus)))


class Clock(time):
    def __str__(self):
        return 'clock'

    def isoformat(self, timespec='auto'):
        return 'iso'

    def label(self):
        return self.hour * 100 + self.minute


class Plain(time):
    extra = 1


c = Clock(3, 4, 5)
print(repr(c), str(c), c.label(), c == time(3, 4, 5), time(3, 4, 5) == c, c < time(4), type(c.replace(hour=1)).__name__, type(Clock.fromisoformat('01:02')).__name__, hash(c) == hash(time(3, 4, 5)))
print(repr(Plain(1)), str(Plain(1)), Plain(1).isoformat(), isinstance(c, time), pickle.loads(pickle.dumps(Plain(1, 2))), f'{Plain(5)}', {Plain(2): 'p'}[time(2)])
for action in (lambda: time(24), lambda: time(0, 60), lambda: time(0, 0, -1), lambda: time(0, 0, 0, 10 ** 6), lambda: time(1.5), lambda: time('a'), lambda: time(fold=2), lambda: time(tzinfo=3),
               lambda: time(1) < 1, lambda: time(1) < time(2, tzinfo=plus), lambda: time(1) + timedelta(1), lambda: time.fromisoformat('25:00'), lambda: time.fromisoformat('x'),
               lambda: time.fromisoformat(3), lambda: time(1).strftime(5), lambda: time(1).isoformat('days'), lambda: setattr(time(1), 'hour', 3)):
    try:
        print('no error', action())
    except Exception as e:
        print(type(e).__name__, e)

d = date(1998, 12, 20)
for _ in range(16):
    print(d, tuple(d.isocalendar()), d.isocalendar().week, d.isocalendar()[2], datetime(d.year, d.month, d.day, 5).isocalendar())
    d += timedelta(days=99)
for year in (1, 2004, 2005, 2008, 2009, 2010, 2015, 2020, 2021, 9999):
    print(year, date(year, 1, 1).isocalendar(), date(year, 12, 31).isocalendar(), date(year, 1, 4).isocalendar())
