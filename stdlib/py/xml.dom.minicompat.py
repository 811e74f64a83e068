"""The list types of xml.dom.minidom."""
import xml.dom
from xml.dom._dom_nodes import NodeList

__all__ = ['NodeList', 'EmptyNodeList', 'StringTypes', 'defproperty']

StringTypes = (str,)


class EmptyNodeList(tuple):
    """The children of what cannot have any."""
    __slots__ = ()

    def __add__(self, other):
        return NodeList(other)

    def __radd__(self, other):
        return NodeList(other)

    def item(self, index):
        return None

    def _get_length(self):
        return 0

    def _set_length(self, value):
        raise xml.dom.NoModificationAllowedErr("attempt to modify read-only attribute 'length'")

    length = property(_get_length, _set_length, doc='The number of nodes in the NodeList.')


def defproperty(klass, name, doc):
    """Makes an attribute of a class that calls _get_NAME and cannot be set."""
    def refuse(self, value):
        raise xml.dom.NoModificationAllowedErr(f"attempt to modify read-only attribute {name!r}")
    setattr(klass, name, property(getattr(klass, '_get_' + name), refuse, doc=doc))
