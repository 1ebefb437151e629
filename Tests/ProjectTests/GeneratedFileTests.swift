import Foundation
import Testing

struct `Generated files` {
  @Test func `are what their scripts would write`() throws {
    let check = try Command.run(["Scripts/check-generated"])
    for line in check.output.split(separator: "\n") where line.hasPrefix("left out") { print(line) }
    #expect(check.code == 0, "\(check.output)")
  }
}

/// What `make` does before it builds, with a `PATH` that holds only what a specimen puts there.
struct `Looking for what a build needs` {
  private func run(programs: [String: String]) throws -> Command {
    let folder = FileManager.default.temporaryDirectory.appending(path: "concordat \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let basics = ["cat": "exec /bin/cat", "id": "echo 0", "env": "exec /usr/bin/env \"$@\""]
    for (name, script) in basics.merging(programs, uniquingKeysWith: { $1 }) {
      let url = folder.appending(path: name)
      try Data("#!/bin/sh\n\(script)\n".utf8).write(to: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
    return try Command.run(["/bin/sh", "Scripts/needs"], environment: ["PATH": folder.path])
  }

  @Test func `nothing is done where all is there`() throws {
    let result = try run(programs: ["swift": "", "pkg-config": "exit 0", "apt-get": "echo must not run"])
    #expect(result.code == 0)
    #expect(result.output == "")
  }

  @Test func `without Swift it says where to get it`() throws {
    let result = try run(programs: [:])
    #expect(result.code == 1)
    #expect(
      result.output
        == "Swift 6.2 or later is needed to build concordat and was not found: see https://www.swift.org/install\n"
    )
  }

  @Test func `without libyaml and a way to install it, it says what to install`() throws {
    let result = try run(programs: ["swift": "", "pkg-config": "exit 1"])
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("libyaml with its header is needed to build concordat, was not found and could not be"))
    #expect(result.output.contains("\n  Debian, Ubuntu   apt-get install libyaml-dev\n"))
  }

  @Test func `a header that the compiler finds is enough`() throws {
    let result = try run(programs: ["swift": "", "cc": "exit 0"])
    #expect(result.code == 0)
    #expect(result.output == "")
  }

  @Test func `apt-get is asked again with fresh lists when it knows no packages`() throws {
    let result = try run(programs: [
      "swift": "", "pkg-config": "exit 1",
      "apt-get": #"echo "apt-get $*"; [ "$1" = update ] && echo fresh > "${0%/*}/lists"; [ -e "${0%/*}/lists" ]"#,
    ])
    #expect(result.code == 1)
    #expect(
      result.output.hasPrefix(
        """
        libyaml's header is missing: installing libyaml-dev with apt-get
        apt-get update
        apt-get install -y --no-install-recommends libyaml-dev
        libyaml with its header is needed
        """
      )
    )
  }
}
