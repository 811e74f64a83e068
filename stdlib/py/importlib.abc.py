"""Abstract base classes of what finds and loads modules."""
import abc

from importlib.machinery import BuiltinImporter, SourceFileLoader

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader', 'SourceLoader']


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Stands in sys.meta_path."""

    def invalidate_caches(self):
        """An optional method for clearing the finder's cache, if any."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    def invalidate_caches(self):
        """An optional method for clearing the finder's cache, if any."""


class Loader(metaclass=abc.ABCMeta):
    def create_module(self, spec):
        """Return a module to initialize, or None for an ordinary one."""
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from importlib.machinery import ModuleSpec, _load_spec
        return _load_spec(ModuleSpec(fullname, self))

    def module_repr(self, module):
        raise NotImplementedError


class ResourceLoader(Loader):
    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        from importlib.machinery import _run_in
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        _run_in(module, code)


class ExecutionLoader(InspectLoader):
    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source, self.get_filename(fullname))


class FileLoader(ResourceLoader, ExecutionLoader):
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as f:
            return f.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    def path_mtime(self, path):
        return int(self.path_stats(path)['mtime'])

    def path_stats(self, path):
        raise OSError

    def set_data(self, path, data):
        """Write the bytes to the path (if possible)."""

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.get_filename(fullname)))


MetaPathFinder.register(BuiltinImporter)
Loader.register(SourceFileLoader)
