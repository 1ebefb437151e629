import Testing

/// Golden files outlive the tests that wrote them unless somebody looks.
struct `Golden files` {
  @Test func `every golden file is named by the tests beside it`() throws {
    var tests: [Substring: [String]] = [:]
    for path in Project.files where path.contains("/Goldens/") {
      let parts = path.split(separator: "/")
      let folder = parts[1]
      if tests[folder] == nil {
        tests[folder] = try Project.files(under: "Tests/\(folder)", ending: ".swift").map(Project.text)
      }
      let stem = parts.last?.prefix { $0 != "." } ?? ""
      let named = tests[folder]?.contains { $0.contains("\"\(stem)\"") || $0.contains("\"\(stem).") } == true
      #expect(named, "\(path) belongs to no test that writes its name out: remove it")
    }
    #expect(!tests.isEmpty)
  }
}
