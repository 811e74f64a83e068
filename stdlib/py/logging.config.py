"""Setting up logging from a dict."""
import logging

_levels = ('formatters', 'filters', 'handlers')


def dictConfig(config):
    """Configure logging using a dictionary."""
    DictConfigurator(config).configure()


def _imported(name):
    """The object a dotted name leads to."""
    parts = name.split('.')
    used = parts.pop(0)
    try:
        found = __import__(used)
        for part in parts:
            used += '.' + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(used)
                found = getattr(found, part)
        return found
    except ImportError as e:
        raise ValueError(f'Cannot resolve {name!r}: {e}') from e


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def convert(self, value):
        """ext:// names an object, cfg:// another part of the configuration."""
        if isinstance(value, str):
            if value.startswith('ext://'):
                return _imported(value[6:])
            if value.startswith('cfg://'):
                found = self.config
                for part in value[6:].split('.'):
                    found = found[part]
                return found
            return value
        if isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.convert(v) for v in value]) if not hasattr(value, '_fields') else value
        return value

    def made(self, options):
        """What a factory named '()' makes of the rest."""
        options = dict(options)
        factory = options.pop('()')
        if not callable(factory):
            factory = _imported(factory)
        attributes = options.pop('.', None)
        result = factory(**{k: self.convert(v) for k, v in options.items() if str(k).isidentifier()})
        for name, value in (attributes or {}).items():
            setattr(result, name, value)
        return result

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f'Unsupported version: {config["version"]}')
        if config.get('incremental'):
            for name, options in config.get('loggers', {}).items():
                self.level(logging.getLogger(name), options)
            if config.get('root'):
                self.level(logging.getLogger(), config['root'])
            return
        self.formatters = self.each('formatter', config.get('formatters', {}), self.formatter)
        self.filters = self.each('filter', config.get('filters', {}), self.filter)
        self.handlers = {}
        waiting = dict(sorted(config.get('handlers', {}).items()))
        for _ in range(2):      # those that wait for a target come second
            for name, options in list(waiting.items()):
                target = options.get('target')
                if isinstance(target, str) and target in waiting and target not in self.handlers and 'MemoryHandler' in str(options.get('class')):
                    continue
                self.handlers.update(self.each('handler', {name: options}, self.handler))
                self.handlers[name].name = name
                del waiting[name]
        for name, options in config.get('loggers', {}).items():
            try:
                self.logger(logging.getLogger(name), options, False)
            except Exception as e:
                raise ValueError(f'Unable to configure logger {name!r}') from e
        if config.get('root'):
            try:
                self.logger(logging.getLogger(), config['root'], True)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def each(self, kind, parts, make):
        made = {}
        for name, options in parts.items():
            try:
                made[name] = make(options)
            except Exception as e:
                raise ValueError(f'Unable to configure {kind} {name!r}') from e
        return made

    def formatter(self, options):
        if '()' in options:
            return self.made(options)
        cls = _imported(options['class']) if 'class' in options else logging.Formatter
        return cls(options.get('format'), options.get('datefmt'), options.get('style', '%'))

    def filter(self, options):
        return self.made(options) if '()' in options else logging.Filter(options.get('name', ''))

    def handler(self, options):
        options = dict(options)
        formatter, level, filters = options.pop('formatter', None), options.pop('level', None), options.pop('filters', ())
        if formatter:
            formatter = self.formatters[formatter]
        if '()' in options:
            handler = self.made(options)
        else:
            cls = options.pop('class')
            if not isinstance(cls, type):
                cls = _imported(cls)
            attributes = options.pop('.', None)
            if isinstance(options.get('target'), str) and options['target'] in self.handlers:
                options['target'] = self.handlers[options['target']]
            if 'handlers' in options:
                options['handlers'] = [self.handlers[name] for name in options['handlers']]
            handler = cls(**{k: self.convert(v) for k, v in options.items() if str(k).isidentifier()})
            for name, value in (attributes or {}).items():
                setattr(handler, name, value)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(level)
        for name in filters:
            handler.addFilter(self.filters[name] if isinstance(name, str) else name)
        return handler

    def level(self, logger, options):
        if options.get('level') is not None:
            logger.setLevel(options['level'])

    def logger(self, logger, options, root):
        self.level(logger, options)
        for handler in list(logger.handlers):
            logger.removeHandler(handler)
        for name in options.get('handlers') or ():
            logger.addHandler(self.handlers[name])
        for name in options.get('filters') or ():
            logger.addFilter(self.filters[name] if isinstance(name, str) else name)
        if not root and options.get('propagate') is not None:
            logger.propagate = options['propagate']
