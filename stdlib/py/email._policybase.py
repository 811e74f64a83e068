"""What all policies share, and the policy of the older interface."""
__all__ = ['Policy', 'Compat32', 'compat32']

from email import header as _header
from email.charset import UNKNOWN8BIT as _UNKNOWN
from email.utils import _has_surrogates


class Policy:
    """The rules all have. A policy never changes: clone() makes another."""
    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {type(self).__name__}')
            object.__setattr__(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{n}={v!r}' for n, v in self.__dict__.items()])})"

    def clone(self, **kw):
        """The same with some rules changed."""
        made = type(self).__new__(type(self))
        for name, value in self.__dict__.items():
            object.__setattr__(made, name, value)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError(f'{name!r} is an invalid keyword argument for {type(self).__name__}')
            object.__setattr__(made, name, value)
        return made

    def __setattr__(self, name, value):
        if hasattr(self, name):
            raise AttributeError(f'{type(self).__name__!r} object attribute {name!r} is read-only')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def __add__(self, other):
        """The rules of both, the right ones first."""
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        return None


class Compat32(Policy):
    """The rules of the older interface: headers are plain text."""
    mangle_from_ = True

    def _sanitize_header(self, name, value):
        if isinstance(value, str) and _has_surrogates(value):
            return _header.Header(value, charset=_UNKNOWN, header_name=name)
        return value

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        return name, ''.join((value.lstrip(' \t'), *sourcelines[1:])).rstrip('\r\n')

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._sanitize_header(name, value)

    def fold(self, name, value):
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        return self._fold(name, value, self.cte_type == '7bit').encode('ascii', 'surrogateescape')

    def _fold(self, name, value, sanitize):
        if isinstance(value, str):
            if _has_surrogates(value):
                if not sanitize:
                    return f'{name}: {value}{self.linesep}'
                value = _header.Header(value, charset=_UNKNOWN, header_name=name)
            else:
                value = _header.Header(value, header_name=name)
        return f'{name}: {value.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0)}{self.linesep}'


compat32 = Compat32()
