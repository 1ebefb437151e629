#!/usr/bin/env python3
"""Turns the reference tables of ../shared/data into the registers of the England pack.

  Scripts/registers.py            writes rules/england/registers/{authorities,partner-bodies,indicators}.yaml
  Scripts/registers.py --check    changes nothing; fails if a file is not what would be written, or does not
                                  read back as the table it came from (the second needs PyYAML)

The registers are committed, so nobody needs the tables to build or to use the project.
"""

import csv
import pathlib
import sys

from flow_yaml import Quoted, folded, row
from register_sources import AUTHORITY_SOURCES, INDICATOR_SOURCES, PARTNER_SOURCES

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ROOT.parent / "shared" / "data"
REGISTERS = ROOT / "rules" / "england" / "registers"

AUTHORITIES_HEAD = """\
# English principal authorities, 1 April 2007 to 31 March 2011: who can be a responsible authority, and the districts.
#
# Written by Scripts/registers.py. Do not edit: change the table and run it again.
#
# from, through   both inclusive. No `from`: existed before 2007-04-01. No `through`: still there on 2011-03-31.
# parent          the county council above a two-tier district.
# successors      who took over the area. Where a unitary of 2009 has the name of an earlier county or district it is a
#                 row of its own, ending in -unitary, because tier, codes and agreement area changed on that day.
# ons_code        code in use before 2011.  gss_code: code in use in October 2010.
# official_name   a derived style of name, for people to read: "X County Council" for a county council, "X Council" for
#                 every other tier, because the tables do not say which councils are boroughs, cities or districts. The
#                 City of London and the Isles of Scilly are styled as in section 103 of the Local Government and Public
#                 Involvement in Health Act 2007. It is not a record of the formal title.
# verified        true: existence, code and dates rest on the source named.
# source          key of the table `sources`.
register: authorities
source: Code lists and orders naming the English principal authorities, read together; see the table of sources.
"""

PARTNERS_HEAD = """\
# Bodies other than councils that local area agreements name, 1 April 2007 to 31 March 2011, and the areas they cover.
#
# Written by Scripts/registers.py. Do not edit: change the table and run it again.
#
# kind            which bodies of a kind are partner authorities, and since when: partner-authority-kinds.yaml.
# covers          areas of agreements (ids of authorities). ["*"]: all of England. A body that spans April 2009 lists the
#                 old county and the new unitaries: test each against its own dates.
# covers_part     those of `covers` of which the body covers a part only.
# code            NHS code, code of the Office for National Statistics, or both.
# same_as         the body is itself this council, so nobody need name it a second time.
# from, through   both inclusive. No `from`: existed before the period or the day is not recorded (all primary care trusts).
# verified        true: existence, code and area rest on the source named. false: `reading` says inferred or from-memory.
# source          key of the table `sources`.
#
# NHS trusts and foundation trusts, ambulance trusts, youth offending teams and strategic health authorities are not listed.
register: partner-bodies
source: Area lookups, orders and lists of public bodies, read together; see the table of sources.
"""

INDICATORS_HEAD = """\
# The national indicators NI 1 to NI 199: 198 in use, since NI 31 was dropped before use and NI 199 was added.
#
# Written by Scripts/registers.py. Do not edit: change the table and run it again.
#
# verified        true: a source shows this number with this title. It says nothing of the other columns: unit, polarity,
#                 department, data source, theme group, tiers and the education flag are mostly from memory.
# title_check     title-seen, subject-seen (number and topic seen, wording from memory) or none. A title that was not seen
#                 must never fail a document.
# polarity        higher or lower: which way is better. neither: parts that differ, context only, or not settled.
# tiers           where a figure exists or who supplies it: D district, C county, U single tier, P police, F fire, PCT.
# statutory_education   one of the 16 education and early years targets set under other Acts. That there are 16 is
#                 sourced; which they are is the list commonly given.
# dropped         the number is not in the set.
# source          key of the table `sources`.
register: indicators
source: Reports, notes and statistical releases that print numbers of the national indicator set; see the table of sources.
"""

OFFICIAL_NAMES = {
    "city-of-london": "Common Council of the City of London",
    "isles-of-scilly": "Council of the Isles of Scilly",
}


def official_name(record):
    """The derived style of name that the head of the register explains."""
    name, tier = record["name"], record["tier"]
    if tier in OFFICIAL_NAMES:
        return OFFICIAL_NAMES[tier]
    if tier == "county":
        return name.removeprefix("County ") + " County Council"
    return name + " Council"


def words(text, separator):
    """The members of a joined cell; nothing for an empty one."""
    return text.split(separator) if text else []


def present(pairs):
    """The pairs that have a value: an empty cell is left out of its row."""
    return [(key, value) for key, value in pairs if value != "" and value != []]


def reading(record):
    """How a row was read: the two columns that say so."""
    if record["verified"] == "yes":
        return [("verified", True)]
    return [("verified", False), ("reading", record["verified"])]


