"""The managers of multiprocessing."""
from multiprocessing._shared import DictProxy, ListProxy, Namespace, SyncManager

__all__ = ['BaseManager', 'SyncManager']


class BaseManager(SyncManager):
    """A manager of what is registered with it."""

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None):
        self.address = address
