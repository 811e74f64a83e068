"""json and io."""
import io
import json

from timing import main

RECORD = {"id": 17, "name": "Ada Lovelace", "tags": ["math", "engine"], "score": 9.75, "ok": True, "none": None, "nested": {"a": [1, 2, 3], "b": "text with \"quotes\"\n"}}
TEXT = json.dumps(RECORD)
MANY = json.dumps([RECORD] * 20)
RECORDS = [RECORD] * 20


def t_loads(n):
    for _ in range(n):
        json.loads(TEXT)


def t_loads_many(n):
    for _ in range(n):
        json.loads(MANY)


def t_loads_small(n):
    for _ in range(n):
        json.loads('{"a": 1}')


def t_dumps(n):
    for _ in range(n):
        json.dumps(RECORD)


def t_dumps_many(n):
    for _ in range(n):
        json.dumps(RECORDS)


def t_dumps_small(n):
    for _ in range(n):
        json.dumps({"a": 1})


def t_dumps_indent(n):
    for _ in range(n):
        json.dumps(RECORD, indent=2)


def t_dumps_sorted(n):
    for _ in range(n):
        json.dumps(RECORD, sort_keys=True)


def t_dumps_floats(n):
    values = [i / 7 for i in range(50)]
    for _ in range(n):
        json.dumps(values)


def t_loads_floats(n):
    text = json.dumps([i / 7 for i in range(50)])
    for _ in range(n):
        json.loads(text)


def t_stringio_write(n):
    out = io.StringIO()
    for _ in range(n):
        out.write("some text\n")


def t_stringio_lines(n):
    for _ in range(n):
        for line in io.StringIO("a\nb\nc\nd\n"):
            pass


main(globals())
