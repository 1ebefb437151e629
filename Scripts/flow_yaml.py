"""Writes the small part of YAML that the pack's tables use: a flow-style row an entry, with its keys in the same places."""

import re

WIDTH = 150
# A list no longer than this is never broken.
SHORT_LIST = 60

# Text that any YAML reader, 1.1 or 1.2, takes as the string it looks like.
PLAIN = re.compile(r"[A-Za-z%*][A-Za-z0-9 .'&()/+%;*_-]*\Z")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
WORDS_WITH_A_MEANING = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


class Quoted(str):
    """Text that is always written in quotes, such as a code that may look like a number."""


def scalar(value):
    """A boolean, a number, a day or a text as one YAML scalar."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    plain = (
        not isinstance(value, Quoted)
        and PLAIN.match(value)
        and value[0] not in "%*"
        and not value.endswith(" ")
        and value.lower() not in WORDS_WITH_A_MEANING
    )
    if plain or (DAY.match(value) and not isinstance(value, Quoted)):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    assert escaped.isprintable(), value
    return f'"{escaped}"'


def row(pairs, breaks):
    """One entry of a block sequence as a flow mapping.

    A key in `breaks` begins a line, and a line that would be too wide is folded between its members.
    """
    lines = ["  - {"]
    for at, (key, value) in enumerate(pairs):
        end = "}" if at == len(pairs) - 1 else ","
        for place, piece in enumerate(pieces(key, value, end)):
            wide = len(lines[-1]) + 1 + len(piece) > WIDTH
            if at > 0 and (wide or (place == 0 and key in breaks)):
                lines.append("     " + piece)
            else:
                lines[-1] += piece if at == 0 else " " + piece
    return "\n".join(lines)


def pieces(key, value, end):
    """A key with its value, cut where a line may be folded."""
    if not isinstance(value, list):
        return [f"{key}: {scalar(value)}{end}"]
    members = [scalar(member) for member in value]
    whole = ", ".join(members)
    if len(whole) <= SHORT_LIST:
        return [f"{key}: [{whole}]{end}"]
    first, *middle, last = members
    return [f"{key}: [{first},", *(member + "," for member in middle), f"{last}]{end}"]


def folded(key, text):
    """A text of any length under a key of two spaces' indent, as a folded block where it does not fit a line."""
    line = f"  {key}: {scalar(text)}"
    if len(line) <= WIDTH:
        return line
    lines = [f"  {key}: >-"]
    current = "   "
    for word in text.split(" "):
        if len(current) + 1 + len(word) > WIDTH:
            lines.append(current)
            current = "   "
        current += " " + word
    return "\n".join([*lines, current])
