real = 1
def __getattr__(name):
    if name.startswith("dyn"): return "made " + name
    raise AttributeError("no %s here" % name)
def __dir__(): return ["real", "dyn_listed"]
