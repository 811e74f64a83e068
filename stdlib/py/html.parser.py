"""A parser of HTML that calls a method for every piece."""
import re
from html import unescape

__all__ = ['HTMLParser']

_name = re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_attribute = re.compile(r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?(?:\s|/(?!>))*')
_whole_tag = re.compile(r"""<[a-zA-Z][^\t\n\r\f />\x00]*
    (?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*""", re.VERBOSE)
_plain_end = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_charref = re.compile('&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
_entity = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
_incomplete = re.compile('&[a-zA-Z#]')
_letters = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')


class HTMLParser:
    """Calls a method for every tag, text, comment, declaration and reference of the markup fed to it."""
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self._special = re.compile('[&<]')
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self.goahead(False)

    def close(self):
        self.goahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self._special = re.compile(rf'</\s*{self.cdata_elem}\s*>', re.IGNORECASE)

    def clear_cdata_mode(self):
        self._special = re.compile('[&<]')
        self.cdata_elem = None

    def updatepos(self, i, j):
        if i >= j:
            return j
        lines = self.rawdata.count('\n', i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex('\n', i, j) - 1
        else:
            self.offset += j - i
        return j

    def _text(self, i, j):
        text = self.rawdata[i:j]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def goahead(self, end):
        data = self.rawdata
        n = len(data)
        i = 0
        while i < n:
            j = self._text_end(data, i, n)
            if j < 0:
                break
            if i < j:
                self._text(i, j)
            i = self.updatepos(i, j)
            if i == n:
                break
            if data[i] == '<':
                k = self._markup(data, i, n)
                if k is None:
                    break
                if k < 0:
                    if not end:
                        break
                    k = data.find('>', i + 1) + 1
                    if k == 0:
                        k = data.find('<', i + 1)
                        if k < 0:
                            k = i + 1
                    self._text(i, k)
            else:
                k = self._reference(data, i, n, end)
                if k < 0:
                    i = self.updatepos(i, -k - 1)
                    break
            i = self.updatepos(i, k)
        if end and i < n and not self.cdata_elem:
            self._text(i, n)
            i = self.updatepos(i, n)
        self.rawdata = data[i:]

    def _text_end(self, data, i, n):
        """Where the text at `i` ends; negative when more is needed to tell."""
        if self.convert_charrefs and not self.cdata_elem:
            j = data.find('<', i)
            if j < 0:
                amp = data.rfind('&', max(i, n - 34))
                if amp >= 0 and not re.search(r'[\s;]', data[amp:]):
                    return -1
                j = n
            return j
        found = self._special.search(data, i)
        return found.start() if found else -1 if self.cdata_elem else n

    def _markup(self, data, i, n):
        """The offset behind the piece at `i`; negative when it is incomplete, None when there is only its first character."""
        if data[i + 1:i + 2] in _letters and i + 1 < n:
            return self.parse_starttag(i)
        if data.startswith('</', i):
            return self.parse_endtag(i)
        if data.startswith('<!--', i):
            return self.parse_comment(i)
        if data.startswith('<?', i):
            return self.parse_pi(i)
        if data.startswith('<!', i):
            return self.parse_html_declaration(i)
        if i + 1 >= n:
            return None
        self.handle_data('<')
        return i + 1

    def _reference(self, data, i, n, end):
        """The offset behind the reference at `i`; -1 - offset stops there."""
        if data.startswith('&#', i):
            found = _charref.match(data, i)
            if found:
                self.handle_charref(found.group()[2:-1])
                return found.end() - (data[found.end() - 1] != ';')
            if ';' in data[i:]:
                self.handle_data(data[i:i + 2])
                i += 2
            return -1 - i
        found = _entity.match(data, i)
        if found:
            self.handle_entityref(found.group(1))
            return found.end() - (data[found.end() - 1] != ';')
        if _incomplete.match(data, i):
            return -1 - (i + 1 if end and i + 2 == n else i)
        if i + 1 < n:
            self.handle_data('&')
            return i + 1
        return -1 - i

    def parse_html_declaration(self, i):
        data = self.rawdata
        if data.startswith('<!--', i):
            return self.parse_comment(i)
        if data.startswith('<![', i):
            return self.parse_marked_section(i)
        if data[i:i + 9].lower() == '<!doctype':
            close = data.find('>', i + 9)
            if close < 0:
                return -1
            self.handle_decl(data[i + 2:close])
            return close + 1
        return self.parse_bogus_comment(i)

    def parse_comment(self, i, report=1):
        found = re.compile(r'--\s*>').search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_bogus_comment(self, i, report=1):
        close = self.rawdata.find('>', i + 2)
        if close < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:close])
        return close + 1

    def parse_marked_section(self, i, report=1):
        data = self.rawdata
        name = re.compile(r'[a-zA-Z][-_.a-zA-Z0-9]*\s*').match(data, i + 3)
        if name is None and i + 3 >= len(data) or name and name.end() == len(data):
            return -1
        section = name.group().strip().lower() if name else ''
        if section in ('temp', 'cdata', 'ignore', 'include', 'rcdata'):
            found = re.compile(r']\s*]\s*>').search(data, i + 3)
        elif section in ('if', 'else', 'endif'):
            found = re.compile(r']\s*>').search(data, i + 3)
        else:
            raise AssertionError(f'unknown status keyword {data[i + 3:i + 3 + len(section)]!r} in marked section')
        if not found:
            return -1
        if report:
            self.unknown_decl(data[i + 3:found.start()])
        return found.end()

    def parse_pi(self, i):
        close = self.rawdata.find('>', i + 2)
        if close < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:close])
        return close + 1

    def parse_starttag(self, i):
        self._start_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        data = self.rawdata
        self._start_text = data[i:end]
        attrs = []
        found = _name.match(data, i + 1)
        self.lasttag = tag = found.group(1).lower()
        k = found.end()
        while k < end:
            found = _attribute.match(data, k)
            if not found:
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ('"', "'"):
                value = value[1:-1]
            attrs.append((name.lower(), unescape(value) if value else value))
            k = found.end()
        close = data[k:end].strip()
        if close == '>':
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        elif close == '/>':
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_data(data[i:end])
        return end

    def check_for_whole_start_tag(self, i):
        data = self.rawdata
        j = _whole_tag.match(data, i).end()
        c = data[j:j + 1]
        if c == '>':
            return j + 1
        if c == '/':
            return j + 2 if data.startswith('/>', j) else -1
        if c == '' or c in _letters or c == '=':
            return -1
        return j if j > i else i + 1

    def parse_endtag(self, i):
        data = self.rawdata
        close = data.find('>', i + 1) + 1
        if close == 0:
            return -1
        found = _plain_end.match(data, i)
        if found is None:
            if self.cdata_elem is not None:
                self.handle_data(data[i:close])
                return close
            found = _name.match(data, i + 2)
            if found is None:
                return i + 3 if data.startswith('</>', i) else self.parse_bogus_comment(i)
            close = data.find('>', found.end())
            self.handle_endtag(found.group(1).lower())
            return close + 1
        tag = found.group(1).lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(data[i:close])
            return close
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return close

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
