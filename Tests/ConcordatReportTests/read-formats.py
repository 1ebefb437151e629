"""Gives reports to readers and schemas that others wrote, and says what they have against them.

read-formats.py FORMAT REPORT-SCHEMA SHARED-SCHEMAS FILE…

Prints "read N" for the number of reports read, "skipped: …" for a schema that is not here, and a line for each fault.
"""
import csv
import io
import json
import os
import re
import sys

import jsonschema


def say(name, text):
    print(f"{name}: {text}"[:600].replace("\n", " "))


def schema(path):
    """A validator for a schema, or nothing where it is not here."""
    if not os.path.exists(path):
        print(f"skipped: {os.path.basename(path)} is not beside the checkout, at ../shared/schemas")
        return None
    with open(path, encoding="utf-8") as file:
        text = json.load(file)
    kind = jsonschema.validators.validator_for(text)
    kind.check_schema(text)
    return kind(text, format_checker=kind.FORMAT_CHECKER)


def check(validator, name, subject):
    if validator:
        for error in list(validator.iter_errors(subject))[:5]:
            say(name, f"{'/'.join(map(str, error.absolute_path))}: {error.message}")


def read_json(names, report_schema, shared):
    validator = schema(report_schema)
    for name, data in names:
        check(validator, name, json.loads(data))


def read_sarif(names, report_schema, shared):
    validators = [
        schema(os.path.join(shared, file))
        for file in ("sarif-schema-2.1.0-errata01.json", "sarif-2.1.0.schemastore.json", "sarif-github-profile.own.json")
    ]
    for name, data in names:
        log = json.loads(data)
        if data.count(b"\n") != 1:
            say(name, "is not compact")
        for validator in validators:
            check(validator, name, log)
        for run in log["runs"]:
            rules = run["tool"]["driver"]["rules"]
            if len({rule["id"] for rule in rules}) != len(rules):
                say(name, "names a rule twice")
            prints = [result["partialFingerprints"].get("concordat/v1") for result in run["results"]]
            prints = [each for each in prints if each]
            if len(set(prints)) != len(prints):
                say(name, "has a fingerprint twice")
            for result in run["results"]:
                if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                    say(name, f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}")
                text = result["message"]["text"]
                for target in re.findall(r"(?<!\\)\]\(([^)]*)\)", text):
                    if target not in {str(place["id"]) for place in result.get("relatedLocations", [])}:
                        say(name, f"a message links to {target}: {text}")
                if re.search(r"(?<!\{)(?:\{\{)*\{(?!\{)", text):
                    say(name, f"a message has a placeholder: {text}")


def read_gitlab(names, report_schema, shared):
    validator = schema(os.path.join(shared, "gitlab-code-quality.own.json"))
    for name, data in names:
        entries = json.loads(data)
        check(validator, name, entries)
        if len({entry["fingerprint"] for entry in entries}) != len(entries):
            say(name, "has a fingerprint twice")


def read_rdjson(names, report_schema, shared):
    validator = schema(os.path.join(shared, "rdformat", "DiagnosticResult.json"))
    for name, data in names:
        check(validator, name, json.loads(data))


def read_junit(names, report_schema, shared):
    import junitparser
    from lxml import etree

    path = os.path.join(shared, "JUnit.xsd")
    grammar = None
    if os.path.exists(path):
        grammar = etree.XMLSchema(etree.parse(path))
    else:
        print("skipped: JUnit.xsd is not beside the checkout, at ../shared/schemas")
    for name, data in names:
        tree = etree.fromstring(data)
        if grammar is not None and not grammar.validate(tree):
            say(name, str(grammar.error_log.last_error))
        for suite in junitparser.JUnitXml.fromstring(data):
            counted = (suite.tests, suite.failures, suite.errors, suite.skipped)
            kinds = [kind for case in suite for kind in ([type(each) for each in case.result] or [None])]
            found = (len(list(suite)), *(kinds.count(kind) for kind in (junitparser.Failure, junitparser.Error, junitparser.Skipped)))
            if counted != found:
                say(name, f"{suite.name} counts {counted} and holds {found}")


def read_checkstyle(names, report_schema, shared):
    from lxml import etree

    for name, data in names:
        tree = etree.fromstring(data)
        if tree.tag != "checkstyle":
            say(name, f"begins with {tree.tag}")
        for file in tree:
            if file.tag != "file" or not file.get("name") or len(file) == 0:
                say(name, f"has a faulty file {file.attrib}")
            for error in file:
                shape = [error.tag, *sorted(error.attrib)]
                if shape != ["error", "column", "line", "message", "severity", "source"]:
                    say(name, f"has {shape}")
                if error.get("severity") not in ("error", "warning", "info"):
                    say(name, f"has the severity {error.get('severity')}")
                if int(error.get("line")) < 1 or int(error.get("column")) < 1:
                    say(name, f"has the place {error.attrib}")


def read_markdown(names, report_schema, shared):
    from markdown_it import MarkdownIt

    reader = MarkdownIt("gfm-like")
    # GitHub makes links of addresses and of www., not of every name with a dot in it.
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": True})
    for name, data in names:
        text = data.decode("utf-8")
        if len(data) >= 1 << 20:
            say(name, "is too long")
        tokens = reader.parse(text)
        for token in [each for block in tokens for each in [block, *(block.children or [])]]:
            if token.type in ("html_block", "html_inline", "image", "code_block", "fence", "blockquote_open", "table_open"):
                say(name, f"has {token.type}: {token.content}")
            if token.type == "link_open" and not token.attrs["href"].startswith("https://www.legislation.gov.uk/"):
                say(name, f"links to {token.attrs['href']}")
            # What GitHub and GitLab look for in the text that is left, outside code.
            if token.type == "text" and re.search(r"@\w|(?<!\w)[#!%~$&]\w|GH-\d|www\.|://|:\w+:|\b(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b", token.content):
                say(name, f"has something to look for: {token.content}")


def read_csv(names, report_schema, shared):
    for name, data in names:
        if not data.startswith(b"\xef\xbb\xbf"):
            say(name, "has no byte order mark")
        text = data.decode("utf-8-sig")
        if not text.endswith("\r\n") or re.search(r"(?<!\r)\n|\r(?!\n)", text):
            say(name, "has a line that does not end in CR LF")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        for row in rows:
            if len(row) != len(rows[0]):
                say(name, f"has a row of {len(row)} cells: {row}")
            for cell in row:
                if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0]", cell) and not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", cell):
                    say(name, f"has a formula: {cell}")


READERS = {
    "json": read_json, "sarif": read_sarif, "gitlab": read_gitlab, "rdjson": read_rdjson, "junit": read_junit,
    "checkstyle": read_checkstyle, "markdown": read_markdown, "csv": read_csv,
}


def main():
    form, report_schema, shared, *paths = sys.argv[1:]
    names = [(os.path.basename(path), open(path, "rb").read()) for path in paths]
    try:
        READERS[form](names, report_schema, shared)
    except Exception as fault:  # a reader that falls over has refused
        say("reader", f"{type(fault).__name__}: {fault}")
    print(f"read {len(names)}")


main()
