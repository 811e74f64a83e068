# Events that are set and cleared at once, the texts of synchronisers, identities of threads.
import re
import threading
import _thread

event = threading.Event()
ready = threading.Semaphore(0)
woken = []


def wait(number):
    ready.release()
    woken.append(event.wait(10))


threads = [threading.Thread(target=wait, args=(i,)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    ready.acquire()
import time
time.sleep(0.05)
event.set()
event.clear()
for t in threads:
    t.join()
print(woken, event.is_set(), event.wait(0.01))


def text(obj):
    return re.sub(r'0x[0-9a-f]+', '0x', repr(obj))


print(text(threading.Barrier(3)), text(threading.BoundedSemaphore(2)), text(threading.Semaphore(1)), text(event))
found = []
done = threading.Event()


def bare():
    found.append(threading.current_thread().ident)
    found.append(threading.current_thread().name.startswith('Dummy'))
    done.set()


number = _thread.start_new_thread(bare, ())
done.wait()
print(found[0] == number, found[1], number != threading.get_ident())
print(threading.gettrace(), threading.getprofile())
