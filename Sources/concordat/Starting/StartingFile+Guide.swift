extension StartingFile {
  static let configuration = StartingFile(
    "concordat.yaml",
    """
    # How concordat checks this repository; concordat config shows what applies and why.
    paths:
      include: [agreements/]
    # From which severity on a finding fails a run: error, warning, advice or never.
    fail_on: error
    # A rule can be switched off or count with another severity; every report then says so.
    # rules:
    #   governance/accountable-body-named: off

    """)

  /// The first thing that somebody sees who opens the repository.
  static let guide = StartingFile(
    "README.md",
    """
    # Our agreements

    Each file under `agreements/` holds one document: a Local Area Agreement, a strategy, a partnership. They are checked by
    Concordat on every change.

    | to do this | type |
    |---|---|
    | write a first draft | `concordat init local-area-agreement AUTHORITY --output agreements/laa.yaml` |
    | make targets of a table in a spreadsheet | save it as CSV, then `concordat import TABLE.csv` |
    | check everything | `concordat check` |
    | see a rule with its law and examples | `concordat explain RULE` |
    | mend what can be mended safely | `concordat check --diff`, then `concordat check --fix` |
    | print what a Government Office sees | `concordat statement agreements --format html --output statement.html` |

    In Visual Studio Code, the YAML extension completes and explains the fields (the schemas are under `schemas/`), and the task
    *Check agreements* marks findings in the text.

    `concordat.yaml` holds the configuration. A finding that the parties accept is recorded beside it, with a reason and a last day:
    `# concordat: allow RULE until YYYY-MM-DD -- reason`.

    """)
}
