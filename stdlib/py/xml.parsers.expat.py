"""What the XML parser tells about mistakes."""
from types import SimpleNamespace

from xml.etree.ElementTree import ParseError as ExpatError

error = ExpatError
_messages = {'XML_ERROR_NO_MEMORY': (1, 'out of memory'), 'XML_ERROR_SYNTAX': (2, 'syntax error'), 'XML_ERROR_NO_ELEMENTS': (3, 'no element found'),
             'XML_ERROR_INVALID_TOKEN': (4, 'not well-formed (invalid token)'), 'XML_ERROR_UNCLOSED_TOKEN': (5, 'unclosed token'),
             'XML_ERROR_PARTIAL_CHAR': (6, 'partial character'), 'XML_ERROR_TAG_MISMATCH': (7, 'mismatched tag'),
             'XML_ERROR_DUPLICATE_ATTRIBUTE': (8, 'duplicate attribute'), 'XML_ERROR_JUNK_AFTER_DOC_ELEMENT': (9, 'junk after document element'),
             'XML_ERROR_PARAM_ENTITY_REF': (10, 'illegal parameter entity reference'), 'XML_ERROR_UNDEFINED_ENTITY': (11, 'undefined entity'),
             'XML_ERROR_RECURSIVE_ENTITY_REF': (12, 'recursive entity reference'), 'XML_ERROR_ASYNC_ENTITY': (13, 'asynchronous entity'),
             'XML_ERROR_BAD_CHAR_REF': (14, 'reference to invalid character number'),
             'XML_ERROR_UNKNOWN_ENCODING': (18, 'unknown encoding'), 'XML_ERROR_UNCLOSED_CDATA_SECTION': (20, 'unclosed CDATA section'),
             'XML_ERROR_UNBOUND_PREFIX': (27, 'unbound prefix')}
errors = SimpleNamespace(codes={text: code for code, text in _messages.values()}, messages=dict(_messages.values()),
                         **{name: text for name, (code, text) in _messages.items()})


def ErrorString(code, /):
    return errors.messages.get(code)
