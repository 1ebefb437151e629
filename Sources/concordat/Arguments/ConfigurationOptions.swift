import ArgumentParser

/// Where a command's settings come from, and which files of folders it reads.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "Use this configuration.",
      discussion: """
        Otherwise the nearest concordat.yaml from what is checked up to the root of its repository counts. What is given on \
        the command line counts before it.
        """,
      valueName: "file"))
  var file: PathArgument?

  @Flag(
    name: [.customLong("isolated"), .customLong("no-config")],
    help: "Heed no configuration: for whoever checks what others send.")
  var isIsolated = false

  @Flag(name: .customLong("no-ignore"), help: "Also read what .gitignore leaves out of the folders.")
  var isIgnoringNothing = false

  func validate() throws {
    if file != nil, isIsolated { throw ValidationError("--config names a configuration and --isolated heeds none: give one of them") }
  }
}
