print("init deep", __name__, __package__)
VALUE = 42
from ..  import __name__ as parent_name
from ..sub import __name__ as again
def up():
    from .. import late
    return late.NAME
