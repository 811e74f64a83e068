#!/usr/bin/env python3
"""Writes unicode_values.h: numeric values and display widths of characters, as the oracle interpreter (CPython 3.11) knows them."""
import unicodedata
from fractions import Fraction

EVERY = range(0x110000)


def numbers():
    runs = []
    for c in EVERY:
        value = unicodedata.numeric(chr(c), None)
        if value is None:
            continue
        digit = unicodedata.digit(chr(c), None) is not None
        decimal = unicodedata.decimal(chr(c), None) is not None
        kind = 2 if decimal else 1 if digit else 0
        if runs and runs[-1][1] == c - 1 and runs[-1][3] == kind and value == runs[-1][2] + c - runs[-1][0]:
            runs[-1][1] = c
        else:
            runs.append([c, c, value, kind])
    return runs


def widths():
    runs = []
    for c in EVERY:
        width = unicodedata.east_asian_width(chr(c))
        if runs and runs[-1][1] == c - 1 and runs[-1][2] == width:
            runs[-1][1] = c
        elif width != 'N':
            runs.append([c, c, width])
    return runs


def number_row(first, last, value, kind):
    exact = Fraction(value).limit_denominator(1000)
    return f'{{{first:#x}, {last:#x}, {kind}, {exact.numerator}, {exact.denominator}}}'


def table(f, head, rows, per_line):
    f.write(head + ' = {\n')
    for i in range(0, len(rows), per_line):
        f.write('    ' + ', '.join(rows[i:i + per_line]) + ',\n')
    f.write('};\n')


with open('stdlib/unicode_values.h', 'w') as f:
    f.write('// Written by unicode_values.py; sorted, for binary search.\n#pragma once\n\n#include <cstdint>\n\nnamespace sl {\n\n// clang-format off\n')
    f.write('struct NumberRun {\n  uint32_t first, last;\n  uint8_t kind;  // 2 decimal digit, 1 digit, 0 number\n  int64_t numerator;  // of the first; the others count up\n  int32_t denominator;\n};\n')
    f.write('struct WidthRun {\n  uint32_t first, last;\n  const char* width;\n};\n\n')
    table(f, 'inline constexpr NumberRun kNumberRuns[]', [number_row(*run) for run in numbers()], 4)
    f.write('\n')
    table(f, 'inline constexpr WidthRun kWidthRuns[]', [f'{{{a:#x}, {b:#x}, "{w}"}}' for a, b, w in widths()], 6)
    f.write('// clang-format on\n\n}  // namespace sl\n')
