# logging as programs extend it: subclasses of everything, own levels, factories, converters, stacks, names of handlers.
import io
import logging
import sys
import time
import warnings

TRACE = 5
logging.addLevelName(TRACE, 'TRACE')


def trace(self, msg, *args, **kwargs):
    if self.isEnabledFor(TRACE):
        self._log(TRACE, msg, args, **kwargs)


logging.Logger.trace = trace
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s'))
log = logging.getLogger('ext')
log.addHandler(out)
log.propagate = False
log.setLevel(TRACE)


def work():
    log.trace('own level %s', 1)
    log.log(TRACE, 'by number')


work()
print(logging.getLevelName('TRACE'), logging.getLevelName(TRACE), logging.getLevelNamesMapping()['TRACE'], out, logging.Handler(), logging.NullHandler(30))


class Numbered(logging.Logger):
    count = 0

    def makeRecord(self, *args, **kwargs):
        record = super().makeRecord(*args, **kwargs)
        Numbered.count += 1
        record.number = Numbered.count
        return record

    def handle(self, record):
        record.msg = f'#{record.number} {record.msg}'
        super().handle(record)


logging.setLoggerClass(Numbered)
n = logging.getLogger('numbered.child')
print(type(n).__name__, n, logging.getLoggerClass() is Numbered, n.manager is log.manager, n.root is logging.root)
n.addHandler(out)
n.propagate = False
n.warning('first')
n.error('second %s', 'x')
logging.setLoggerClass(logging.Logger)
try:
    logging.setLoggerClass(int)
except TypeError as e:
    print(e)
old = logging.getLogRecordFactory()


def factory(*args, **kwargs):
    record = old(*args, **kwargs)
    record.custom = 'C'
    return record


logging.setLogRecordFactory(factory)
out.setFormatter(logging.Formatter('%(custom)s %(message)s'))
log.warning('made by a factory')
logging.setLogRecordFactory(old)


class Utc(logging.Formatter):
    converter = time.gmtime
    default_msec_format = '%s.%03d'

    def formatMessage(self, record):
        return '<' + super().formatMessage(record) + '>'

    def formatException(self, ei):
        return f'{ei[0].__name__}!'

    def formatStack(self, stack_info):
        return stack_info.splitlines()[0]


r = logging.makeLogRecord({'name': 'r', 'levelno': 20, 'levelname': 'INFO', 'msg': 'at %s', 'args': ('zero',), 'created': 0.25, 'msecs': 250.0})
print(Utc('%(asctime)s %(message)s').format(r), Utc('{asctime} {msg}', '%H:%M', '{').format(r), r)
out.setFormatter(Utc('%(message)s'))
try:
    1 / 0
except ZeroDivisionError as e:
    log.exception('failed')
    log.error('failed', exc_info=e)
    log.error('failed', exc_info=(type(e), e, e.__traceback__))
log.info('stack', stack_info=True)
log.info('extra', extra={'mine': 5})
try:
    log.info('extra', extra={'message': 5})
except KeyError as e:
    print(e)
try:
    log.info('extra', extra={'name': 5})
except KeyError as e:
    print(e)
for style, fmt in (('%', 'none'), ('{', '{a b}'), ('{', 'x'), ('$', '$'), ('$', 'x'), ('{', '{a!z}'), ('{', '{a:}}'), ('x', '')):
    try:
        logging.Formatter(fmt, style=style)
    except ValueError as e:
        print(e)
try:
    logging.Formatter('%(missing)s').format(r)
except ValueError as e:
    print(e)
print(logging.Formatter('%(missing)s', defaults={'missing': 'there'}).format(r))
out.name = 'stdout'
print(out.get_name(), logging._handlers['stdout'] is out, out.setStream(sys.stdout), out.setStream(io.StringIO()) is sys.stdout, out.setStream(sys.stdout).getvalue())
out.setFormatter(logging.Formatter('%(message)s'))
log.addFilter(lambda record: 'no' not in record.getMessage())
log.info('no')
log.info('yes')
f = logging.Filter('a.b')
print([f.filter(logging.makeLogRecord({'name': name})) for name in ('a.b', 'a.b.c', 'a.bc', 'a')])


class Broken(logging.Handler):
    def emit(self, record):
        self.handleError(record)

    def handleError(self, record):
        print('handled', record.getMessage(), sys.exc_info()[0])


log.addHandler(Broken())
log.info('to a broken handler')
log.handlers.pop()
a = logging.LoggerAdapter(log, {'user': 'ann'})
print(a, a.name, a.isEnabledFor(5), a.manager is log.manager)
logging.disable(logging.INFO)
print(log.isEnabledFor(20), log.isEnabledFor(30), log.manager.disable)
logging.disable(logging.NOTSET)
log.disabled = True
log.error('silent')
log.disabled = False
logging.captureWarnings(True)
w = logging.getLogger('py.warnings')
w.addHandler(out)
w.propagate = False
warnings.warn_explicit('caught', UserWarning, 'file.py', 3)
logging.captureWarnings(False)
for wrong in (dict(stream=sys.stdout, filename='x'), dict(handlers=[], stream=sys.stdout), dict(style='!'), dict(level='LOUD'), dict(odd=1)):
    logging.root.handlers.clear()
    try:
        logging.basicConfig(**wrong)
    except ValueError as e:
        print(e)
logging.root.handlers.clear()
try:
    log.log('x', 'y')
except TypeError as e:
    print(e)
try:
    logging.getLogger(5)
except TypeError as e:
    print(e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    log.warn('old name')
    print(caught[0].message)
logging.shutdown()
