import io
import sys
import warnings


def old():
    warnings.warn('old is old', DeprecationWarning, stacklevel=2)


def error(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    old()
    old()
    warnings.warn('plain')
    warnings.warn(RuntimeWarning('made'))
    for w in caught:
        print(w.category.__name__, w.message, w.lineno, w.filename.endswith('warnings_module.py'))
    print(type(caught[0].message), str(caught[2]).startswith("{message : UserWarning('plain')"))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('default')
    for _ in range(3):
        warnings.warn('same place')
    warnings.warn('same place')
    print(len(caught))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('once')
    for _ in range(3):
        warnings.warn('only once')
    warnings.warn('only once')
    print(len(caught))

with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings('ignore', message='skip.*')
    warnings.filterwarnings('error', category=FutureWarning)
    warnings.warn('skip this')
    warnings.warn('Skip that too')
    warnings.warn('keep this, skip not')
    error(warnings.warn, 'future', FutureWarning)
    print([str(w.message) for w in caught], len(warnings.filters))

with warnings.catch_warnings():
    warnings.simplefilter('error')
    error(warnings.warn, 'raised')
    error(old)
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    error(warnings.warn, 'ignored')
with warnings.catch_warnings(record=True, action='always') as caught:
    warnings.warn_explicit('explicit', UserWarning, 'file.py', 12)
    print(caught[0].filename, caught[0].lineno)

shown = []
saved = warnings.showwarning
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: shown.append((str(message), category.__name__, lineno))
warnings.warn('to the hook')
warnings.showwarning = saved
print(shown)
stderr, sys.stderr = sys.stderr, io.StringIO()
warnings.warn('to stderr')
text, sys.stderr = sys.stderr.getvalue(), stderr
print(text.split(':', 1)[1])
print(repr(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'x = 1')))
error(warnings.warn, 'x', int)
error(warnings.simplefilter, 'bad')
error(warnings.filterwarnings, 'ignore', category=int)
error(warnings.filterwarnings, 'ignore', message=5)


class Custom(UserWarning):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always', Custom)
    warnings.warn(Custom(7))
    print(caught[0].message.code, caught[0].category is Custom)
