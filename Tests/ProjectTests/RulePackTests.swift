import SourceText
import Testing
import YAMLTree

/// The rule files of the packs as their authors wrote them; that they compile and that their examples hold is tested elsewhere.
struct `Rule files` {
  /// Rule files by path without `rules/PACK/` and `.yaml`.
  private static let england = Project.files(under: "rules/england", ending: ".yaml")
    .map { String($0.dropFirst("rules/england/".count).dropLast(".yaml".count)) }
    .filter { id in
      let parts = id.split(separator: "/")
      return parts.count == 2 && !["kinds", "registers", "parameters", "provisions"].contains(parts[0])
    }

  private static let groups = [
    "ST": "statutory", "AL": "alignment", "TG": "targets", "GV": "governance", "EV": "evidence", "RV": "revision",
    "MA": "multi-area", "SC": "strategy", "FI": "finance", "DQ": "quality",
  ]

  private static func root(_ path: String) throws -> YAMLNode {
    let tree = YAMLTree(parsing: SourceFile(path: path, text: Array(try Project.text(path).utf8)))
    return try #require(tree.root, "\(path)")
  }

  @Test func `there are rule files`() {
    #expect(Self.england.count > 20)
  }

  @Test(arguments: england) func `the words of a rule are one sentence without a full stop`(_ id: String) throws {
    let rule = try Self.root("rules/england/\(id).yaml")
    let message = try #require(rule["message"]?.string)
    // An expression in the text may well end in a newline or a full stop; what it prints does not.
    #expect(Self.opensQuietly(message), "message: \(message)")
    for key in ["title", "message", "help"] {
      let words = try #require(rule[key]?.string, "\(key)")
      #expect(!words.contains("\n"), "\(key) has more than one line: \(words)")
      #expect(!words.hasSuffix("."), "\(key) ends in a full stop: \(words)")
    }
  }

  /// In lower case, with a value (`{{ … }}`, perhaps in quotes), or with an abbreviation such as `NI`.
  private static func opensQuietly(_ message: String) -> Bool {
    let word = message.prefix { $0.isLetter }
    return message.hasPrefix("{{") || message.hasPrefix("'{{") || word.first?.isLowercase == true || word.count > 1 && word == word.uppercased()
  }

  @Test func `a message opens in lower case, with a value or with an abbreviation`() {
    for message in ["no target is named", "{{ name_of(x) }} is not a partner", "NI 31 was dropped"] {
      #expect(Self.opensQuietly(message))
    }
    for message in ["No target is named", "A body is missing", " no target", ""] {
      #expect(!Self.opensQuietly(message))
    }
  }

  @Test func `a rule stands in the folder of its point in the catalogue, and the first for a point has its name`() throws {
    var points: [String: String] = [:]
    for point in try Self.root("rules/england/catalogue.yaml")["rules"]?.children ?? [] {
      let number = try #require(point["id"]?.string)
      let group = try #require(point["group"]?.string)
      points[number] = "\(group)/\(try #require(point["name"]?.string))"
      #expect(group == Self.groups[String(number.prefix(2))], "\(number)")
    }
    #expect(points.count > 200)

    for id in Self.england {
      let rule = try Self.root("rules/england/\(id).yaml")
      #expect(rule["rule"]?.string == id, "the path is the id")
      // A rule beyond the catalogue names no point of it.
      guard let number = rule["catalogue"]?.string else { continue }
      let named = try #require(points[number], "\(id) names \(number)")
      #expect(id.prefix { $0 != "/" } == named.prefix { $0 != "/" }, "\(id) is for \(number)")
      // A point may take several rules, for documents of several kinds or several ways of breaking it.
      #expect(Self.england.contains(named), "\(id) is for \(number), which has no rule \(named)")
      #expect(id == named || !points.values.contains(id), "\(id) has the name of another point than \(number)")
    }
  }
}
