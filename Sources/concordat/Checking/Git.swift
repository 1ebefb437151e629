import SourceText

/// What git knows of a repository.
struct Git {
  /// The folder that git is asked about.
  let folder: BytePath

  /// The most that git may answer: the names of a million files.
  private static let limit = 64 << 20

  /// Variables that git may see: where things are, but nothing that makes it run programs.
  private static let variables = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT",
  ]

  private static var environment: [String] {
    var pairs = ["GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C"]
    for name in variables { if let value = System.variable(name) { pairs.append("\(name)=\(value)") } }
    let count = System.variable("GIT_CONFIG_COUNT").flatMap { Int($0) } ?? 0
    for number in 0..<min(max(0, count), 100) {
      for name in ["GIT_CONFIG_KEY_\(number)", "GIT_CONFIG_VALUE_\(number)"] {
        if let value = System.variable(name) { pairs.append("\(name)=\(value)") }
      }
    }
    return pairs
  }

  private func ask(_ arguments: [String], in place: BytePath? = nil) throws(CommandFailure) -> Subprocess.Outcome {
    // A setting of the repository must not start a program either.
    let fixed = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "diff.external=", "--no-pager"]
    let words = [Array("git".utf8), Array("-C".utf8), (place ?? folder).bytes] + (fixed + arguments).map { RawArguments.bytes(of: $0) }
    do throws(Subprocess.Failure) {
      return try Subprocess.run(words, environment: Self.environment, limit: Self.limit)
    } catch {
      switch error {
      case .notStarted(let failure) where failure.isMissing:
        throw CommandFailure("git is not to be found, and --changed-since needs it", help: "Install git, or put it on PATH")
      case .notStarted(let failure): throw CommandFailure("git could not be started: \(failure.words)")
      case .tooMuch: throw CommandFailure("git names more files than are reckoned with")
      }
    }
  }

  /// The files that differ from a commit, in what is committed, staged, saved and new, as paths without detours.
  ///
  /// The commit is the one at which the work branched off, so that what others did since on the other branch is no change of ours.
  func filesChanged(since revision: String) throws(CommandFailure) -> [BytePath] {
    let shown = folder.shownFrom(System.currentFolder)
    let top = try ask(["rev-parse", "--show-toplevel"])
    guard top.status == 0, let root = System.realPath(BytePath(Self.line(top.output))) else {
      let isNone = String(decoding: top.errors, as: UTF8.self).contains("not a git repository")
      throw CommandFailure(
        isNone ? "\(shown == "." ? "this folder" : shown) is in no git repository, and --changed-since needs one"
          : "git does not open the repository of \(shown): \(Self.sentence(top.errors))",
        help: isNone ? "Run it inside a repository, or leave --changed-since out" : nil)
    }
    guard !revision.isEmpty, !revision.hasPrefix("-") else { throw unknown(revision) }
    let commit = try ask(["rev-parse", "--verify", "--quiet", revision + "^{commit}"], in: root)
    guard commit.status == 0 else { throw unknown(revision) }
    let base = try ask(["merge-base", Self.text(commit.output), "HEAD"], in: root)
    guard base.status == 0, !base.output.isEmpty else {
      throw CommandFailure(
        "'\(revision)' and what is checked out have no commit in common",
        help: "Fetch more of the history: in GitHub Actions, give actions/checkout fetch-depth: 0")
    }
    let changed = try ask(
      ["diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", Self.text(base.output), "--"], in: root)
    let new = try ask(["ls-files", "-z", "--others", "--exclude-standard"], in: root)
    for answer in [changed, new] where answer.status != 0 {
      throw CommandFailure("git could not say what changed: \(Self.sentence(answer.errors))")
    }
    return (changed.output + new.output).split(separator: 0).map { root.appending(Array($0)) }
  }

  private func unknown(_ revision: String) -> CommandFailure {
    CommandFailure(
      "there is no commit '\(revision)' in the repository",
      help: "Name a branch, a tag or a commit; in CI, fetch it first (actions/checkout: fetch-depth: 0)")
  }

  private static func line(_ bytes: [UInt8]) -> [UInt8] {
    bytes.last == 0x0A ? bytes.dropLast() : bytes
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: line(bytes), as: UTF8.self) }

  private static func sentence(_ bytes: [UInt8]) -> String {
    VisibleText.string(String(decoding: bytes.prefix { $0 != 0x0A }.prefix(300), as: UTF8.self))
  }
}
