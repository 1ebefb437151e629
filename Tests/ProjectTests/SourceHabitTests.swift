import Testing

struct `Habits of the source` {
  @Test func `no Swift file is longer than 450 lines`() throws {
    let long = try Project.files.filter { $0.hasSuffix(".swift") }.compactMap { path in
      let lines = try Project.text(path).utf8.count { $0 == UInt8(ascii: "\n") }
      return lines > 450 ? "\(path) has \(lines) lines: look for the second idea inside" : nil
    }
    #expect(long == [])
  }

  /// What would end the program on a fault of the input, or was left for later.
  private static let unwanted = ["fatalError(", "try!", "as!", "TODO", "FIXME", "XXX", "unimplemented", "not implemented"]

  @Test func `nothing in the sources traps at will or waits to be written`() throws {
    var found: [String] = []
    for path in Project.files(under: "Sources", ending: ".swift") {
      for (number, line) in try Project.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for word in Self.unwanted where line.contains(word) { found.append("\(path):\(number + 1): \(word)") }
      }
    }
    #expect(found == [])
  }

  /// First folders of paths that exist on somebody's machine only.
  private static let machineFolders = ["home", "Users", "root", "work", "workspace", "builds", "mnt"]

  private static func machinePaths(in text: String) throws -> [String] {
    // Whatever a relative path, an address or a longer name has before a slash is no beginning of a path.
    let path = try Regex("(?:^|[^A-Za-z0-9_.*~/-])(/(?:\(machineFolders.joined(separator: "|")))/[A-Za-z0-9_.-]*)")
      .anchorsMatchLineEndings()
    return text.matches(of: path).compactMap { $0.output[1].substring.map(String.init) }
  }

  @Test func `a path of one machine is told from others`() throws {
    let place = Self.machineFolders[0]
    #expect(try Self.machinePaths(in: "see /\(place)/ann/concordat and /usr/bin/env") == ["/\(place)/ann"])
    #expect(try Self.machinePaths(in: "\"/\(place)/x\"") == ["/\(place)/x"])
    #expect(try Self.machinePaths(in: "https://example.org/\(place)/ann ../\(place)/x ~/\(place)/x a/\(place)/b") == [])
  }

  @Test func `no file holds a path of one machine`() throws {
    for path in Project.files {
      #expect(try Self.machinePaths(in: Project.text(path)) == [], "\(path)")
    }
  }

  @Test(arguments: ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "rules/README.md"])
  func `every link inside the project leads to a file`(_ page: String) throws {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for link in try Project.text(page).matches(of: /\]\((?!https?:|#)([^)#\s]+)/) {
      let path = folder + link.1
      #expect(
        Project.files.contains { $0 == path || $0.hasPrefix(path.hasSuffix("/") ? path : path + "/") },
        "\(page) links to \(link.1)"
      )
    }
  }
}
