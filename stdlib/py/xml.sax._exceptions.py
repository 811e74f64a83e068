"""The errors of xml.sax."""


class SAXException(Exception):
    """An error or warning, perhaps around another exception."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        raise AttributeError('__getitem__')


class SAXParseException(SAXException):
    """An error at some place of a document."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        system = self.getSystemId()
        line, column = self.getLineNumber(), self.getColumnNumber()
        return '%s:%s:%s: %s' % ('<unknown>' if system is None else system, '?' if line is None else line, '?' if column is None else column, self._msg)


class SAXNotRecognizedException(SAXException):
    """A feature or property nobody knows."""


class SAXNotSupportedException(SAXException):
    """A feature or property that cannot have this value."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """A reader lacks something it needs."""
