extension StartingFile {
  /// Visual Studio Code: completion and explanation of fields through the YAML extension, and findings as marks through a task.
  static let editor = [
    StartingFile(
      ".vscode/extensions.json",
      """
      {
        "recommendations": ["redhat.vscode-yaml"]
      }

      """),
    StartingFile(
      ".vscode/settings.json",
      """
      {
        "yaml.schemas": {
          "./schemas/document.schema.json": ["agreements/**/*.yaml", "agreements/**/*.yml"]
        },
        "files.eol": "\\n"
      }

      """),
    StartingFile(
      ".vscode/tasks.json",
      #"""
      {
        "version": "2.0.0",
        "tasks": [
          {
            "label": "Check agreements",
            "type": "shell",
            "command": "concordat",
            "args": ["check", "--format", "concise", "--color", "never"],
            "group": {"kind": "test", "isDefault": true},
            "presentation": {"reveal": "never", "clear": true},
            "problemMatcher": {
              "owner": "concordat",
              "source": "concordat",
              "fileLocation": ["relative", "${workspaceFolder}"],
              "pattern": {
                "regexp": "^(.+?):(\\d+):(\\d+): (error|warning|advice|review): (.*) \\[([^\\]]+)\\]$",
                "file": 1, "line": 2, "column": 3, "severity": 4, "message": 5, "code": 6
              }
            }
          }
        ]
      }

      """#),
    StartingFile(
      ".editorconfig",
      """
      root = true

      [*]
      charset = utf-8
      end_of_line = lf
      insert_final_newline = true
      trim_trailing_whitespace = true

      [*.{yaml,yml}]
      indent_style = space
      indent_size = 2

      """),
    StartingFile(
      ".gitattributes",
      """
      *.yaml text eol=lf
      *.yml text eol=lf
      schemas/*.json linguist-generated

      """),
  ]
}
