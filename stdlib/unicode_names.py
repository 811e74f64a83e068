#!/usr/bin/env python3
"""Writes unicode_names_table.h: the names of the characters in common use, from Python's database."""
import os
import unicodedata

RANGES = [(0x20, 0x52F), (0x590, 0x6FF), (0x900, 0x97F), (0xE00, 0xE7F), (0x1E00, 0x1EFF), (0x2000, 0x27BF), (0x2900, 0x297F), (0x2B00, 0x2B5F),
          (0x3000, 0x30FF), (0xFB00, 0xFB06), (0xFE00, 0xFE0F), (0xFF00, 0xFFEF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF)]


def main():
    rows = []
    runs = []
    for first, last in RANGES:
        start = len(rows)
        rows.extend(unicodedata.name(chr(c), '') for c in range(first, last + 1))
        runs.append((first, last, start))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'unicode_names_table.h'), 'w') as out:
        out.write('// Written by unicode_names.py: names in the order of their characters, one a line, empty where there is none.\n')
        out.write('#pragma once\n\n#include <cstdint>\n\nnamespace sl {\n\nstruct NameRun {\n  uint32_t first, last, row;\n};\n')
        out.write('constexpr NameRun kNameRuns[] = {\n')
        for run in runs:
            out.write('    {0x%X, 0x%X, %d},\n' % run)
        out.write('};\n\nconstexpr char kNames[] =\n')
        for row in rows:
            out.write('"%s\\n"\n' % row)
        out.write(';\n\n}  // namespace sl\n')


if __name__ == '__main__':
    main()
