import io
import pickle

# One pickler and one unpickler for several objects share what they know.
for protocol in range(6):
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol)
    shared = [1, 'abc']
    for i in range(3):
        pickler.dump((shared, i, 'abc' * i))
    out.seek(0)
    unpickler = pickle.Unpickler(out)
    read = [unpickler.load() for i in range(3)]
    print(read, read[0][0] is read[1][0] is read[2][0])

# A value taken from below a mark: the pickle is damaged.
for data in (b']K\x01(at.', b'}K\x01K\x02(st.', b']K\x01(au.'):
    try:
        print(type(pickle.loads(data)) is not None)
    except pickle.UnpicklingError:
        print(True)
