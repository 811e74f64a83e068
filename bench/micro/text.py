"""Methods and operators of str."""
from timing import main

LINE = "2024-03-01 12:00:01 INFO  request path=/index.html status=200 bytes=5120"
WORDS = "the quick brown fox jumps over the lazy dog again and again".split()
TEXT = " ".join(WORDS * 8)
UNI = "naïve café – Ελλάδα und Straße, " * 4


def t_split_space(n):
    for _ in range(n):
        LINE.split()


def t_split_sep(n):
    for _ in range(n):
        LINE.split(" ")


def t_split_max(n):
    for _ in range(n):
        LINE.split(" ", 2)


def t_rsplit(n):
    for _ in range(n):
        LINE.rsplit(" ", 1)


def t_splitlines(n):
    s = "\n".join(WORDS)
    for _ in range(n):
        s.splitlines()


def t_partition(n):
    for _ in range(n):
        "key=value".partition("=")


def t_rpartition(n):
    for _ in range(n):
        "a.b.c".rpartition(".")


def t_join(n):
    words = WORDS
    for _ in range(n):
        " ".join(words)


def t_join_small(n):
    a, b = "left", "right"
    for _ in range(n):
        ",".join((a, b))


def t_join_generator(n):
    words = WORDS
    for _ in range(n):
        " ".join(w for w in words)


def t_replace(n):
    for _ in range(n):
        LINE.replace(" ", "_")


def t_replace_longer(n):
    for _ in range(n):
        LINE.replace("INFO", "WARNING")


def t_replace_absent(n):
    for _ in range(n):
        LINE.replace("zzz", "y")


def t_strip(n):
    s = "  padded text \n"
    for _ in range(n):
        s.strip()


def t_strip_chars(n):
    s = "--padded text--"
    for _ in range(n):
        s.strip("-")


def t_rstrip_newline(n):
    s = "some line of text\n"
    for _ in range(n):
        s.rstrip("\n")


def t_find(n):
    for _ in range(n):
        LINE.find("status")


def t_find_absent(n):
    for _ in range(n):
        LINE.find("absent")


def t_index(n):
    for _ in range(n):
        LINE.index("path")


def t_rfind(n):
    for _ in range(n):
        LINE.rfind("=")


def t_count(n):
    for _ in range(n):
        LINE.count("=")


def t_startswith(n):
    for _ in range(n):
        LINE.startswith("2024")


def t_startswith_tuple(n):
    for _ in range(n):
        LINE.startswith(("2023", "2024"))


def t_endswith(n):
    for _ in range(n):
        LINE.endswith("5120")


def t_in(n):
    for _ in range(n):
        "status" in LINE


def t_char_in(n):
    c = "e"
    for _ in range(n):
        c in "aeiou"


def t_equal(n):
    a = "".join(WORDS)
    b = "".join(WORDS)
    for _ in range(n):
        a == b


def t_equal_short(n):
    a, b = "alpha1", "alpha2"
    for _ in range(n):
        a == b


def t_less(n):
    a, b = "alpha1", "alpha2"
    for _ in range(n):
        a < b


def t_slice(n):
    for _ in range(n):
        LINE[11:19]


def t_slice_tail(n):
    for _ in range(n):
        LINE[20:]


def t_slice_step(n):
    for _ in range(n):
        LINE[::-1]


def t_index_char(n):
    for _ in range(n):
        LINE[7]


def t_iterate(n):
    for _ in range(n):
        for c in LINE:
            pass


def t_enumerate(n):
    for _ in range(n):
        for i, c in enumerate(LINE):
            pass


def t_list_of_text(n):
    for _ in range(n):
        list(LINE)


def t_len(n):
    for _ in range(n):
        len(LINE)


def t_concat(n):
    a, b = "left", "right"
    for _ in range(n):
        a + b


def t_concat_three(n):
    a, b = "left", "right"
    for _ in range(n):
        a + ":" + b


def t_append_loop(n):
    s = ""
    for _ in range(n):
        s += "x"


def t_append_loop_words(n):
    s = ""
    for i in range(n):
        s += "word "
        if i % 1000 == 0:
            s = ""


def t_repeat(n):
    for _ in range(n):
        "-" * 40


def t_upper(n):
    for _ in range(n):
        LINE.upper()


def t_lower(n):
    for _ in range(n):
        LINE.lower()


def t_lower_word(n):
    s = "Quick"
    for _ in range(n):
        s.lower()


def t_title(n):
    for _ in range(n):
        TEXT.title()


def t_capitalize(n):
    for _ in range(n):
        "word".capitalize()


def t_swapcase(n):
    for _ in range(n):
        LINE.swapcase()


def t_casefold(n):
    for _ in range(n):
        LINE.casefold()


def t_translate(n):
    table = str.maketrans("abc", "xyz")
    for _ in range(n):
        LINE.translate(table)


def t_translate_delete(n):
    table = str.maketrans("", "", ".,;:!?-")
    for _ in range(n):
        LINE.translate(table)


def t_isdigit(n):
    s = "12345"
    for _ in range(n):
        s.isdigit()


def t_isalpha(n):
    s = "word"
    for _ in range(n):
        s.isalpha()


def t_isalnum_char(n):
    s = "w"
    for _ in range(n):
        s.isalnum()


def t_isspace(n):
    s = " "
    for _ in range(n):
        s.isspace()


def t_isidentifier(n):
    s = "name_1"
    for _ in range(n):
        s.isidentifier()


def t_zfill(n):
    for _ in range(n):
        "42".zfill(8)


def t_ljust(n):
    for _ in range(n):
        "name".ljust(20)


def t_center(n):
    for _ in range(n):
        "name".center(20, "*")


def t_removeprefix(n):
    for _ in range(n):
        "prefix-name".removeprefix("prefix-")


def t_expandtabs(n):
    for _ in range(n):
        "a\tb\tc".expandtabs(4)


def t_ord_chr(n):
    for _ in range(n):
        chr(ord("a") + 1)


def t_hash_new(n):
    d = {"ab": 1}
    a, b = "a", "b"
    for _ in range(n):
        d[a + b]


def t_sorted_text(n):
    for _ in range(n):
        sorted(LINE)


def t_reversed_text(n):
    for _ in range(n):
        "".join(reversed(LINE))


def t_set_of_text(n):
    for _ in range(n):
        set(LINE)


def t_unicode_split(n):
    for _ in range(n):
        UNI.split()


def t_unicode_upper(n):
    for _ in range(n):
        UNI.upper()


def t_unicode_iterate(n):
    for _ in range(n):
        for c in UNI:
            pass


def t_unicode_index(n):
    for _ in range(n):
        UNI[77]


def t_unicode_slice(n):
    for _ in range(n):
        UNI[10:60]


def t_unicode_replace(n):
    for _ in range(n):
        UNI.replace("é", "e")


main(globals())
