import CEL

/// What somebody probably meant whose first argument is no command.
enum MistakenCommand {
  static func hint(for arguments: [String], commands: [String]) -> String? {
    guard let first = arguments.first, !first.hasPrefix("-"), !(commands + ["help"]).contains(first) else { return nil }
    let path = BytePath(RawArguments.bytes(of: first))
    if (try? FileStatus(following: path)) != nil { return "Did you mean concordat check \(path.shown(in: nil))?" }
    return Suggestion.nearest(to: first, among: commands).map { "Did you mean concordat \($0)?" }
  }
}
