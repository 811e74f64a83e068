# Signals a script sends itself, and its timer.
import os
import signal
import threading
import time

seen = []


def note(number, frame):
    seen.append((signal.Signals(number).name, frame is not None))


print(signal.getsignal(signal.SIGALRM) == signal.SIG_DFL, signal.signal(signal.SIGALRM, note) == signal.SIG_DFL, signal.getsignal(signal.SIGALRM) is note)
print(signal.setitimer(signal.ITIMER_REAL, 0.05))
start = time.monotonic()
time.sleep(0.3)
print(seen, 0.29 < time.monotonic() - start < 2)
del seen[:]
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
while len(seen) < 3:
    pass
print(len(seen), signal.getitimer(signal.ITIMER_REAL)[1])
signal.setitimer(signal.ITIMER_REAL, 0)
print(signal.getitimer(signal.ITIMER_REAL))


class Late(Exception):
    pass


def stop(number, frame):
    raise Late('too slow')


signal.signal(signal.SIGALRM, stop)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        pass
except Late as e:
    print('caught', e)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
except Late as e:
    print('caught', e)
print(signal.alarm(100), signal.alarm(0))
signal.signal(signal.SIGUSR1, note)
del seen[:]
os.kill(os.getpid(), signal.SIGUSR1)
time.sleep(0.05)
print(seen)
signal.raise_signal(signal.SIGUSR1)
print(len(seen))
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(len(seen), signal.getsignal(signal.SIGUSR1))
signal.signal(signal.SIGINT, note)
os.kill(os.getpid(), signal.SIGINT)
time.sleep(0.05)
print(seen[-1])
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(1)
except KeyboardInterrupt:
    print('interrupt')


def other():
    try:
        signal.signal(signal.SIGUSR1, note)
    except ValueError as e:
        print(e)


t = threading.Thread(target=other)
t.start()
t.join()
os.kill(os.getpid(), 0)
for bad in (lambda: signal.signal(0, note), lambda: signal.signal(signal.SIGKILL, note), lambda: signal.signal(signal.SIGUSR1, 'x')):
    try:
        bad()
    except (ValueError, OSError, TypeError) as e:
        print(type(e).__name__, e)
