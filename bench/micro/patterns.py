"""The module re with compiled and uncompiled patterns."""
import re

from timing import main

LINE = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326'
TEXT = "The quick brown fox, born 1999-12-31, jumps over 3 lazy dogs and 42 cats. " * 4
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")
LOG = re.compile(r'(\S+) (\S+) (\S+) \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d+) (\d+)')
NAMED = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
TOKEN = re.compile(r"\s*(?:(\d+)|(\w+)|(.))")
KEY = re.compile(r"(\w+)=(\w+)")


def t_match_short(n):
    for _ in range(n):
        WORD.match("hello world")


def t_match_fail(n):
    for _ in range(n):
        NUMBER.match("hello world")


def t_match_log(n):
    for _ in range(n):
        LOG.match(LINE)


def t_match_groups(n):
    for _ in range(n):
        LOG.match(LINE).groups()


def t_group(n):
    m = LOG.match(LINE)
    for _ in range(n):
        m.group(4)


def t_group_zero(n):
    m = LOG.match(LINE)
    for _ in range(n):
        m.group()


def t_group_two(n):
    m = LOG.match(LINE)
    for _ in range(n):
        m.group(1, 2)


def t_group_index(n):
    m = LOG.match(LINE)
    for _ in range(n):
        m[1]


def t_group_named(n):
    m = NAMED.search(TEXT)
    for _ in range(n):
        m.group("year")


def t_groupdict(n):
    m = NAMED.search(TEXT)
    for _ in range(n):
        m.groupdict()


def t_span(n):
    m = NAMED.search(TEXT)
    for _ in range(n):
        m.span()


def t_start_end(n):
    m = NAMED.search(TEXT)
    for _ in range(n):
        m.start()
        m.end()


def t_lastgroup(n):
    m = NAMED.search(TEXT)
    for _ in range(n):
        m.lastgroup


def t_search(n):
    for _ in range(n):
        NUMBER.search(TEXT)


def t_search_named(n):
    for _ in range(n):
        NAMED.search(TEXT)


def t_search_fail(n):
    p = re.compile(r"zebra\d")
    for _ in range(n):
        p.search(TEXT)


def t_fullmatch(n):
    for _ in range(n):
        NUMBER.fullmatch("12345")


def t_match_pos(n):
    for _ in range(n):
        WORD.match(TEXT, 10)


def t_findall_words(n):
    for _ in range(n):
        WORD.findall(TEXT)


def t_findall_groups(n):
    for _ in range(n):
        KEY.findall("a=1 b=2 c=3 d=4")


def t_finditer(n):
    for _ in range(n):
        for m in WORD.finditer(TEXT):
            m.group()


def t_tokenize(n):
    for _ in range(n):
        for m in TOKEN.finditer("x1 = y2 + 42 * (z - 3)"):
            m.lastindex


def t_sub_text(n):
    for _ in range(n):
        NUMBER.sub("#", TEXT)


def t_sub_groups(n):
    for _ in range(n):
        NAMED.sub(r"\3/\2/\1", TEXT)


def t_sub_function(n):
    f = lambda m: m.group().upper()
    for _ in range(n):
        WORD.sub(f, TEXT)


def t_sub_spaces(n):
    p = re.compile(r"\s+")
    for _ in range(n):
        p.sub(" ", "some   text with    spaces")


def t_split(n):
    p = re.compile(r"[,\s]+")
    for _ in range(n):
        p.split(TEXT)


def t_module_match(n):
    for _ in range(n):
        re.match(r"\w+", "hello world")


def t_module_search(n):
    for _ in range(n):
        re.search(r"(\d+)-(\d+)", "born 1999-12")


def t_module_sub(n):
    for _ in range(n):
        re.sub(r"\d+", "#", "a1b22c333")


def t_module_findall(n):
    for _ in range(n):
        re.findall(r"\w+", "a few words here")


def t_module_split(n):
    for _ in range(n):
        re.split(r"\s+", "a few words here")


def t_escape(n):
    for _ in range(n):
        re.escape("a.b*c")


def t_ignorecase(n):
    p = re.compile("FOX", re.I)
    for _ in range(n):
        p.search(TEXT)


main(globals())
