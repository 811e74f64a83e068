"""The streams of io, under the name their classes carry."""
from io import BytesIO, DEFAULT_BUFFER_SIZE, BlockingIOError, StringIO, UnsupportedOperation, open, open_code, text_encoding
from io import BufferedIOBase as _BufferedIOBase, IOBase as _IOBase, RawIOBase as _RawIOBase, TextIOBase as _TextIOBase


def __getattr__(name):
    import io
    try:
        return getattr(io, name)
    except AttributeError:
        raise AttributeError(f"module '_io' has no attribute {name!r}") from None
