#!/usr/bin/env python3
"""Checks the data of the England pack against itself and the catalogue against its source. Changes nothing. Needs PyYAML.

- every provision has its keys, its days in order, an id of its own under the name of its file
- every provision that rules check is named by a rule, itself or the wider one that it is part of; no other is
- every provision that the catalogue, the parameters or the registers name is there
- every id that a register takes from another register is there
- the catalogue says what ../shared/law/rules.tsv says, field by field (left out, and said so, where that is not here)
"""

import csv
import datetime
import pathlib
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACK = ROOT / "rules" / "england"
SOURCE = ROOT.parent / "shared" / "law" / "rules.tsv"

GROUPS = {
    "ST": "statutory",
    "AL": "alignment",
    "TG": "targets",
    "GV": "governance",
    "EV": "evidence",
    "RV": "revision",
    "MA": "multi-area",
    "SC": "strategy",
    "FI": "finance",
    "DQ": "quality",
}
# The catalogue names publications; its source names the files that they are kept in.
PUBLICATIONS = {
    "000_faeb8dc04d7ec033.txt": "Audit Commission, Working better together? (Apr 2009)",
    "001_bf33beac4590005b.txt": "practitioner article (2008)",
    "002_c4c7ba0f06773ede.txt": "Audit Commission, Working better together? (Apr 2009)",
    "003_f6b222a61c364ec8.txt": "report on the ODPM consultation (Dec 2005)",
    "004_1674db5af4e03624.txt": "White Paper (Dec 2001)",
    "in-force dates in statute.md": "in-force dates of the provisions",
}
READINGS = {"verified", "summary", "seed", "inferred"}
DECISIONS = {"encoded", "merged", "review", "not-for-documents", "open"}
PRECISIONS = {"month": 7, "year": 4}

faults = []


def fault(place, text):
    faults.append(f"{place}: {text}")


