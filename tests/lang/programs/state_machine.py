from enum import Enum, auto, IntEnum, Flag


class S(Enum):
    IDLE = auto()
    RUN = auto()
    STOP = auto()


class Ev(str, Enum):
    START = 'start'
    HALT = 'halt'


T = {(S.IDLE, Ev.START): S.RUN, (S.RUN, Ev.HALT): S.STOP}
s = S.IDLE
for ev in (Ev.START, Ev.HALT, Ev.START):
    try:
        s = T[s, ev]
        print('->', s, s.name, s.value, repr(s))
    except KeyError as k:
        print('bad transition', k)
print(list(S), S['RUN'], S(3), len(S), S.RUN in S, Ev.START == 'start', Ev('halt'))
for f in (lambda: S(9), lambda: S['X'], lambda: S.FOO, lambda: setattr(S, 'IDLE', 3)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class P(Flag):
    R = 4
    W = 2
    X = 1


print(P.R | P.W, P(7), P.R in P.R | P.X, ~P.R, P(0), bool(P(0)), repr(P.R | P.X))


class Pr(IntEnum):
    LOW = 1
    HIGH = 10


print(Pr.LOW < Pr.HIGH, Pr.HIGH + 1, sorted([Pr.HIGH, Pr.LOW]), f'{Pr.LOW}', f'{Pr.LOW!r}', str(Pr.LOW), '%d' % Pr.HIGH)
