#!/usr/bin/env python3
"""Writes docs/reference.md from `scriptling-server --list-symbols --json`. usage: generate.py SYMBOLS.json OUT.md"""
import json
import sys


def main(source, target):
    with open(source) as f:
        symbols = json.load(f)
    by_module = {}
    for s in symbols:
        by_module.setdefault(s["module"], []).append(s)
    lines = ["# Reference", "", "Generated from the symbol table by `./dev docs`.", ""]
    for module in sorted(by_module):
        entries = by_module[module]
        head = next((s for s in entries if s["kind"] == "module"), None)
        lines += [f"## {module}", ""]
        if head and head["doc"]:
            lines += [head["doc"], ""]
        for s in entries:
            if s["kind"] == "module":
                continue
            owner = s["name"].rsplit(".", 1)[0][len(module):].lstrip(".")
            title = s["signature"] or s["name"].rsplit(".", 1)[1]
            if owner:
                title = owner + "." + title
            doc = " ".join(s["doc"].split())
            lines.append(f"- `{title}` ({s['kind']})" + (f": {doc}" if doc else ""))
        lines.append("")
    with open(target, "w") as f:
        f.write("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
