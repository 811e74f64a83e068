"""A parser of HTML that calls a method for every piece."""
import re
from html import unescape

__all__ = ['HTMLParser']

_tag = re.compile(r'<([a-zA-Z][^\t\n\r\f />\x00]*)')
_attribute = re.compile(r'[\s/]*([^\s/>=\x00][^\s/>=\x00]*)(?:\s*=\s*("[^"]*"|\'[^\']*\'|[^\s>"\'][^\s>]*)?)?')
_end = re.compile(r'</([a-zA-Z][^\t\n\r\f />\x00]*)[^>]*>')
_charref = re.compile(r'&#(?:[0-9]+|[xX][0-9a-fA-F]+);?')
_entity = re.compile(r'&([a-zA-Z][-.a-zA-Z0-9]*);?')


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self._line, self._column = 1, 0
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self._line, self._column

    def get_starttag_text(self):
        return self._start_text

    def _advance(self, text):
        lines = text.count('\n')
        if lines:
            self._line += lines
            self._column = len(text) - text.rindex('\n') - 1
        else:
            self._column += len(text)

    def _text(self, text, final):
        if self.convert_charrefs and not self.cdata_elem:
            self.handle_data(unescape(text))
        elif self.cdata_elem:
            self.handle_data(text)
        else:
            at = 0
            while at < len(text):
                i = text.find('&', at)
                if i < 0:
                    self.handle_data(text[at:])
                    return
                if i > at:
                    self.handle_data(text[at:i])
                m = _charref.match(text, i)
                if m:
                    self.handle_charref(m.group()[2:].rstrip(';'))
                else:
                    m = _entity.match(text, i)
                    if m:
                        self.handle_entityref(m.group(1))
                    else:
                        self.handle_data('&')
                        at = i + 1
                        continue
                at = m.end()

    def _go(self, final):
        data, at, n = self.rawdata, 0, len(self.rawdata)
        while at < n:
            if self.cdata_elem:
                m = re.compile(rf'</{self.cdata_elem}\s*>', re.IGNORECASE).search(data, at)
                stop = m.start() if m else n
            else:
                stop = data.find('<', at)
                if stop < 0:
                    stop = n
                    if not final and self.convert_charrefs:
                        amp = data.rfind('&', max(at, n - 34))
                        if amp >= 0 and ';' not in data[amp:]:
                            break
            if stop > at:
                self._text(data[at:stop], final)
                self._advance(data[at:stop])
                at = stop
                continue
            used = self._markup(data, at, final)
            if used < 0:
                if final:
                    self._text(data[at:], True)
                    at = n
                break
            self._advance(data[at:used])
            at = used
        self.rawdata = data[at:]

    def _markup(self, data, at, final):
        """The offset behind the piece at `at`, or -1 when it is incomplete."""
        if data.startswith('</', at):
            m = _end.match(data, at)
            if m:
                tag = m.group(1).lower()
                if self.cdata_elem and tag != self.cdata_elem:
                    self.handle_data(m.group())
                    return m.end()
                self.cdata_elem = None
                self.handle_endtag(tag)
                return m.end()
            close = data.find('>', at)
            if close < 0:
                return -1
            if close > at + 2:
                self.handle_comment(data[at + 2:close])
            return close + 1
        if data.startswith('<!--', at):
            close = data.find('-->', at + 4)
            if close < 0:
                return -1
            self.handle_comment(data[at + 4:close])
            return close + 3
        if data.startswith('<?', at):
            close = data.find('>', at)
            if close < 0:
                return -1
            self.handle_pi(data[at + 2:close])
            return close + 1
        if data.startswith('<![', at):
            close = data.find(']>', at)
            if close < 0:
                return -1
            inner = data.find(']]>', at)
            self.unknown_decl(data[at + 3:close if inner < 0 else inner])
            return close + 2
        if data.startswith('<!', at):
            close = data.find('>', at)
            if close < 0:
                return -1
            if data[at + 2:at + 9].lower() == 'doctype':
                self.handle_decl(data[at + 2:close])
            else:
                self.handle_comment(data[at + 2:close])
            return close + 1
        m = _tag.match(data, at)
        if m is None:
            if at + 1 >= len(data) and not final:
                return -1
            self.handle_data('<')
            return at + 1
        return self._start(data, at, m)

    def _start(self, data, at, m):
        tag, i, attrs = m.group(1).lower(), m.end(), []
        while True:
            while i < len(data) and (data[i].isspace() or data[i] == '/' and data[i + 1:i + 2] != '>'):
                i += 1
            if i >= len(data):
                return -1
            if data[i] == '>' or data.startswith('/>', i):
                break
            a = _attribute.match(data, i)
            if a is None or a.end() == i:
                i += 1
                continue
            name, value = a.group(1).lower(), a.group(2)
            if value is not None:
                if value[:1] in '\'"' and value[:1] == value[-1:] and len(value) > 1:
                    value = value[1:-1]
                value = unescape(value)
            elif '=' in a.group():
                value = ''
            attrs.append((name, value))
            i = a.end()
        empty = data[i] == '/'
        end = i + (2 if empty else 1)
        self._start_text = data[at:end]
        self.lasttag = tag
        if empty:
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return end

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
