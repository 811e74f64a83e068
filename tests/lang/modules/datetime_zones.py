import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


class Eastern(tzinfo):
    """An hour ahead from April to October."""

    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        if dt is None or dt.tzinfo is None:
            return timedelta(0)
        return timedelta(hours=1) if 4 <= dt.month <= 10 else timedelta(0)

    def tzname(self, dt):
        return 'EDT' if self.dst(dt) else 'EST'

    def __repr__(self):
        return 'Eastern()'


def error(f, *args, **options):
    try:
        print(f(*args, **options))
    except Exception as e:
        print(type(e).__name__, e)


east = Eastern()
winter, summer = datetime(2020, 1, 15, 12, tzinfo=east), datetime(2020, 7, 15, 12, tzinfo=east)
print(winter, summer, summer - winter, winter < summer, summer.tzname(), summer.dst())
print(winter.astimezone(UTC), datetime(2020, 7, 15, 16, tzinfo=UTC).astimezone(east), summer.utctimetuple()[:6], summer.timetuple().tm_isdst)
print(datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=5, minutes=30), 'IST')), timezone(timedelta(hours=-3, seconds=1)), timezone(timedelta(0)) is UTC)
print(datetime(2020, 1, 1, 12, tzinfo=UTC) == datetime(2020, 1, 1, 7, tzinfo=east), datetime(2020, 1, 1) == datetime(2020, 1, 1, tzinfo=UTC))
print(hash(datetime(2020, 1, 1, 12, tzinfo=UTC)) == hash(datetime(2020, 1, 1, 7, tzinfo=east)), time(1, tzinfo=UTC) == time(1), time(1, tzinfo=UTC))
error(lambda: datetime(2020, 1, 1) < datetime(2020, 1, 1, tzinfo=UTC))
error(lambda: datetime(2020, 1, 1) - datetime(2020, 1, 1, tzinfo=UTC))
error(lambda: datetime(2020, 1, 1) < date(2020, 1, 1))
error(timezone, timedelta(days=1))
error(timezone, 5)
error(timezone, timedelta(1, 0), 5)
error(UTC.utcoffset, 5)
error(UTC.fromutc, winter)
error(datetime.combine, 1, 2)
error(datetime, 2020, 1, 1, tzinfo='UTC')
error(format, date(2020, 1, 1), '')
error(date(2020, 1, 1).strftime, 5)

for text in ['2020-01-02', '20200102', '2020-W01-1', '2020W011', '2020-W53', '2020W01']:
    error(date.fromisoformat, text)
for text in ['2020-01-02T03:04:05', '2020-01-02 03', '20200102T030405', '2020-01-02T03:04:05.123', '2020-01-02T03:04:05,123456', '2020-01-02T03:04:05Z',
             '2020-01-02T03:04+05:30', '2020-01-02T03:04:05.5-00:00:01', '2020-W01-4T12:00', '2020-01-02T', '2020-13-01', '2020-01-02T25:00',
             '2020-01-02T3:04', '2020-01-02T03:4', 'no date', '2020-01-02T03:04:05+24:00', '2020-01-02T0304:05', '2020-01-02T03:04:05.1234567']:
    error(datetime.fromisoformat, text)
for text in ['03:04', 'T030405', '03:04:05.000001+01:00', '3:04', '03:04:', '24:00', '']:
    error(time.fromisoformat, text)

for text, spec in [('2020-02-29 13:14:15.5 +0530', '%Y-%m-%d %H:%M:%S.%f %z'), ('Feb 3 99', '%b %d %y'), ('12 AM', '%I %p'), ('2020 12 1', '%Y %U %w'),
                   ('2020 12 1', '%Y %W %w'), ('2020 60', '%Y %j'), ('2020 10 3', '%G %V %u'), ('Monday, 02 March 2020', '%A, %d %B %Y'), ('29 Feb', '%d %b'),
                   ('10:20 UTC', '%H:%M %Z'), ('x', '%d'), ('1 2', '%d'), ('1', '%Q'), ('1', '%d%'), ('2020 10', '%G %V'), ('10 3', '%V %u'),
                   ('03/04/20 05:06:07', '%x %X'), ('Tue Mar  3 04:05:06 2020', '%c'), ('+01:30:15', '%z'), ('a  b 5', 'a b\t%d'), ('-01:3015', '%z')]:
    error(datetime.strptime, text, spec)

values = [date(2020, 1, 2), time(1, 2, 3, 4), time(1, tzinfo=UTC), datetime(2020, 1, 2, 3, 4, 5, 6), datetime(2020, 1, 2, tzinfo=UTC), timedelta(1, 2, 3),
          timezone(timedelta(hours=1), 'X'), UTC, datetime(2020, 1, 2, 3, fold=1), date(2020, 1, 2).isocalendar()]
for value in values:
    print(repr(value), copy.copy(value) == value, copy.deepcopy(value) == value, pickle.loads(pickle.dumps(value)) == value, value)


class Day(date):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def next(self):
        return self + timedelta(1)


class Moment(datetime):
    pass


print(repr(Day(2020, 2, 28).next()), type(Moment(2020, 1, 1) + timedelta(1)).__name__, Moment.fromisoformat('2020-01-01'), type(Moment.now()).__name__)
print(pickle.loads(pickle.dumps(Day(2020, 1, 1))) == Day(2020, 1, 1), Day.today() == date.today(), repr(Moment(2020, 1, 1).date()))
print(timedelta(hours=1.5) * 2, timedelta(1) / 3, timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=5)),
      timedelta(1) / timedelta(hours=5), -timedelta(seconds=1), abs(timedelta(-1)), timedelta(microseconds=2.5), timedelta(0.1), 2.5 * timedelta(1))
error(timedelta, '1')
error(timedelta, 10 ** 10)
error(lambda: timedelta(1) / 0)
error(lambda: timedelta(1) < 5)
