import Testing

/// Golden files outlive the tests that wrote them unless somebody looks.
struct `Golden files` {
  /// Whether the tests name a golden file: whole, or as a fixed beginning and then something else that they or the
  /// examples name, as in `"example-\(folder).txt"`.
  private static func isNamed(_ stem: Substring, in tests: [String], examples: Set<Substring>) -> Bool {
    tests.contains { test in
      if test.contains("\"\(stem)\"") || test.contains("\"\(stem).") { return true }
      return test.matches(of: /"([\w-]+)\\\(/).contains { opening in
        guard stem.hasPrefix(opening.1) else { return false }
        let rest = stem.dropFirst(opening.1.count)
        return examples.contains(rest) || tests.contains { $0.contains("\"\(rest)\"") }
      }
    }
  }

  @Test func `a name may be whole or put together`() {
    let tests = [#"Golden(name: "help.txt"); Golden(name: "example-\(folder).json"); Golden(name: "\(name).txt")"#, #"name: "crlf""#]
    for stem: Substring in ["help", "crlf", "example-halton", "example-crlf"] {
      #expect(Self.isNamed(stem, in: tests, examples: ["halton"]), "\(stem)")
    }
    for stem: Substring in ["help-check", "example-kent", "halton", "hel"] {
      #expect(!Self.isNamed(stem, in: tests, examples: ["halton"]), "\(stem)")
    }
  }

  @Test func `every golden file is named by the tests beside it`() throws {
    let examples = Set(Project.files(under: "examples", ending: "").map { $0.split(separator: "/")[1] })
    var tests: [Substring: [String]] = [:]
    for path in Project.files where path.contains("/Goldens/") {
      let parts = path.split(separator: "/")
      let folder = parts[1]
      if tests[folder] == nil {
        tests[folder] = try Project.files(under: "Tests/\(folder)", ending: ".swift").map(Project.text)
      }
      let stem = parts.last?.prefix { $0 != "." } ?? ""
      #expect(Self.isNamed(stem, in: tests[folder] ?? [], examples: examples), "\(path) belongs to no test: remove it")
    }
    #expect(!tests.isEmpty)
  }
}
