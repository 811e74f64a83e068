"""The parts of logging that are written in the script language."""


class LoggerAdapter:
    """A logger that gives its records context."""

    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs['extra'] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(10, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(20, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(30, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(40, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(40, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(50, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        import logging
        return f'<{self.__class__.__name__} {self.logger.name} ({logging.getLevelName(self.logger.getEffectiveLevel())})>'

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class BufferingFormatter:
    """Formats a number of records at once."""

    def __init__(self, linefmt=None):
        import logging
        self.linefmt = linefmt or logging.Formatter()

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return self.formatHeader(records) + ''.join([self.linefmt.format(record) for record in records]) + self.formatFooter(records)


for _class in (LoggerAdapter, BufferingFormatter):
    _class.__module__ = 'logging'
del _class


def makeLogRecord(dict):
    """A record with the attributes of a dict."""
    import logging
    record = logging.LogRecord('', logging.NOTSET, '', 0, '', (), None, None)
    record.name = None
    record.__dict__.update(dict)
    return record


def getLevelNamesMapping():
    import logging
    names = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
    return {name: level for name, level in names.items() if isinstance(logging.getLevelName(name), int)}


def getLoggerClass():
    import logging
    return logging.Logger


_show = None


def captureWarnings(capture):
    """Sends warnings to the logger py.warnings, or where they went before."""
    global _show
    import logging
    import warnings
    if capture and _show is None:
        _show = warnings.showwarning

        def show(message, category, filename, lineno, file=None, line=None):
            if file is not None:
                return _show(message, category, filename, lineno, file, line)
            logger = logging.getLogger('py.warnings')
            if not logger.handlers:
                logger.addHandler(logging.NullHandler())
            logger.warning('%s', f'{filename}:{lineno}: {category.__name__}: {message}\n')
        warnings.showwarning = show
    elif not capture and _show is not None:
        warnings.showwarning, _show = _show, None
