#!/usr/bin/env python3
"""Writes the manual page, docs/man/concordat.1, from what the command says of itself.

    concordat --experimental-dump-help | Scripts/manual.py            writes it
    concordat --experimental-dump-help | Scripts/manual.py --check    only says whether it is fresh
"""
import json
import pathlib
import re
import sys
import textwrap

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "man" / "concordat.1"

STATUS = [
    ("0", "Nothing was found at or above the severity of --fail-on."),
    ("1", "Something was found."),
    ("2", "It could not be done: wrong arguments, nothing to check, a file that cannot be read, a faulty rule pack or "
          "configuration, a report that could not be written."),
]
ENVIRONMENT = [
    ("NO_COLOR", "If set and not empty, no colours are used."),
    ("FORCE_COLOR , CLICOLOR_FORCE", "If set, not empty and not 0, colours are used where there is no terminal too."),
    ("TERM", "With dumb, neither colours nor progress are shown."),
]
FILES = [
    ("concordat.yaml", "The configuration of a repository, looked for from the checked path upwards."),
]


def escape(text):
    """Text that roff takes for text: backslashes, hyphens, and dots and quotes at the beginning of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def running(text):
    """Running text: each sentence on lines of its own, as roff wants it."""
    sentences = re.split(r"(?<=[.:])\s+", " ".join(text.split()))
    lines = [line for sentence in sentences
             for line in textwrap.wrap(sentence, 72, break_long_words=False, break_on_hyphens=False)]
    return escape("\n".join(lines))


def paragraphs(text):
    """Running text as it is, and indented lines as a display."""
    lines, shown = [], False
    for line in text.strip().split("\n"):
        if line.startswith("  "):
            if not shown:
                lines.append(".Bd -literal -offset indent")
                shown = True
            lines.append(escape(line[2:]))
            continue
        if shown:
            lines.append(".Ed")
            shown = False
        if line.strip() == "":
            if lines and lines[-1] not in (".Pp",):
                lines.append(".Pp")
        else:
            lines.append(running(line))
    if shown:
        lines.append(".Ed")
    # A paragraph before a display, or at the end, is a fault to mandoc.
    result = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if line == ".Pp" and (following is None or following.startswith(".Bd")):
            continue
        result.append(line)
    return result


def spelling(argument):
    """The names of an option or argument, with the value it takes."""
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return ".It Ar " + escape(value)
    names = []
    for name in argument.get("names", []):
        dash = "" if name["kind"] == "short" else "-"
        names.append("Fl " + escape(dash + name["name"]))
    line = ".It " + " , ".join(names)
    return line + (" Ar " + escape(value) if argument["kind"] == "option" else "")


def arguments(command):
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    if not shown:
        return []
    lines = [".Bl -tag -width Ds"]
    for argument in shown:
        lines.append(spelling(argument))
        text = argument.get("abstract", "")
        if argument.get("discussion"):
            text += " " + " ".join(argument["discussion"].split())
        values = argument.get("allValues")
        if values:
            text += " One of " + ", ".join(values) + "."
        if argument.get("defaultValue"):
            text += " By default: " + argument["defaultValue"] + "."
        lines.append(running(text))
    return lines + [".El"]


def section(command, path):
    lines = []
    for child in command.get("subcommands", []):
        if not child.get("shouldDisplay", True) or child["commandName"] == "help":
            continue
        name = path + [child["commandName"]]
        lines.append(".Ss " + escape(" ".join(name)))
        lines.append(running(child.get("abstract", "")))
        if child.get("discussion"):
            lines.append(".Pp")
            lines += paragraphs(child["discussion"])
        block = arguments(child)
        if block:
            lines += block
        lines += section(child, name)
    return lines


def tags(rows, macro):
    lines = [".Bl -tag -width Ds"]
    for name, text in rows:
        lines += [f".It {macro} {name}", running(text)]
    return lines + [".El"]


def page(root):
    lines = [
        '.\\" Written by Scripts/manual.py from what the command says of itself.',
        ".Dd $Mdocdate$", ".Dt CONCORDAT 1", ".Os",
        ".Sh NAME", ".Nm concordat", ".Nd " + root["abstract"][0].lower() + escape(root["abstract"][1:].rstrip(".")),
        ".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar argument ...",
        ".Sh DESCRIPTION",
    ]
    lines += paragraphs(root.get("discussion", ""))
    lines.append(".Sh COMMANDS")
    lines += section(root, [])
    lines.append(".Sh ENVIRONMENT")
    lines += tags(ENVIRONMENT, "Ev")
    lines.append(".Sh FILES")
    lines += tags(FILES, "Pa")
    lines.append(".Sh EXIT STATUS")
    lines += tags(STATUS, "Li")
    return "\n".join(lines) + "\n"


def main():
    text = page(json.load(sys.stdin)["command"])
    if "--check" in sys.argv[1:]:
        if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
            sys.exit("docs/man/concordat.1 is stale: run  .build/debug/concordat --experimental-dump-help | Scripts/manual.py")
        return
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")


main()
