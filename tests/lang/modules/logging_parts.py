import logging
import logging.config
import logging.handlers
import os
import queue
import sys
import tempfile

out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter('%(levelname)s %(name)s %(funcName)s %(message)s %(user)s', defaults={'user': '-'}))
log = logging.getLogger('app')
log.addHandler(out)
log.setLevel(logging.DEBUG)
log.propagate = False


class Context(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f'[{self.extra["id"]}] {msg}', kwargs


def work():
    logging.LoggerAdapter(log, {'user': 'ann'}).info('hello %d', 5)
    Context(log, {'id': 7}).warning('inside')
    log.info('here')
    helper()


def helper():
    log.info('from the caller', stacklevel=2)


work()
print(logging.LoggerAdapter(log, {}).isEnabledFor(10), logging.getLevelNamesMapping()['ERROR'], logging.getLoggerClass() is logging.Logger)
record = logging.makeLogRecord({'msg': 'made %s', 'args': ('up',), 'levelno': 30, 'levelname': 'WARNING', 'name': 'x', 'funcName': 'f'})
print(record.getMessage())
log.handle(record)

memory = logging.handlers.MemoryHandler(3, target=out)
other = logging.getLogger('memory')
other.propagate = False
other.addHandler(memory)
other.warning('one')
other.warning('two')
print(len(memory.buffer))
other.error('three')
print(len(memory.buffer))

records = queue.Queue()
handler = logging.handlers.QueueHandler(records)
listener = logging.handlers.QueueListener(records, out, respect_handler_level=True)
queued = logging.getLogger('queued')
queued.propagate = False
queued.addHandler(handler)
listener.start()
queued.error('through %s', 'a queue')
listener.stop()

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'app.log')
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
    rotating.setFormatter(logging.Formatter('%(message)s'))
    filed = logging.getLogger('filed')
    filed.propagate = False
    filed.addHandler(rotating)
    for i in range(12):
        filed.warning('line number %d', i)
    rotating.close()
    print(sorted(os.listdir(folder)))
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            print(name, file.read().split('\n'))


class Only:
    def __init__(self, word):
        self.word = word

    def filter(self, record):
        return self.word in record.getMessage()


logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'short': {'format': '{levelname}:{message}', 'style': '{'}},
    'filters': {'only': {'()': Only, 'word': 'keep'}},
    'handlers': {'out': {'class': 'logging.StreamHandler', 'formatter': 'short', 'filters': ['only'], 'stream': 'ext://sys.stdout', 'level': 'INFO'}},
    'loggers': {'configured': {'handlers': ['out'], 'level': 'DEBUG', 'propagate': False}},
})
configured = logging.getLogger('configured')
configured.debug('keep debug')
configured.info('keep this')
configured.info('drop this')
for bad in [{}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'no.such'}}}]:
    try:
        logging.config.dictConfig(bad)
    except ValueError as e:
        print(e)
