#!/usr/bin/env python3
"""Writes unicode_tables.h: what str needs and utf8proc does not tell.

Run with the oracle interpreter (CPython 3.11, Unicode 14); every table lists the code points
whose property differs from what their general category suggests.
"""
import ctypes
import unicodedata

proc = ctypes.CDLL("libutf8proc.so.2")
EVERY = range(0x110000)


def ranges(points):
    out = []
    for c in points:
        if out and out[-1][1] == c - 1:
            out[-1][1] = c
        else:
            out.append([c, c])
    return out


def differing(test, categories):
    return [c for c in EVERY if test(chr(c)) != (unicodedata.category(chr(c)) in categories)]


def is_cased(ch):
    return ch.islower() or ch.isupper() or unicodedata.category(ch) == "Lt"


def case_ignorable(ch):
    # Only a case-ignorable character lets the sigma still see the letter before it.
    return ("A" + ch + "\u03a3").lower()[-1] == "\u03c2"


LETTERS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"}
NUMBER = {"Nd", "Nl", "No"}

tables = {
    # Assigned after the Unicode version of the oracle.
    "kUnassigned": [c for c in EVERY if unicodedata.category(chr(c)) == "Cn" and proc.utf8proc_category(c) != 0],
    "kDigits": differing(str.isdigit, {"Nd"}),
    "kNumeric": differing(str.isnumeric, NUMBER),
    "kLowerExceptions": differing(str.islower, {"Ll"}),
    "kUpperExceptions": differing(str.isupper, {"Lu"}),
    "kIdentifierStartExceptions": differing(str.isidentifier, LETTERS),
    "kIdentifierExceptions": differing(lambda ch: ("a" + ch).isidentifier(), LETTERS | {"Mn", "Mc", "Nd", "Pc"}),
    "kCaseIgnorableExceptions": [c for c in EVERY if not is_cased(chr(c))
                                 and case_ignorable(chr(c)) != (unicodedata.category(chr(c)) in {"Mn", "Me", "Cf", "Lm", "Sk"})],
}

mappings = {
    "kUpperSpecial": [(c, chr(c).upper()) for c in EVERY if len(chr(c).upper()) > 1],
    "kTitleSpecial": [(c, chr(c).title()) for c in EVERY if len(chr(c).title()) > 1],
}

with open("core/vm/unicode_tables.h", "w") as f:
    f.write("// Written by unicode_tables.py; sorted, for binary search.\n#pragma once\n\n#include <cstdint>\n\nnamespace sl {\n\n")
    f.write("struct CodePointRange {\n  uint32_t first, last;\n};\nstruct CaseMapping {\n  uint32_t from;\n  uint32_t to[3];   // 0: absent\n};\n")
    for name, points in tables.items():
        cells = ["{0x%x, 0x%x}" % (a, b) for a, b in ranges(points)]
        f.write("\ninline constexpr CodePointRange %s[] = {\n" % name)
        for i in range(0, len(cells), 7):
            f.write("    " + ", ".join(cells[i:i + 7]) + ",\n")
        f.write("};\n")
    for name, pairs in mappings.items():
        cells = ["{0x%x, {%s}}" % (c, ", ".join("0x%x" % ord(x) for x in to)) for c, to in pairs]
        f.write("\ninline constexpr CaseMapping %s[] = {\n" % name)
        for i in range(0, len(cells), 4):
            f.write("    " + ", ".join(cells[i:i + 4]) + ",\n")
        f.write("};\n")
    f.write("\n}  // namespace sl\n")
