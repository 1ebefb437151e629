"""Asks an ordinary JSON Schema validator what it makes of concordat's output.

validate.py report SCHEMA      standard input is a report; SCHEMA is the file it must agree with
validate.py documents FILE…    standard input is a schema; the files are YAML documents that must agree with it
"""
import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as editors hand it to validators: days stay text, and only true and false are booleans."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(true|false)$"), list("tf"))


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def main():
    mode, *names = sys.argv[1:]
    faults = 0
    if mode == "report":
        check, subjects = validator(json.load(open(names[0], encoding="utf-8"))), [("report", json.load(sys.stdin))]
    else:
        check = validator(json.load(sys.stdin))
        subjects = [(name, document) for name in names for document in yaml.load_all(open(name, encoding="utf-8"), Loader)]
    for name, subject in subjects:
        for error in check.iter_errors(subject):
            faults += 1
            print(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}")
    sys.exit(1 if faults else 0)


main()
