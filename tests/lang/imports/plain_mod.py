"""Plain doc."""
print("running", __name__)
public = 1
_underscore = 2
__dunder = 3
counter = [0]
def bump():
    counter[0] += 1
    return counter[0]
class Thing: pass
if __name__ == "__main__":
    print("never as main")
