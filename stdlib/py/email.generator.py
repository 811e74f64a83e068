"""Writing messages."""
__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']

import random
import re
import sys
import time
from copy import deepcopy
from io import BytesIO, StringIO

from email.utils import _has_surrogates

_NEWLINE = re.compile(r'\r\n|\r|\n')
_FROM = re.compile(r'^From ', re.MULTILINE)


class Generator:
    """Writes messages to a text stream."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Write a message."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        self._NL = policy.linesep
        before = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            if unixfrom:
                self.write((msg.get_unixfrom() or 'From nobody ' + time.ctime(time.time())) + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = before

    def clone(self, fp):
        return type(self)(fp, self._mangle_from_, None, policy=self.policy)

    def _new_buffer(self):
        return StringIO()

    def _encode(self, s):
        return s

    def _write_lines(self, lines):
        if not lines:
            return
        parts = _NEWLINE.split(lines)
        for line in parts[:-1]:
            self.write(line + self._NL)
        if parts[-1]:
            self.write(parts[-1])

    def _write(self, msg):
        outer, self._fp = self._fp, self._new_buffer()
        self._munged = None
        try:
            self._dispatch(msg)
        finally:
            body, self._fp = self._fp, outer
        munged, self._munged = self._munged, None
        if munged:
            msg = deepcopy(msg)
            if msg.get('content-transfer-encoding') is None:
                msg['Content-Transfer-Encoding'] = munged[0]
            else:
                msg.replace_header('content-transfer-encoding', munged[0])
            msg.replace_header('content-type', munged[1])
        self._write_headers(msg)
        self._fp.write(body.getvalue())

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        handler = getattr(self, '_handle_' + f'{main}_{sub}'.replace('-', '_'), None) or getattr(self, '_handle_' + main.replace('-', '_'), None)
        (handler or self._writeBody)(msg)

    def _write_headers(self, msg):
        for h, v in msg.raw_items():
            self.write(self.policy.fold(h, v))
        self.write(self._NL)

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError(f'string payload expected: {type(payload)}')
        if _has_surrogates(msg._payload):
            charset = msg.get_param('charset')
            if charset is not None:
                msg = deepcopy(msg)
                del msg['content-transfer-encoding']
                msg.set_payload(payload, charset)
                payload = msg.get_payload()
                self._munged = msg['content-transfer-encoding'], msg['content-type']
        if self._mangle_from_:
            payload = _FROM.sub('>From ', payload)
        self._write_lines(payload)

    def _writeBody(self, msg):
        self._handle_text(msg)

    def _handle_multipart(self, msg):
        subparts = msg.get_payload()
        if subparts is None:
            subparts = []
        elif isinstance(subparts, str):
            self.write(subparts)
            return
        elif not isinstance(subparts, list):
            subparts = [subparts]
        texts = []
        for part in subparts:
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            texts.append(buffer.getvalue())
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._encode(self._NL).join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(_FROM.sub('>From ', msg.preamble) if self._mangle_from_ else msg.preamble)
            self.write(self._NL)
        self.write('--' + boundary + self._NL)
        for i, text in enumerate(texts):
            if i:
                self.write(self._NL + '--' + boundary + self._NL)
            self._fp.write(text)
        self.write(self._NL + '--' + boundary + '--' + self._NL)
        if msg.epilogue is not None:
            self._write_lines(_FROM.sub('>From ', msg.epilogue) if self._mangle_from_ else msg.epilogue)

    def _handle_multipart_signed(self, msg):
        policy = self.policy
        self.policy = policy.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = policy

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            buffer = self._new_buffer()
            self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
            text, nl = buffer.getvalue(), self._encode(self._NL)
            lines = text.split(nl)
            blocks.append(nl.join(lines[:-1]) if lines and lines[-1] == self._encode('') else text)
        self._fp.write(self._encode(self._NL).join(blocks))

    def _handle_message(self, msg):
        buffer = self._new_buffer()
        payload = msg._payload
        if isinstance(payload, list):
            self.clone(buffer).flatten(msg.get_payload(0), unixfrom=False, linesep=self._NL)
            payload = buffer.getvalue()
        else:
            payload = self._encode(payload)
        self._fp.write(payload)

    def _make_boundary(self, text=None):
        boundary = '=' * 15 + '%019d' % random.randrange(sys.maxsize) + '=='
        if text is None:
            return boundary
        made, counter = boundary, 0
        while self._encode('--' + made) in text:
            made = f'{boundary}.{counter}'
            counter += 1
        return made


class BytesGenerator(Generator):
    """Writes messages to a binary stream."""

    def write(self, s):
        self._fp.write(s.encode('ascii', 'surrogateescape'))

    def _new_buffer(self):
        return BytesIO()

    def _encode(self, s):
        return s.encode('ascii')

    def _write_headers(self, msg):
        for h, v in msg.raw_items():
            self._fp.write(self.policy.fold_binary(h, v))
        self.write(self._NL)

    def _handle_text(self, msg):
        if msg._payload is None:
            return
        if isinstance(msg._payload, str) and _has_surrogates(msg._payload) and not self.policy.cte_type == '7bit':
            self._write_lines(_FROM.sub('>From ', msg._payload) if self._mangle_from_ else msg._payload)
        else:
            super()._handle_text(msg)

    def _writeBody(self, msg):
        self._handle_text(msg)


class DecodedGenerator(Generator):
    """Writes the texts of a message, and a line for every other part."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        Generator.__init__(self, outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = '[Non-text (%(type)s) part of message omitted, filename %(filename)s]' if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            maintype = part.get_content_maintype()
            if maintype == 'text':
                print(part.get_payload(decode=False), file=self)
            elif maintype != 'multipart':
                print(self._fmt % {'type': part.get_content_type(), 'maintype': maintype, 'subtype': part.get_content_subtype(),
                                   'filename': part.get_filename('[no filename]'), 'description': part.get('Content-Description', '[no description]'),
                                   'encoding': part.get('Content-Transfer-Encoding', '[no encoding]')}, file=self)
