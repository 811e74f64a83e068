x = 1
raise RuntimeError("from file")
