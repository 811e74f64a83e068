# Numeric values and widths of characters; links that lead nowhere; a context used twice.
import contextlib, os, pathlib, shutil, tempfile, unicodedata

for c in '௲Ⅷ½٣²〇五万兆ↈ𐅉༳9⑦':
    print(ascii(c), unicodedata.numeric(c), unicodedata.digit(c, None), unicodedata.decimal(c, None), unicodedata.east_asian_width(c))
print([unicodedata.east_asian_width(c) for c in 'aé£Ａｱ한○…\x00\u200b😀'])
with tempfile.TemporaryDirectory() as d:
    home = os.getcwd()
    os.chdir(d)
    here = os.getcwd()
    pathlib.Path('link').symlink_to('missing')
    os.symlink('loop', 'loop')
    os.mkdir('dir')
    os.symlink('dir', 'way')
    print([os.path.relpath(os.path.realpath(p), here) for p in ('link', 'loop', 'way/x', 'way/../y', 'dir/none/../z', 'link/deep', '.')], pathlib.Path('link').resolve().name)
    try:
        shutil.make_archive('a', 'tar', 'nothing')
    except OSError as e:
        print(type(e).__name__, e)
    os.chdir(home)


@contextlib.contextmanager
def once():
    yield 1


c = once()
with c:
    pass
try:
    with c:
        pass
except AttributeError as e:
    print(e)
