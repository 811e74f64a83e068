__all__ = ['MIMEImage']

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart


def _what(data):
    if data[6:10] in (b'JFIF', b'Exif') or data[:4] == b'\xff\xd8\xff\xdb':
        return 'jpeg'
    if data.startswith(b'\211PNG\r\n\032\n'):
        return 'png'
    if data[:6] in (b'GIF87a', b'GIF89a'):
        return 'gif'
    if data[:2] in (b'MM', b'II'):
        return 'tiff'
    if data.startswith(b'BM'):
        return 'bmp'
    if data.startswith(b'RIFF') and data[8:12] == b'WEBP':
        return 'webp'
    return None


class MIMEImage(MIMENonMultipart):
    """A picture."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None, **_params):
        _subtype = _what(_imagedata) if _subtype is None else _subtype
        if _subtype is None:
            raise TypeError('Could not guess image MIME subtype')
        super().__init__('image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)
