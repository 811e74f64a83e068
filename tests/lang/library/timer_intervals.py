import signal

for seconds in (float('nan'), float('inf'), 1e300):
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
