print("about to raise")
x = 1 / 0
