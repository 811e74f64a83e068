"""The module csv."""
import csv
import io

from timing import main


def t_csv_read(n):
    lines = ["id,name,score", "1,Ada,9.5", '2,"Bob, jr",8.25'] * 4
    for _ in range(n):
        for row in csv.reader(lines):
            pass


def t_csv_write(n):
    out = io.StringIO()
    w = csv.writer(out)
    for _ in range(n):
        w.writerow([1, "Ada", 9.5, "x,y"])


main(globals())
