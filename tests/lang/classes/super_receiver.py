# What super's own methods are called with by hand.
for value in (5, 'a', None, object()):
    for method in (super.__getattribute__,):
        try:
            method(value, 'f')
        except TypeError:
            print('TypeError')
    for getter in (super.__self__, super.__thisclass__, super.__self_class__):
        try:
            getter.__get__(value, None) if value is not None else None
        except TypeError:
            print('TypeError')
