match a, *b:
    case [1, -2.5, *_] | (None | True) as q if q: pass
    case {'k': C(x, y=[_, *r]), **rest}: pass
    case a.b | "s" "t" | -1+2j: pass
    case _: pass
