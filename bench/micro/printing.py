"""print and sys.stdout.write of many small lines."""
import sys

from timing import main


def t_print_text(n):
    for _ in range(n):
        print("hello")


def t_print_int(n):
    for i in range(n):
        print(i)


def t_print_three(n):
    for i in range(n):
        print("a", i, 2.5)


def t_print_sep(n):
    for i in range(n):
        print("a", "b", sep=",")


def t_print_end(n):
    for i in range(n):
        print("a", end=" ")


def t_print_fstring(n):
    for i in range(n):
        print(f"line {i}")


def t_print_list(n):
    v = [1, 2, 3]
    for i in range(n):
        print(v)


def t_print_unpacked(n):
    v = [1, 2, 3]
    for i in range(n):
        print(*v)


def t_write(n):
    for i in range(n):
        sys.stdout.write("line\n")


main(globals())
