#!/usr/bin/env python3
"""Writes unicode_names_table.h: the names of all characters, compressed, from Python's database."""
import os
import unicodedata
import zlib

# Names of characters that have none of their own, and other second names.
ALIASES = """NULL;NUL;START OF HEADING;SOH;START OF TEXT;STX;END OF TEXT;ETX;END OF TRANSMISSION;EOT;ENQUIRY;ENQ;ACKNOWLEDGE;ACK;ALERT;BEL;BACKSPACE;BS
CHARACTER TABULATION;HORIZONTAL TABULATION;HT;TAB;LINE FEED;NEW LINE;END OF LINE;LF;NL;EOL;LINE TABULATION;VERTICAL TABULATION;VT;FORM FEED;FF
CARRIAGE RETURN;CR;SHIFT OUT;SO;SHIFT IN;SI;DATA LINK ESCAPE;DLE;DEVICE CONTROL ONE;DC1;DEVICE CONTROL TWO;DC2;DEVICE CONTROL THREE;DC3
DEVICE CONTROL FOUR;DC4;NEGATIVE ACKNOWLEDGE;NAK;SYNCHRONOUS IDLE;SYN;END OF TRANSMISSION BLOCK;ETB;CANCEL;CAN;END OF MEDIUM;EOM;SUBSTITUTE;SUB
ESCAPE;ESC;INFORMATION SEPARATOR FOUR;FILE SEPARATOR;FS;INFORMATION SEPARATOR THREE;GROUP SEPARATOR;GS;INFORMATION SEPARATOR TWO;RECORD SEPARATOR;RS
INFORMATION SEPARATOR ONE;UNIT SEPARATOR;US;SP;DELETE;DEL;PADDING CHARACTER;PAD;HIGH OCTET PRESET;HOP;BREAK PERMITTED HERE;BPH;NO BREAK HERE;NBH
INDEX;IND;NEXT LINE;NEL;START OF SELECTED AREA;SSA;END OF SELECTED AREA;ESA;CHARACTER TABULATION SET;HTS;LINE TABULATION SET;VTS
PARTIAL LINE FORWARD;PLD;PARTIAL LINE BACKWARD;PLU;REVERSE LINE FEED;RI;SINGLE SHIFT TWO;SS2;SINGLE SHIFT THREE;SS3;DEVICE CONTROL STRING;DCS
PRIVATE USE ONE;PU1;PRIVATE USE TWO;PU2;SET TRANSMIT STATE;STS;CANCEL CHARACTER;CCH;MESSAGE WAITING;MW;START OF GUARDED AREA;SPA
END OF GUARDED AREA;EPA;START OF STRING;SOS;SINGLE CHARACTER INTRODUCER;SCI;CONTROL SEQUENCE INTRODUCER;CSI;STRING TERMINATOR;ST
OPERATING SYSTEM COMMAND;OSC;PRIVACY MESSAGE;PM;APPLICATION PROGRAM COMMAND;APC;NBSP;SHY;LATIN CAPITAL LETTER GHA;LATIN SMALL LETTER GHA;CGJ;ZWSP
ZWNJ;ZWJ;LRM;RLM;LRE;RLE;PDF;LRO;RLO;NNBSP;WJ;LRI;RLI;FSI;PDI;WEIERSTRASS ELLIPTIC FUNCTION;BOM;BYTE ORDER MARK;ZWNBSP"""


def main():
    names, runs = [], []
    for c in range(0x110000):
        name = unicodedata.name(chr(c), '')
        if not name or name.startswith(('CJK UNIFIED IDEOGRAPH-', 'HANGUL SYLLABLE ')):
            continue
        if runs and runs[-1][0] + runs[-1][1] == c:
            runs[-1][1] += 1
        else:
            runs.append([c, 1])
        names.append(name)
    aliases = []
    for name in ALIASES.replace('\n', ';').split(';'):
        try:
            aliases.append((name, ord(unicodedata.lookup(name))))
        except KeyError:
            pass
    packed = zlib.compress('\n'.join(names).encode('ascii'), 9)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'unicode_names_table.h'), 'w') as out:
        out.write(f'// Written by unicode_names.py: the names of Unicode {unicodedata.unidata_version}, a line each in the order of their characters, packed by zlib.\n')
        out.write('// clang-format off\n#pragma once\n\n#include <cstdint>\n#include <string_view>\n\nnamespace sl::syntax {\n\n')
        out.write('struct NameRun {\n  uint32_t first, count;\n};\nconstexpr NameRun kNameRuns[] = {\n')
        for i in range(0, len(runs), 10):
            out.write('    ' + ' '.join('{0x%X, %d},' % tuple(run) for run in runs[i:i + 10]) + '\n')
        out.write('};\n\nstruct NameAlias {\n  std::string_view name;\n  uint32_t code;\n};\nconstexpr NameAlias kNameAliases[] = {\n')
        for alias in aliases:
            out.write('    {"%s", 0x%X},\n' % alias)
        out.write('};\n\nconstexpr uint32_t kNamesSize = %d;\nconstexpr unsigned char kPackedNames[] = {\n' % len('\n'.join(names)))
        for i in range(0, len(packed), 40):
            out.write(','.join(map(str, packed[i:i + 40])) + ',\n')
        out.write('};\n\n}  // namespace sl::syntax\n')


if __name__ == '__main__':
    main()
