where = __file__
name = __name__
value = 41
