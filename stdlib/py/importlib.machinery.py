"""Specifications of modules, and what loads them from files."""
SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.has_location = False
        self.cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin) == (other.name, other.loader, other.origin)
        except AttributeError:
            return NotImplemented


def _run_in(module, code):
    names = dict(vars(module))
    try:
        exec(code, names)
    finally:
        for name, value in names.items():
            if name != '__builtins__':
                setattr(module, name, value)


def _load_spec(spec):
    """The module a specification describes, run and listed in sys.modules."""
    import sys
    from importlib.util import module_from_spec
    loader = spec.loader
    if loader is not None and not hasattr(loader, 'exec_module'):
        return loader.load_module(spec.name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if loader is not None:
            loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules.get(spec.name, module)


def _load_by_finders(name, path):
    """What the finders in sys.meta_path make of a name; None: nothing."""
    import sys
    for finder in list(sys.meta_path):
        find = getattr(finder, 'find_spec', None)
        if find is not None:
            spec = find(name, path, None)
            if spec is not None:
                return _load_spec(spec)
        elif hasattr(finder, 'find_module'):
            loader = finder.find_module(name, path)
            if loader is not None:
                return loader.load_module(name)
    return None


class BuiltinImporter:
    """Loads the modules that have no file of their own."""


def _describe(name, file, path):
    """What made the module `name`, which is loaded already."""
    if not isinstance(file, str) or file.startswith('<'):
        spec = ModuleSpec(name, BuiltinImporter, origin='built-in')
    else:
        spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
        spec.has_location = True
    if path is not None:
        spec.submodule_search_locations = list(path)
    return spec


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as f:
            return f.read()

    def get_source(self, fullname):
        with open(self.path, encoding='utf-8') as f:
            return f.read()

    def is_package(self, fullname):
        return self.path.endswith('/__init__.py')

    def get_code(self, fullname):
        return compile(self.get_data(self.path), self.path, 'exec')

    def exec_module(self, module):
        _run_in(module, self.get_code(module.__name__))

    def load_module(self, fullname=None):
        import sys
        from importlib.util import module_from_spec, spec_from_file_location
        module = module_from_spec(spec_from_file_location(self.name, self.path, loader=self))
        sys.modules[self.name] = module
        self.exec_module(module)
        return module

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)
