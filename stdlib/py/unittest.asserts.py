"""The assertions of TestCase."""
import re
from unittest.contexts import _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext
from unittest.util import _common_shorten_repr, count_differences, safe_repr

_DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


def _values_differ(first, second):
    import difflib
    import pprint
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


class Assertions:
    """Mixed into TestCase, which says how failures are raised."""

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return f'{standard} : {msg}'
        except UnicodeDecodeError:
            return f'{safe_repr(standard)} : {safe_repr(msg)}'

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _DIFF_OMITTED % len(diff)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self.fail(self._formatMessage(msg, f'{safe_repr(expr)} is not true'))

    def assertFalse(self, expr, msg=None):
        if expr:
            self.fail(self._formatMessage(msg, f'{safe_repr(expr)} is not false'))

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            own = self._type_equality_funcs.get(type(first))
            if own is not None:
                return getattr(self, own) if isinstance(own, str) else own
            name = _BY_TYPE.get(type(first))
            if name is not None:
                return getattr(self, name)
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self.fail(self._formatMessage(msg, '%s != %s' % _common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self.fail(self._formatMessage(msg, f'{safe_repr(first)} == {safe_repr(second)}'))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}'))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f'unexpectedly identical: {safe_repr(expr1)}'))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is not None'))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self.fail(self._formatMessage(msg, 'unexpectedly None'))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self.fail(self._formatMessage(msg, f'{safe_repr(member)} not found in {safe_repr(container)}'))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self.fail(self._formatMessage(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}'))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is not an instance of {cls!r}'))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, f'{safe_repr(obj)} is an instance of {cls!r}'))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not less than {safe_repr(b)}'))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}'))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}'))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self.fail(self._formatMessage(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}'))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            text = f'{safe_repr(first)} != {safe_repr(second)} within {safe_repr(delta)} delta ({safe_repr(diff)} difference)'
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            text = f'{safe_repr(first)} != {safe_repr(second)} within {places!r} places ({safe_repr(diff)} difference)'
        raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            text = f'{safe_repr(first)} == {safe_repr(second)} within {safe_repr(delta)} delta ({safe_repr(diff)} difference)'
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            text = f'{safe_repr(first)} == {safe_repr(second)} within {places!r} places'
        raise self.failureException(self._formatMessage(msg, text))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = 'sequence'
        if seq_type is not None:
            name = seq_type.__name__
            for label, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{label} sequence is not a {name}: {safe_repr(seq)}')
        lengths = []
        for label, seq in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                self.fail(self._formatMessage(msg, f'{label} {name} has no length.    Non-sequence?'))
        if seq1 == seq2:
            return
        text = f'{name.capitalize()}s differ: %s != %s\n' % _common_shorten_repr(seq1, seq2)
        for i in range(min(lengths)):
            if seq1[i] != seq2[i]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common_shorten_repr(seq1[i], seq2[i]))
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(seq1) is not type(seq2):
                return
        for label, longer, shorter, seq in (('First', lengths[0], lengths[1], seq1), ('Second', lengths[1], lengths[0], seq2)):
            if longer > shorter:
                text += f'\n{label} {name} contains {longer - shorter} additional elements.\nFirst extra element {shorter}:\n{safe_repr(seq[shorter])}\n'
        self.fail(self._formatMessage(msg, self._truncateMessage(text, _values_differ(seq1, seq2))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for a, b, where in ((set1, set2, 'first set but not the second'), (set2, set1, 'second set but not the first')):
            try:
                only = a.difference(b)
            except TypeError as e:
                self.fail(f'invalid type when attempting set difference: {e}')
            except AttributeError as e:
                self.fail(f'first argument does not support set difference: {e}')
            if only:
                lines.append(f'Items in the {where}:')
                lines.extend([repr(item) for item in only])
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            text = '%s != %s' % _common_shorten_repr(d1, d2)
            self.fail(self._formatMessage(msg, self._truncateMessage(text, _values_differ(d1, d2))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        import difflib
        text = '%s != %s' % _common_shorten_repr(first, second)
        lines = [first.splitlines(True), second.splitlines(True)]
        if len(lines[0]) == 1 and first.strip('\r\n') == first and len(lines[1]) <= 1:
            lines = [[first + '\n'], [second + '\n']]
        diff = '\n' + ''.join(difflib.ndiff(*lines))
        self.fail(self._formatMessage(msg, self._truncateMessage(text, diff)))

    def assertCountEqual(self, first, second, msg=None):
        differences = count_differences(first, second)
        if differences:
            lines = ['First has %d, Second has %d:  %r' % d for d in differences]
            self.fail(self._formatMessage(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))))

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex)
        if not pattern.search(text):
            raise self.failureException(self._formatMessage(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex)
        match = pattern.search(text)
        if match:
            found = text[match.start():match.end()]
            raise self.failureException(self._formatMessage(msg, f'Regex matched: {found!r} matches {pattern.pattern!r} in {text!r}'))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        """Checks whether dictionary is a superset of subset."""
        missing = [key for key in subset if key not in dictionary]
        different = [f'{key!r}, expected: {value!r}, actual: {dictionary[key]!r}' for key, value in subset.items()
                     if key in dictionary and value != dictionary[key]]
        if missing or different:
            text = 'Missing: ' + ','.join(map(repr, missing)) if missing else ''
            if different:
                text += ('; ' if text else '') + 'Mismatched values: ' + ','.join(different)
            self.fail(self._formatMessage(msg, text))

    assertEquals = failUnlessEqual = assertEqual
    assertNotEquals = failIfEqual = assertNotEqual
    assertAlmostEquals = failUnlessAlmostEqual = assertAlmostEqual
    assertNotAlmostEquals = failIfAlmostEqual = assertNotAlmostEqual
    assert_ = failUnless = assertTrue
    failIf = assertFalse
    failUnlessRaises = assertRaises
    assertRegexpMatches = assertRegex
    assertNotRegexpMatches = assertNotRegex
    assertRaisesRegexp = assertRaisesRegex


_BY_TYPE = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual', frozenset: 'assertSetEqual',
            str: 'assertMultiLineEqual'}