def authority(record):
    return [
        ("id", record["id"]),
        ("name", record["name"]),
        ("official_name", official_name(record)),
        ("tier", record["tier"]),
        ("parent", record["parent"]),
        ("region", record["region"]),
        ("ons_code", Quoted(record["ons_code"])),
        ("gss_code", record["gss_code"]),
        ("from", record["valid_from"]),
        ("through", record["valid_to"]),
        ("successors", words(record["successor"], ";")),
        ("source", source_id(record, AUTHORITY_SOURCES)),
        *reading(record),
    ]


def partner(record):
    return [
        ("id", record["id"]),
        ("name", record["name"]),
        ("kind", record["kind"]),
        ("covers", words(record["covers"], ";")),
        ("covers_part", words(record["covers_part"], ";")),
        ("code", Quoted(record["code"])),
        ("same_as", words(record["same_as"], ";")),
        ("from", record["valid_from"]),
        ("through", record["valid_to"]),
        ("note", record["note"]),
        ("source", source_id(record, PARTNER_SOURCES)),
        *reading(record),
    ]


def indicator(record):
    number = int(record["number"])
    return [
        ("id", f"NI {number}"),
        ("number", number),
        ("title", record["title"]),
        ("theme", record["theme"]),
        ("lead_department", record["lead_department"]),
        ("unit", record["unit"]),
        ("polarity", record["polarity"]),
        ("data_source", record["data_source"]),
        ("statutory_education", record["statutory_education"] == "true"),
        ("tiers", words(record["tier"], ",")),
        ("status_changes", record["status_changes"]),
        *([("dropped", True)] if number == 31 else []),
        ("source", source_id(record, INDICATOR_SOURCES)),
        *reading(record),
        ("title_check", record["title_check"]),
    ]


def source_id(record, sources):
    """The short id of the source that a cell names; an empty cell has none."""
    return sources[record["source"]][0] if record["source"] else ""


# The file that is written, its head, its table, the table's sources, and how a record becomes a row.
PARTS = [
    ("authorities", AUTHORITIES_HEAD, "authorities.csv", AUTHORITY_SOURCES, authority),
    ("partner-bodies", PARTNERS_HEAD, "partners.csv", PARTNER_SOURCES, partner),
    ("indicators", INDICATORS_HEAD, "indicators.csv", INDICATOR_SOURCES, indicator),
]


# Keys that begin a line, so that every row of a register looks alike.
BREAKS = {"ons_code", "covers", "code", "theme", "statutory_education"}


def records(table):
    with open(TABLES / table, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def text_of(head, table, sources, make):
    """The whole register as text."""
    lines = [head + "sources:"]
    for key, words_ in sources.values():
        lines.append(folded(key, words_))
    lines.append("rows:")
    lines.extend(row(present(make(record)), BREAKS) for record in records(table))
    return "\n".join(lines) + "\n"


def read_back(name, table, sources, make):
    """What differs between a register, read by a YAML reader, and its table, cell by cell."""
    import yaml

    with open(REGISTERS / f"{name}.yaml", encoding="utf-8") as stream:
        register = yaml.load(stream, Loader=yaml.BaseLoader)
    found = []
    texts = {key: text for key, text in register["sources"].items()}
    if texts != {key: text for key, text in sources.values()}:
        found.append(f"{name}: the table of sources differs")
    if len(register["rows"]) != len(records(table)):
        found.append(f"{name}: {len(register['rows'])} rows, the table has {len(records(table))}")
    cell_of = {key: cell for cell, (key, _) in sources.items()}
    for entry, record in zip(register["rows"], records(table)):
        restored = cells(entry, cell_of)
        for column, cell in record.items():
            if restored.get(column, "") != cell:
                found.append(f"{name}, {entry['id']}: {column} is {restored.get(column, '')!r}, the table has {cell!r}")
    return found


def cells(entry, cell_of):
    """A register row turned back into the columns of its table."""
    columns = {"covers": "covers", "covers_part": "covers_part", "same_as": "same_as", "successors": "successor"}
    restored = {}
    for key, value in entry.items():
        if key in columns:
            restored[columns[key]] = ";".join(value)
        elif key == "tiers":
            restored["tier"] = ",".join(value)
        elif key == "from":
            restored["valid_from"] = value
        elif key == "through":
            restored["valid_to"] = value
        elif key == "source":
            restored["source"] = cell_of[value]
        elif key == "verified":
            restored["verified"] = "yes" if value == "true" else entry["reading"]
        else:
            restored[key] = value
    return restored


def main(arguments):
    check = arguments == ["--check"]
    if arguments and not check:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    if not TABLES.is_dir():
        print(f"registers: the tables are not here: {TABLES}", file=sys.stderr)
        return 2
    found = []
    for name, head, table, sources, make in PARTS:
        path = REGISTERS / f"{name}.yaml"
        text = text_of(head, table, sources, make)
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            found.append(f"{path.relative_to(ROOT)} is not what Scripts/registers.py writes; run it")
    try:
        for name, _, table, sources, make in PARTS:
            found.extend(read_back(name, table, sources, make))
    except ModuleNotFoundError:
        print("registers: PyYAML is not installed, so the files were not read back", file=sys.stderr)
    for fault in found:
        print(f"registers: {fault}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
