"""literal_eval: values written as literals. Syntax trees are not available to scripts."""
__all__ = ['literal_eval']

_digits = '0123456789'


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    return _Reader(text).read_all()


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def read_all(self):
        compile(self.text.strip() or ' ', '<unknown>', 'eval')
        value = self.value()
        self.skip()
        if self.peek() == ',':
            value = self.rest_of_tuple(value, '')
            self.skip()
        if self.at < len(self.text):
            self.malformed()
        return value

    def malformed(self):
        raise ValueError(f'malformed node or string on line {self.text.count(chr(10), 0, self.at) + 1}: {self.text!r}')

    def skip(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c in ' \t\r\n\f':
                self.at += 1
            elif c == '\\' and text[self.at + 1:self.at + 2] == '\n':
                self.at += 2
            elif c == '#':
                while self.at < len(text) and text[self.at] != '\n':
                    self.at += 1
            else:
                break

    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]

    def value(self):
        value = self.operand()
        while True:
            c = self.peek()
            if c not in ('+', '-') or not c or isinstance(value, bool) or not isinstance(value, (int, float)):
                return value
            self.at += 1
            other = self.operand()
            if not isinstance(other, complex):
                self.malformed()
            value = value + other if c == '+' else value - other

    def operand(self):
        c = self.peek()
        if c in ('+', '-') and c:
            self.at += 1
            value = self.operand()
            if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
                self.malformed()
            return -value if c == '-' else +value
        if c and (c in _digits or c == '.' and self.text[self.at + 1:self.at + 2] in _digits):
            return self.number()
        if c in ('"', "'") and c:
            return self.strings()
        if c == '[':
            return self.items(']')
        if c == '(':
            return self.parenthesis()
        if c == '{':
            return self.braces()
        if self.text.startswith('...', self.at):
            self.at += 3
            return ...
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] == '_'):
            self.at += 1
        word = self.text[start:self.at]
        if word in ('True', 'False', 'None'):
            return {'True': True, 'False': False, 'None': None}[word]
        if word.lower() in ('b', 'r', 'u', 'br', 'rb') and self.text[self.at:self.at + 1] in ('"', "'"):
            self.at = start
            return self.strings()
        if word == 'set' and self.peek() == '(':
            self.at += 1
            if self.peek() == ')':
                self.at += 1
                return set()
        self.at = start
        self.malformed()

    def number(self):
        text, start = self.text, self.at
        if text[start] == '0' and text[start + 1:start + 2] in ('x', 'X', 'o', 'O', 'b', 'B'):
            self.at += 2
            while self.at < len(text) and (text[self.at].isalnum() or text[self.at] == '_'):
                self.at += 1
            return int(text[start:self.at], 0)
        while self.at < len(text):
            c = text[self.at]
            if c in _digits or c in '._jJ' or c in 'eE' or c in '+-' and text[self.at - 1] in 'eE':
                self.at += 1
            else:
                break
        word = text[start:self.at].replace('_', '')
        if word[-1] in 'jJ':
            return complex(0, float(word[:-1]))
        return float(word) if '.' in word or 'e' in word or 'E' in word else int(word)

    def strings(self):
        """Neighbouring literals; their escapes are the compiler's business."""
        start = self.at
        while True:
            prefix = self.at
            while self.text[self.at] not in '"\'':
                self.at += 1
            if 'f' in self.text[prefix:self.at].lower():
                self.malformed()
            quote = self.text[self.at]
            if self.text.startswith(quote * 3, self.at):
                quote *= 3
            self.at += len(quote)
            while not self.text.startswith(quote, self.at):
                self.at += 2 if self.text[self.at] == '\\' else 1
            self.at += len(quote)
            end = self.at
            c = self.peek()
            word = self.text[self.at:self.at + 3].lower()
            if not (c in ('"', "'") and c or any(word.startswith(p) and word[len(p):len(p) + 1] in ('"', "'") for p in ('b', 'r', 'u', 'br', 'rb'))):
                self.at = end
                break
        return eval('(' + self.text[start:end] + ')', {})

    def items(self, close):
        self.at += 1
        found = []
        while self.peek() != close:
            found.append(self.value())
            c = self.peek()
            if c == ',':
                self.at += 1
            elif c != close:
                self.malformed()
        self.at += 1
        return found

    def rest_of_tuple(self, first, close):
        found = [first]
        while self.peek() == ',':
            self.at += 1
            if self.peek() == close:
                break
            found.append(self.value())
        return tuple(found)

    def parenthesis(self):
        self.at += 1
        if self.peek() == ')':
            self.at += 1
            return ()
        value = self.value()
        if self.peek() == ',':
            value = self.rest_of_tuple(value, ')')
        if self.peek() != ')':
            self.malformed()
        self.at += 1
        return value

    def braces(self):
        self.at += 1
        if self.peek() == '}':
            self.at += 1
            return {}
        first = self.value()
        if self.peek() != ':':
            found = {first}
            while self.peek() == ',':
                self.at += 1
                if self.peek() == '}':
                    break
                found.add(self.value())
        else:
            found = {}
            key = first
            while True:
                if self.peek() != ':':
                    self.malformed()
                self.at += 1
                found[key] = self.value()
                if self.peek() != ',':
                    break
                self.at += 1
                if self.peek() == '}':
                    break
                key = self.value()
        if self.peek() != '}':
            self.malformed()
        self.at += 1
        return found