def load(path):
    with open(path, encoding="utf-8") as stream:
        return yaml.load(stream, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def check_days(place, entry):
    """Both bounds are days, and in order."""
    for key in ("from", "through"):
        if key in entry and type(entry[key]) is not datetime.date:
            fault(place, f"{key} is not a day: {entry[key]!r}")
            return
    if "from" in entry and "through" in entry and entry["from"] > entry["through"]:
        fault(place, "ends before it begins")


def read_provisions():
    """All provisions by id."""
    found = {}
    for path in sorted((PACK / "provisions").glob("*.yaml")):
        file = load(path)
        if ("act" in file) == ("source" in file):
            fault(path.name, "needs either act or source")
        for entry in file["provisions"]:
            place = entry.get("id", path.name)
            for key in ("id", "citation", "summary", "reading", "checked_by"):
                if key not in entry:
                    fault(place, f"has no {key}")
            if not place.startswith(path.stem + "/"):
                fault(place, f"does not begin with the name of its file, {path.stem}")
            if place in found:
                fault(place, "is there twice")
            if entry["reading"] not in READINGS:
                fault(place, f"unknown reading {entry['reading']}")
            if entry["checked_by"] not in {"rules", "person", "none"}:
                fault(place, f"unknown checked_by {entry['checked_by']}")
            if (entry["checked_by"] == "rules") == ("why" in entry):
                fault(place, "needs `why` exactly where no rule checks it")
            check_days(place, entry)
            found[place] = entry
    return found


def check_catalogue(provisions):
    """The rows of the catalogue, after a check of each."""
    catalogue = load(PACK / "catalogue.yaml")
    seen = set()
    for entry in catalogue["rules"]:
        place = entry["id"]
        if place in seen:
            fault(place, "is there twice")
        seen.add(place)
        if entry["group"] != GROUPS.get(place[:2]):
            fault(place, f"is in the group {entry['group']}")
        if entry["severity"] not in {"error", "warning", "advice"}:
            fault(place, f"unknown severity {entry['severity']}")
        if entry["decision"] not in DECISIONS:
            fault(place, f"unknown decision {entry['decision']}")
        for kind in entry["kinds"] + entry.get("with", []):
            if kind not in catalogue["kind_names"]:
                fault(place, f"unknown kind {kind}")
        if entry["provision"] != entry["provisions"][0]:
            fault(place, "provision is not the first of provisions")
        for provision in entry["provisions"]:
            if provision not in provisions:
                fault(place, f"names {provision}, which is not there")
        check_days(place, entry)
    return catalogue["rules"]


def check_coverage(provisions):
    """Every provision that rules check is named by a rule, itself or what it is part of; the others are not."""
    named = set()
    for group in sorted(set(GROUPS.values())):
        for path in sorted((PACK / group).glob("*.yaml")):
            cited = load(path)["provision"]
            named.update([cited] if isinstance(cited, str) else cited)
    for provision in sorted(named - provisions.keys()):
        fault(provision, "is named by a rule, and is not there")
    for place, entry in provisions.items():
        if "part_of" in entry and entry["part_of"] not in provisions:
            fault(place, f"is part of {entry['part_of']}, which is not there")
        wider, seen = place, set()
        while wider in provisions and wider not in named and wider not in seen:
            seen.add(wider)
            wider = provisions[wider].get("part_of")
        if entry["checked_by"] == "rules" and wider not in named:
            fault(place, "is said to be checked by rules, but no rule names it")
        if entry["checked_by"] != "rules" and place in named:
            fault(place, "is named by a rule, but said not to be checked by rules")


def check_parameters(provisions):
    for path in sorted((PACK / "parameters").glob("*.yaml")):
        file = load(path)
        if file["parameter"] != path.stem:
            fault(path.name, f"holds the parameter {file['parameter']}")
        last = None
        for value in file["values"]:
            if value["provision"] not in provisions:
                fault(path.name, f"names {value['provision']}, which is not there")
            if value["reading"] not in READINGS:
                fault(path.name, f"unknown reading {value['reading']}")
            check_days(path.name, value)
            if last is not None and (last.get("through") is None or value["from"] <= last["through"]):
                fault(path.name, f"two values on {value['from']}")
            last = value


def check_registers(provisions):
    """References from one register to another, and to provisions."""
    registers = {path.stem: load(path)["rows"] for path in (PACK / "registers").glob("*.yaml")}
    ids = {name: [row["id"] for row in rows] for name, rows in registers.items()}
    for name, all_ids in ids.items():
        for twice in {i for i in all_ids if all_ids.count(i) > 1}:
            fault(f"{name}, {twice}", "is there twice")
        for row in registers[name]:
            check_days(f"{name}, {row['id']}", row)
    known = {name: set(all_ids) for name, all_ids in ids.items()}
    authorities, bodies = known["authorities"], known["partner-bodies"]
    for row in registers["authorities"]:
        for other in row.get("successors", []) + ([row["parent"]] if "parent" in row else []):
            if other not in authorities:
                fault(f"authorities, {row['id']}", f"names {other}, which is not there")
    for row in registers["partner-bodies"]:
        for other in row["covers"] + row.get("covers_part", []) + row.get("same_as", []):
            if other != "*" and other not in authorities:
                fault(f"partner-bodies, {row['id']}", f"names {other}, which is not there")
    listed = set()
    for row in registers["partner-authority-kinds"]:
        listed.add(row["kind"])
        place = f"partner-authority-kinds, {row['id']}"
        if row["provision"] not in provisions:
            fault(place, f"names {row['provision']}, which is not there")
        if "body" in row and row["body"] not in bodies:
            fault(place, f"names {row['body']}, which is not there")
    for kind in sorted({row["kind"] for row in registers["partner-bodies"]} - listed):
        fault("partner-authority-kinds", f"has no row for the kind {kind}")
    files = {provision.split("/")[0] for provision in provisions}
    for row in registers["guidance"]:
        if "file" in row and row["file"] not in files:
            fault(f"guidance, {row['id']}", f"names {row['file']}, which is not there")


def source_row(row):
    """A catalogue row in the columns of its source."""

    def day(key):
        text = str(row[key]) if key in row else ""
        return text[: PRECISIONS[row[f"{key}_precision"]]] if f"{key}_precision" in row else text

    kinds = " + ".join(", ".join(part) for part in (row["kinds"], row.get("with", [])) if part)
    return {
        "id": row["id"],
        "short-name": row["name"],
        "severity": "info" if row["severity"] == "advice" else row["severity"],
        "document-kinds": kinds + (" (two versions)" if "versions" in row else ""),
        "condition": row["condition"],
        "citation": row["citation"],
        "in-force-from": day("from"),
        "in-force-to": day("through"),
        "confidence": row["confidence"],
    }


def check_source(rows):
    if not SOURCE.is_file():
        print(f"catalogue: not compared with its source, which is not here: {SOURCE}", file=sys.stderr)
        return
    with open(SOURCE, newline="", encoding="utf-8") as stream:
        source = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    if [row["id"] for row in rows] != [row["id"] for row in source]:
        fault("catalogue", "does not hold the ids of its source in their order")
        return
    for row, origin in zip(rows, source):
        for column, value in source_row(row).items():
            expected = origin[column]
            if column == "citation":
                for file, publication in PUBLICATIONS.items():
                    expected = expected.replace(file, publication)
            if column == "document-kinds":
                first, *others = expected.split(" + ")
                expected = " + ".join([first, ", ".join(others)] if others else [first])
            if value != expected:
                fault(row["id"], f"{column} is {value!r}, its source says {expected!r}")


def main():
    provisions = read_provisions()
    rows = check_catalogue(provisions)
    check_coverage(provisions)
    check_parameters(provisions)
    check_registers(provisions)
    check_source(rows)
    for text in faults:
        print(f"catalogue: {text}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
