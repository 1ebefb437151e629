import Foundation
import Testing

/// What is generated from the command's own words: the manual page and the completions of shells.
struct ManualTests {
  @Test func `the manual page says what the command says of itself`() throws {
    guard try Self.has("python3") else { return print("skipped: the manual page is not compared, for want of python3") }
    let run = try RunConcordat.shell("concordat --experimental-dump-help | python3 Scripts/manual.py --check")
    #expect(run.status == 0, "\(run.output)")
  }

  @Test func `the manual page has no fault of form`() throws {
    guard try Self.has("mandoc") else { return print("skipped: the manual page is not linted, for want of mandoc") }
    let run = try RunConcordat.shell("mandoc -T lint docs/man/concordat.1")
    #expect(run.output == "")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions are a script of their shell`(_ shell: String) throws {
    guard try Self.has(shell) else { return print("skipped: the completions of \(shell) are not read by it, which is not here") }
    let run = try RunConcordat.shell("concordat --generate-completion-script \(shell) | \(shell) -n")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output == "")
  }

  @Test func `rules and kinds are completed`() throws {
    let rules = try RunConcordat.shell("concordat ---completion explain -- positional@0 2 4 concordat explain stat").output
    #expect(rules.split(separator: "\n").contains("statutory/relates-to-without-consent"))
    let kinds = try RunConcordat.shell("concordat ---completion schema -- positional@0 2 3 concordat schema loc").output
    #expect(kinds.split(separator: "\n").contains("local-area-agreement"))
  }

  private static func has(_ program: String) throws -> Bool {
    try RunConcordat.shell("command -v \(program) >/dev/null").status == 0
  }
}
