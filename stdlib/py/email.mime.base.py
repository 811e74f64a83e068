__all__ = ['MIMEBase']

from email._policybase import compat32
from email.message import Message


class MIMEBase(Message):
    """A message with a type."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__(policy=compat32 if policy is None else policy)
        self.add_header('Content-Type', f'{_maintype}/{_subtype}', **_params)
        self['MIME-Version'] = '1.0'
