"""Parsing messages whose text comes in pieces."""
__all__ = ['FeedParser', 'BytesFeedParser']

import re

from email import errors
from email._policybase import compat32

_LINES = re.compile(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+')
_HEADER = re.compile(r'^(From |[\041-\071\073-\176]*:|[\t ])')
_NEWLINE_END = re.compile(r'(\r\n|\r|\n)\Z')


class FeedParser:
    """Collects text; close() gives the message."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        if _factory is None:
            if policy.message_factory is None:
                from email.message import EmailMessage, Message
                self._factory = Message if policy is compat32 or not hasattr(policy, 'content_manager') else EmailMessage
            else:
                self._factory = policy.message_factory
        else:
            self._factory = _factory
        self._headersonly = False
        self._pieces = []

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        self._pieces.append(data)

    def close(self):
        lines = _LINES.findall(''.join(self._pieces))
        self._pieces = []
        root = self._message(lines)
        if root.get_content_maintype() == 'multipart' and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _new(self, default=None):
        try:
            msg = self._factory(policy=self.policy)
        except TypeError:
            msg = self._factory()
        if default:
            msg.set_default_type(default)
        return msg

    def _message(self, lines, default=None):
        msg = self._new(default)
        headers, at = [], 0
        while at < len(lines):
            line = lines[at]
            if not _HEADER.match(line):
                if line.strip('\r\n'):
                    self.policy.handle_defect(msg, errors.MissingHeaderBodySeparatorDefect())
                else:
                    at += 1
                break
            headers.append(line)
            at += 1
        self._headers(msg, headers)
        self._body(msg, lines[at:])
        return msg

    def _headers(self, msg, lines):
        current = []

        def finish():
            if current:
                msg.set_raw(*self.policy.header_source_parse(current))
                current.clear()
        for number, line in enumerate(lines):
            if line[0] in ' \t':
                if not current:
                    self.policy.handle_defect(msg, errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                current.append(line)
                continue
            finish()
            if line.startswith('From '):
                if number == 0:
                    msg.set_unixfrom(_NEWLINE_END.sub('', line))
                else:
                    self.policy.handle_defect(msg, errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line.startswith(':'):
                self.policy.handle_defect(msg, errors.InvalidHeaderDefect('Missing header name.'))
                continue
            current.append(line)
        finish()

    def _body(self, msg, lines):
        if self._headersonly:
            msg.set_payload(''.join(lines))
            return
        kind = msg.get_content_type()
        if kind == 'message/delivery-status':
            blocks, block = [], []
            for line in lines:
                block.append(line)
                if not line.strip('\r\n'):
                    blocks.append(block)
                    block = []
            if block:
                blocks.append(block)
            for block in blocks:
                msg.attach(self._message(block))
        elif msg.get_content_maintype() == 'message':
            msg.attach(self._message(lines))
        elif msg.get_content_maintype() == 'multipart':
            self._multipart(msg, lines)
        else:
            msg.set_payload(''.join(lines))

    def _multipart(self, msg, lines):
        boundary = msg.get_boundary()
        if boundary is None:
            self.policy.handle_defect(msg, errors.NoBoundaryInMultipartDefect())
            msg.set_payload(''.join(lines))
            return
        if str(msg.get('content-transfer-encoding', '8bit')).lower() not in ('7bit', '8bit', 'binary'):
            self.policy.handle_defect(msg, errors.InvalidMultipartContentTransferEncodingDefect())
        mark = re.compile('--' + re.escape(boundary) + r'(?P<end>--)?[ \t]*(?P<linesep>\r\n|\r|\n)?$')
        default = 'message/rfc822' if msg.get_content_type() == 'multipart/digest' else None
        preamble, parts, current, end = [], [], None, None
        for at, line in enumerate(lines):
            m = mark.match(line) if line.startswith('--') else None
            if not m:
                (preamble if current is None else current).append(line)
                continue
            if current is not None:
                parts.append(current)
            if m.group('end'):
                if current is None:
                    break
                end = at, m.group('linesep')
                break
            current = []
        if current is None:
            self.policy.handle_defect(msg, errors.StartBoundaryNotFoundDefect())
            msg.set_payload(''.join(lines))
            return
        if end is None:
            parts.append(current)
        if preamble:
            preamble[-1] = _NEWLINE_END.sub('', preamble[-1])
            msg.preamble = ''.join(preamble)
        for part in parts:
            if part and (end is not None or part is not parts[-1]):
                part[-1] = _NEWLINE_END.sub('', part[-1])
                if not part[-1]:
                    part.pop()
            msg.attach(self._message(part, default))
        if end is None:
            self.policy.handle_defect(msg, errors.CloseBoundaryNotFoundDefect())
            return
        at, linesep = end
        rest = lines[at + 1:]
        msg.epilogue = ''.join(rest) if linesep else ''


class BytesFeedParser(FeedParser):
    """Collects bytes."""

    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
