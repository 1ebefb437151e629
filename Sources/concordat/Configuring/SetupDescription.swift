import ConcordatEngine
import ConcordatRules

/// What a check works by, each value with where it comes from.
extension CheckSetup {
  struct Line {
    var name: String
    var value: String
    var origin: String
  }

  var lines: [Line] {
    let currentFolder = System.currentFolder
    var lines: [Line] = []
    lines.append(
      Line(name: "configuration", value: configuration?.file.path ?? "none", origin: configuration == nil ? "none was found, or none is heeded" : "the nearest, or --config"))
    lines.append(
      Line(name: "repository", value: surroundings?.repository?.shownFrom(currentFolder) ?? "none", origin: "the nearest folder with .git"))
    for pack in packs { lines.append(Line(name: "rule pack", value: pack.content, origin: pack.origin)) }
    for name in pack.names { lines.append(Line(name: "rules of", value: "\(name.name) \(name.version)", origin: "the rule pack")) }
    lines.append(Line(name: "fail on", value: failOn.content.rawValue, origin: failOn.origin))
    lines.append(Line(name: "fail on undecided", value: failsOnUndecided.content ? "yes" : "no", origin: failsOnUndecided.origin))
    lines.append(
      baseline.map { Line(name: "baseline", value: System.realPath($0.content)?.shownFrom(currentFolder) ?? $0.content.shown(in: currentFolder), origin: $0.origin) }
        ?? Line(name: "baseline", value: "none", origin: "default"))
    lines.append(Line(name: ".gitignore", value: heedsGit.content ? "heeded" : "not heeded", origin: heedsGit.origin))
    for pattern in configuration?.include ?? [] { lines.append(line("include", pattern)) }
    for pattern in configuration?.exclude ?? [] { lines.append(line("exclude", pattern)) }
    for (rule, weight) in configuration?.rules ?? [] {
      let own = pack.rule(id: rule.value)?.severity.rawValue
      let word = if case .severity(let severity) = weight { severity.rawValue } else { "off" }
      lines.append(
        Line(name: rule.value, value: word + (own.map { ", in the pack \($0)" } ?? ""), origin: configuration?.place(of: rule) ?? ""))
    }
    return lines
  }

  private func line(_ name: String, _ setting: Configuration.Setting<String>) -> Line {
    Line(name: name, value: setting.value, origin: configuration?.place(of: setting) ?? "")
  }

  /// For standard error, under --verbose.
  func description(of paths: [PathArgument]) -> String {
    lines.map { "\($0.name): \($0.value) (\($0.origin))" }.joined(separator: "\n")
  }
}
