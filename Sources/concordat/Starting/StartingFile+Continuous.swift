extension StartingFile {
  /// What checks every change where the repository is kept.
  ///
  /// - Parameter source: The repository that concordat is taken from; a variable of the host names it if left out.
  static func continuous(_ host: Continuous, source: String?) -> [StartingFile] {
    switch host {
    case .github: [github(source: source)]
    case .gitlab: [gitlab(source: source)]
    case .none: []
    }
  }

  private static func github(source: String?) -> StartingFile {
    let repository = source.map { "\($0)" } ?? "${{ vars.CONCORDAT_REPOSITORY }}"
    let hint =
      source == nil
      ? "# Set the variable CONCORDAT_REPOSITORY of this repository (Settings, Secrets and variables, Actions, Variables) to the\n"
        + "# OWNER/NAME that concordat is kept under.\n" : ""
    return StartingFile(
      ".github/workflows/concordat.yml",
      """
      # Checks the agreements on every pull request, and marks what is wrong on the changed lines.
      \(hint)name: Agreements

      on:
        pull_request:
        push:
          branches: [main]

      permissions: {}

      jobs:
        check:
          runs-on: ubuntu-latest
          permissions:
            contents: read
            security-events: write
          steps:
            - uses: actions/checkout@v4
              with:
                persist-credentials: false
            - uses: actions/checkout@v4
              with:
                repository: \(repository)
                path: .concordat
                persist-credentials: false
            - id: concordat
              uses: ./.concordat
              with:
                paths: agreements
            # Also after findings: that is when the report matters.
            - if: always() && steps.concordat.outputs.sarif-file != ''
              uses: github/codeql-action/upload-sarif@v3
              with:
                sarif_file: ${{ steps.concordat.outputs.sarif-file }}
                category: concordat

      """)
  }

  private static func gitlab(source: String?) -> StartingFile {
    StartingFile(
      ".gitlab-ci.yml",
      """
      # Checks the agreements on every merge request. CONCORDAT_REPOSITORY is the address that concordat is cloned from.
      concordat:
        stage: test
        image: swift:6.2
        variables:
          CONCORDAT_REPOSITORY: "\(source ?? "")"
          CONCORDAT_VERSION: main
        cache:
          key: concordat-$CONCORDAT_VERSION
          paths: [.concordat/.build/]
        script:
          - test -n "$CONCORDAT_REPOSITORY" || { echo "Set CONCORDAT_REPOSITORY to the address that concordat is cloned from"; exit 2; }
          - git init -q .concordat && git -C .concordat fetch -q --depth 1 "$CONCORDAT_REPOSITORY" "$CONCORDAT_VERSION" && git -C .concordat checkout -q FETCH_HEAD
          - make -C .concordat release
          - .concordat/.build/release/concordat check agreements --format gitlab=gl-code-quality-report.json --format junit=concordat-junit.xml --format text
        artifacts:
          when: always
          reports:
            codequality: gl-code-quality-report.json
            junit: concordat-junit.xml

      """)
  }

  /// Checks before every commit, through https://pre-commit.com.
  static let preCommit = StartingFile(
    ".pre-commit-config.yaml",
    """
    # `pre-commit install` makes git check the agreements before every commit.
    repos:
      - repo: local
        hooks:
          - id: concordat
            name: check partnership agreements
            entry: concordat check
            language: system
            types: [yaml]
            # A change to one strategy can break the county's agreement: all are checked.
            pass_filenames: false
            require_serial: true

    """)
}
