# logging: levels, hierarchy, handlers, formats. Everything goes to stdout through handlers.
import logging
import sys

log = logging.getLogger()
print(log.name, log.level, logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(35), logging.DEBUG, logging.CRITICAL)
logging.basicConfig(stream=sys.stdout, level=logging.INFO)


class Short(logging.Formatter):
    def formatException(self, ei):
        return '<' + ei[0].__name__ + ' ' + str(ei[1]) + ' ' + type(ei[2]).__name__ + '>'


log.handlers[0].setFormatter(Short('%(levelname)s:%(name)s:%(message)s'))
logging.debug('hidden')
logging.info('shown %d %s', 1, 'x')
logging.warning('dict %(a)s', {'a': 5})
logging.error('no args %s')
logging.critical('100%')
logging.log(25, 'odd level')
a = logging.getLogger('app')
b = logging.getLogger('app.db.pool')
print(a is logging.getLogger('app'), b.parent is a, a.parent is log, b.name, a.getChild('x').name)
c = logging.getLogger('app.db')
print(b.parent is c, c.parent is a)
a.info('from app')
b.warning('from %s', b.name)
a.setLevel(logging.ERROR)
print(a.level, b.getEffectiveLevel(), a.isEnabledFor(logging.WARNING), b.isEnabledFor(40), a, b, log)
b.warning('dropped')
b.error('kept')
b.setLevel('DEBUG')
b.debug('debug now')
b.propagate = False
b.error('nobody below hears this twice')
b.propagate = True
try:
    a.setLevel('NOPE')
except ValueError as e:
    print(e)
try:
    a.setLevel(1.5)
except TypeError as e:
    print(e)


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


h = Collect()
h.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d'))
b.addHandler(h)
b.addHandler(h)


def work():
    b.info('in work %r', [1])
    b.info('second')


work()
b.error('top')
print(h.records)
h.setLevel(logging.ERROR)
b.info('only root')
b.removeHandler(h)
b.error('gone')
print(len(h.records), b.handlers, b.hasHandlers())

try:
    {}['k']
except KeyError:
    logging.getLogger('x').exception('failed %s', 'badly')
    logging.error('with info', exc_info=True)
logging.info('without info', exc_info=False)


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args and record.args[0] % 2 == 0


f = OnlyEven()
log.addFilter(f)
logging.info('n=%d', 1)
logging.info('n=%d', 2)
log.removeFilter(f)
logging.info('n=%d', 3)
h2 = Collect()
h2.addFilter(lambda r: 'yes' in r.getMessage())
a.setLevel(logging.NOTSET)
a.addHandler(h2)
a.info('yes')
a.info('no')
print(h2.records)
logging.disable(logging.WARNING)
logging.warning('disabled')
logging.error('not disabled')
logging.disable(logging.NOTSET)
logging.addLevelName(25, 'NOTICE')
logging.log(25, 'named level')
log.info('extra', extra={'user': 'bob'})
try:
    log.info('clash', extra={'name': 'x'})
except KeyError as e:
    print(e)
r = logging.LogRecord('n', 20, '/a/b.py', 7, 'msg %s', ('arg',), None)
print(r.getMessage(), r.levelname, r.filename, r.module, r.lineno)
print(logging.Formatter('{levelname}:{message}', style='{').format(r), logging.Formatter('$levelname ${message} $$', style='$').format(r), logging.Formatter().format(r))
r.created = 0.25
fm = logging.Formatter('%(asctime)s %(message)s', datefmt='%Y')
print(fm.format(r) in ('1970 msg arg', '1969 msg arg'), fm.datefmt)
try:
    logging.Formatter(style='x')
except ValueError as e:
    print(e)
try:
    logging.Handler().emit(r)
except NotImplementedError as e:
    print(e)
logging.basicConfig(level=logging.DEBUG)
print(log.level)
logging.basicConfig(level=logging.DEBUG, format='%(message)s!', stream=sys.stdout, force=True)
logging.debug('forced')
print(logging.getLogger('quiet').addHandler(logging.NullHandler()))
b.info('end')
