import Foundation
import Testing

/// Findings that somebody accepted, and what becomes of the acceptance.
struct ExceptionTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let district = "alignment/district-cannot-own-laa"

  /// Checks one agreement of a district, which may have none, with something said of that.
  private func check(
    comment: String = "", end: String = "", exceptions: String = "", today: String = "2008-06-30", options: [String] = []
  ) throws -> RunConcordat {
    let text = """
      kind: local-area-agreement
      id: hunts
      title: Agreement
      \(comment.isEmpty ? "# plain" : comment)
      authority: huntingdonshire\(end.isEmpty ? "" : " " + end)
      status: draft
      period: {from: 2008-04-01, through: 2011-03-31}
      \(exceptions.isEmpty ? "" : "exceptions:\n" + exceptions)
      """
    try scratch.write("a.yaml", text)
    return try RunConcordat(["check", "--today", today, "a.yaml"] + options, in: scratch.folder)
  }

  /// Rules of the findings of a run about exceptions, and whether the district's agreement is still reported.
  private func said(_ run: RunConcordat) -> [String] {
    let rules = run.output.matches(of: /(?:error|warning|advice|review)\[([a-z\/-]+)\]/).map { String($0.1) }
    return rules.filter { $0.hasPrefix("exceptions/") || $0 == Self.district || $0.hasPrefix("structure/") }.sorted()
  }

  @Test(arguments: [
    ("# concordat: allow alignment/district-cannot-own-laa -- a pilot of two tiers", ""),
    ("", "# concordat: allow alignment/district-cannot-own-laa until 2009-03-31 -- a pilot"),
    ("# concordat: allow alignment/district-cannot-own-laa until 2008-06-30 -- today is its last day\n\n# another", ""),
    ("#concordat:allow alignment/district-cannot-own-laa — a word processor was here", ""),
  ])
  func `a comment on the line or above it takes a finding out of what counts`(_ comment: String, _ end: String) throws {
    let run = try check(comment: comment, end: end)
    #expect(said(run) == [], "\(run.output)")
    #expect(run.output.hasSuffix("; 1 finding accepted\n"))
  }

  @Test(arguments: [
    ("rule: alignment/district-cannot-own-laa, reason: a pilot", []),
    ("rule: alignment/district-cannot-own-laa, where: authority, reason: a pilot, accepted_by: the board, until: 2009-03-31", []),
    ("rule: alignment/district-cannot-own-laa, reason: a pilot, until: 2008-06-29", [district, "exceptions/expired"]),
    ("rule: alignment/district-cannot-own-laa, reason: a pilot, until: 2008-02-30", [district, "structure/bad-day"]),
    ("rule: alignment/district-cannot-own-laa, reason: a pilot, until: ", [district, "exceptions/unreadable-day", "structure/empty-value"]),
    ("rule: alignment/district-cannot-own-laa, reason: ' '", [district, "structure/blank-text"]),
    ("rule: alignment/district-cannot-own-laa", [district, "structure/missing-key"]),
    ("rule: alignment/district-cannot-own-laa, where: autority, reason: x", [district, "exceptions/unused"]),
    ("rule: alignment/district-cannot-own, reason: x", [district, "exceptions/unknown-rule"]),
    ("rule: alignment/*, reason: x", [district, "exceptions/wildcard"]),
    ("rule: structure/bad-day, reason: x", [district, "exceptions/unused"]),
  ] as [(String, [String])])
  func `an entry of the document covers its rule at its part, for a reason, until its day`(_ entry: String, _ expected: [String]) throws {
    let run = try check(exceptions: "  - {\(entry)}\n")
    #expect(said(run) == expected, "\(run.output)")
  }

  @Test(arguments: [
    ("# concordat: allow alignment/district-cannot-own-laa", "exceptions/no-reason"),
    ("# concordat: allow alignment/district-cannot-own-laa --  ", "exceptions/no-reason"),
    ("# concordat: allow alignment/district-cannot-own-laa until soon -- x", "exceptions/unreadable-day"),
    ("# concordat: allow alignment/district-cannot-own-laa until -- x", "exceptions/unreadable-day"),
    ("# concordat: allow alignment/* -- x", "exceptions/wildcard"),
    ("# concordat: allow all -- x", "exceptions/wildcard"),
    ("# concordat: allow district-cannot-own-laa -- x", "exceptions/unknown-rule"),
    ("# concordat: allow input/unreadable -- x", "exceptions/not-acceptable"),
    ("# concordat: allow exceptions/expired -- x", "exceptions/not-acceptable"),
    ("# concordat: allow a/b, c/d -- x", "exceptions/malformed"),
    ("# concordat: allow alignment/district-cannot-own-laa because x", "exceptions/malformed"),
    ("# concordat: allow -- x", "exceptions/malformed"),
    ("# concordat: ignore alignment/district-cannot-own-laa -- x", "exceptions/malformed"),
    ("# Concordat allow alignment/district-cannot-own-laa -- x", "exceptions/malformed"),
    ("# concordat: allow governance/accountable-body-named -- x", "exceptions/unused"),
    ("# concordat: allow alignment/district-cannot-own-laa until 2008-06-29 -- x", "exceptions/expired"),
  ])
  func `a comment that is wrong, late or needless covers nothing and says so`(_ comment: String, _ rule: String) throws {
    let run = try check(comment: comment)
    #expect(said(run) == [Self.district, rule], "\(run.output)")
    #expect(run.status == 1)
  }

  @Test func `a comment in a text is text`() throws {
    let run = try check(exceptions: "note: |\n  # concordat: allow alignment/district-cannot-own-laa -- x\n".replacingOccurrences(of: "exceptions:\n", with: ""))
    #expect(said(run).contains(Self.district))
    #expect(!said(run).contains { $0.hasPrefix("exceptions/") })
  }

  @Test func `whether an exception has lapsed is judged by today, not by the day of the law`() throws {
    let comment = "# concordat: allow alignment/district-cannot-own-laa until 2009-03-31 -- a pilot"
    let late = try check(comment: comment, today: "2009-04-01", options: ["--as-of", "2008-06-30"])
    #expect(said(late) == [Self.district, "exceptions/expired"])
    #expect(
      late.output.contains(
        "the exception from alignment/district-cannot-own-laa ended on 31 March 2009, so what it covered counts again"))
    let then = try check(comment: comment, today: "2008-07-01", options: ["--as-of", "2012-01-01"])
    #expect(!said(then).contains("exceptions/expired"))
  }

  @Test func `the list says who accepted what, and how long it holds`() throws {
    _ = try check(
      comment: "# concordat: allow alignment/district-cannot-own-laa -- open",
      exceptions: """
          - {rule: governance/accountable-body-named, reason: The board has not met, accepted_by: 'Cabinet, 22 May 2008', until: 2008-07-02}
          - {rule: structure/bad-day, where: period, reason: As printed, until: 2008-01-01}
          - {rule: structure/bad-dy, reason: Misspelt}

        """)
    let run = try RunConcordat(["exceptions", "--today", "2008-06-30"], in: scratch.folder)
    #expect(
      run.output == """
        structure/bad-day: ended on 1 January 2008, 181 days ago
          where         a.yaml:10
          covers        period in hunts
          reason        As printed
          accepted by   nobody is named

        governance/accountable-body-named: until 2 July 2008, 2 days left
          where         a.yaml:9
          covers        the whole of hunts
          reason        The board has not met
          accepted by   Cabinet, 22 May 2008

        alignment/district-cannot-own-laa: no last day
          where         a.yaml:4
          covers        line 5 of hunts
          reason        open
          accepted by   nobody is named

        3 exceptions, 1 of which has lapsed

        """)
    #expect(run.status == 0)
    #expect(run.errors == "warning: 1 exception covers nothing because of faults in the writing; concordat check says what is wrong\n")
    let soon = try RunConcordat(["exceptions", "--today", "2008-06-30", "--expiring-in", "1d", "--format", "json"], in: scratch.folder)
    #expect(soon.status == 1)
    #expect(soon.output.contains(#""days_left": -181"#))
    #expect(!soon.output.contains("accountable"))
    let wrong = try RunConcordat(["exceptions", "--expiring-in", "soon"], in: scratch.folder)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("write a number of days, weeks or months, such as 90d, 12w or 3m"))
  }
}
