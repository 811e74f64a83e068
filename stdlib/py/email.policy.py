"""How messages are parsed and written."""
__all__ = ['Compat32', 'compat32', 'Policy', 'EmailPolicy', 'default', 'strict', 'SMTP', 'HTTP', 'SMTPUTF8']

import re as _re

from email._policybase import Compat32, Policy, compat32
from email.contentmanager import raw_data_manager as _raw_data_manager
from email.headerregistry import HeaderRegistry as _HeaderRegistry

_NEWLINE = _re.compile(r'\n|\r\n?')


class EmailPolicy(Policy):
    """The rules of the newer interface: headers know their structure."""
    utf8 = False
    refold_source = 'long'
    header_factory = _HeaderRegistry()
    content_manager = _raw_data_manager

    def __init__(self, **kw):
        if 'header_factory' not in kw:
            object.__setattr__(self, 'header_factory', _HeaderRegistry())
        super().__init__(**kw)

    def header_max_count(self, name):
        return self.header_factory[name].max_count

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        return name, ''.join((value.lstrip(' \t\r\n'), *sourcelines[1:])).rstrip('\r\n')

    def header_store_parse(self, name, value):
        if hasattr(value, 'name') and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError('Header values may not contain linefeed or carriage return characters')
        return name, self.header_factory(name, value)

    def header_fetch_parse(self, name, value):
        if hasattr(value, 'name'):
            return value
        return self.header_factory(name, ''.join(_NEWLINE.split(value)))

    def fold(self, name, value):
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        return self._fold(name, value, self.cte_type == '7bit').encode('utf8' if self.utf8 else 'ascii', 'surrogateescape')

    def _fold(self, name, value, refold_binary=False):
        if hasattr(value, 'name'):
            return value.fold(policy=self)
        limit = self.max_line_length or float('inf')
        lines = value.splitlines()
        refold = self.refold_source == 'all' or self.refold_source == 'long' and (
            bool(lines) and len(lines[0]) + len(name) + 2 > limit or any([len(x) > limit for x in lines[1:]]))
        if refold or refold_binary and not value.isascii():
            return self.header_factory(name, ''.join(lines)).fold(policy=self)
        return name + ': ' + self.linesep.join(lines) + self.linesep


default = EmailPolicy()
object.__delattr__(default, 'header_factory')
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep='\r\n')
HTTP = default.clone(linesep='\r\n', max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
