"""The pipes of multiprocessing."""
import time
from multiprocessing._shared import Connection, Pipe


def wait(object_list, timeout=None):
    """Those of the connections that can be read."""
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        ready = [c for c in object_list if c.poll()]
        if ready or (end is not None and time.monotonic() >= end):
            return ready
        time.sleep(0.001)
