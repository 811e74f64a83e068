"""The queues of multiprocessing."""
from multiprocessing._shared import JoinableQueue, Queue, SimpleQueue
from queue import Empty, Full
