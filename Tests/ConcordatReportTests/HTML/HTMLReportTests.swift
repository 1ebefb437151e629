import ConcordatDiagnostics
import Foundation
import SourceText
import Testing

@testable import ConcordatReport

@Suite struct `The page` {
  static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let specimens =
    [Specimen.pages[0]]
    + (Specimen.findings + Specimen.places).filter {
      ["related-same-line", "related-other-file", "readings", "severities", "undecided", "hostile", "clean", "nothing-read", "wide-cjk"]
        .contains($0.name)
    }

  @Test(arguments: specimens)
  func `a page is as committed`(_ specimen: Specimen) throws {
    try Golden(name: "\(specimen.name).html", folder: Self.goldens).expect(HTMLReport().render(specimen.report))
  }

  @Test(arguments: Specimen.places + Specimen.findings + Specimen.pages)
  func `every element is closed, and every link inside the page leads somewhere`(_ specimen: Specimen) throws {
    let page = Page(HTMLReport().render(specimen.report))
    #expect(page.faults == [])
    #expect(Set(page.ids).count == page.ids.count)
    #expect(Set(page.links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }).subtracting(page.ids) == [])
  }

  @Test func `nothing comes from outside, and only our style and script may run`() throws {
    let bytes = HTMLReport().render(Specimen.pages[0].report)
    let text = String(decoding: bytes, as: UTF8.self)
    let policy = try #require(text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).output.1
    for element in ["style", "script"] {
      let content = try #require(text.components(separatedBy: "<\(element)>").dropFirst().first?.components(separatedBy: "</\(element)>").first)
      let hex = SHA256.hexDigest(of: content.utf8)
      let digest = Data(stride(from: 0, to: 64, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) })
      #expect(policy.contains("\(element)-src &#39;sha256-\(digest.base64EncodedString())&#39;"))
    }
    #expect(!text.contains("url(") && !text.contains("@import") && !text.contains(" src="))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "https://a\" onclick=\"x", "https://a b", "//a", "http:a", "https://a/<b>",
    "https://a/\u{202E}",
  ])
  func `an address that is not of the web, or holds a strange sign, is no link`(_ address: String) throws {
    let text = Marked("a: ⟦1⟧\n")
    var diagnostic = Diagnostic.plain(text[0])
    diagnostic.provision = Citation(id: "a", citation: "Some Act", summary: "", address: address, reading: .verified)
    let page = Page(HTMLReport().render(LintReport([diagnostic])))
    #expect(page.links.filter { !$0.hasPrefix("#") } == [])
  }

  @Test func `what was accepted is shown with its reason, and so are changes to the rules`() {
    let text = Page(HTMLReport().render(Specimen.pages[1].report)).text
    for words in [
      "Accepted findings", "the consent is promised for May", "Chief Executive", "31 May 2009", "in the baseline: it was there",
      "Changes to the rules", "quality/unit is switched off", "1 April 2009",
    ] { #expect(text.contains(words)) }
  }

  @Test func `what is cut is said`() throws {
    let thousand = try #require(Specimen.findings.first { $0.name == "thousand" }).report
    let text = String(decoding: HTMLReport(limits: HTMLLimits(findingsPerRuleAndFile: 3, findings: 5)).render(thousand), as: UTF8.self)
    let page = Page(Array(text.utf8))
    #expect(page.count(of: "article") == 5)
    #expect(text.contains("And 995 more, below.") || text.contains("995 more"))
    #expect(text.contains("What this page leaves out"))
    #expect(text.contains("of one rule in one file, 3 are shown, and 5 in all, the gravest first."))

    let county = Specimen.pages[0].report
    let drawn = String(decoding: HTMLReport(limits: HTMLLimits(plots: 1)).render(county), as: UTF8.self)
    #expect(drawn.contains("The course of 3 targets: 1 are drawn."))
  }

  @Test func `a drawing stays in its frame, whatever the figures`() throws {
    let text = String(decoding: HTMLReport().render(Specimen.pages[0].report), as: UTF8.self)
    for match in text.matches(of: /\ (x|x1|x2|cx)="([^"]*)"/) {
      #expect((0...300).contains(try #require(Double(match.output.2))))
    }
    for match in text.matches(of: /\ (y|y1|y2|cy)="([^"]*)"/) {
      #expect((0...132).contains(try #require(Double(match.output.2))))
    }
    for match in text.matches(of: /points="([^"]*)"/) {
      let numbers = match.output.1.split(separator: " ").compactMap { Double($0) }
      #expect(numbers.count % 2 == 0 && numbers.allSatisfy { (0...300).contains($0) })
    }
  }
}

/// Text that wants to be markup, in every field there is.
@Suite struct `Hostile text in a page` {
  @Test func `naughty strings leave the elements as they are, and are read as text`() throws {
    let plain = Page(HTMLReport().render(Self.report("a plain word")))
    var read = 0
    for line in try Self.lines() {
      let page = Page(HTMLReport().render(Self.report(line)))
      #expect(page.faults == [])
      // Compared without #expect, which would work out how two lists of hundreds differ.
      if page.skeleton != plain.skeleton {
        let first = zip(page.skeleton, plain.skeleton).first { $0 != $1 }
        Issue.record("\(line): \(first.map { "\($0.0) for \($0.1)" } ?? "\(page.skeleton.count) for \(plain.skeleton.count)")")
      }
      // The address of a provision is a link only where it is one of the web; the other fields are text.
      let visible = VisibleText.string(line)
      #expect(page.text.contains(visible), "\(line)")
      read += 1
    }
    #expect(read > 5)
  }

  /// The strings of the corpus where it is at hand, and a few of our own in any case.
  static func lines() throws -> [String] {
    var lines = [
      "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "</style><img src=x onerror=alert(1)>", "javascript:alert(1)", "</script><!--",
      "]]>", "&lt;b&gt;", "'><svg onload=alert(1)>", "\u{202E}txet", "</textarea></title></article>",
    ]
    let list = PackageRoot.shared("reliability/corpus/blns/blns.txt")
    if let text = try? String(contentsOf: list, encoding: .utf8) {
      // Every third: a page for each is much for a debug build.
      lines += text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }.enumerated()
        .filter { $0.offset % 3 == 0 }.map(\.element)
    } else {
      print("not read: there is no list of naughty strings at ../shared/reliability/corpus/blns/blns.txt")
    }
    // A byte order mark at the start of a file is none of its text.
    lines.removeAll { $0.unicodeScalars.first == "\u{FEFF}" }
    // What is longer than a line of an excerpt is cut there, and an address of the web becomes a link.
    return lines.filter { VisibleText.string($0).unicodeScalars.count < 150 && HTMLAttribute.address($0) == nil }
  }

  /// A report that says one thing everywhere.
  static func report(_ line: String) -> LintReport {
    report([line])
  }

  static func report(_ lines: [String]) -> LintReport {
    var report = LintReport([], files: 1, documents: 1)
    for line in lines {
      let file = SourceFile(path: line, text: Array(line.utf8))
      let place = Diagnostic.Place(file: file, range: ByteRange(0, UInt32(line.utf8.count)))
      let provision = Citation(
        id: line, citation: line, summary: line, address: line, reading: .verified, from: line, through: line)
      let diagnostic = Diagnostic(
        rule: line, severity: .error, message: line, place: place,
        related: [.init(place: .init(file: SourceFile(path: line, text: Array(line.utf8)), range: place.range), text: line)],
        provision: provision, help: line, notes: [line], document: line)
      report.diagnostics.append(diagnostic)
      report.rules.append(.init(id: line, title: line, severity: .error, provision: provision))
      report.undecided += [
        .init(rule: line, document: line, file: line, reason: line),
        .init(rule: line, document: line, file: line, reason: line, missing: line),
      ]
      report.suppressed.append(
        .init(diagnostic: diagnostic, suppression: .init(kind: .comment, reason: line, acceptedBy: line, until: line)))
      report.changes.append(line)
      let figure = LintReport.Figure(period: line, text: line, value: 1)
      let target = LintReport.Target(
        id: line, indicator: line, title: line, unit: line, baseline: figure, figures: [figure], priorities: [line])
      report.subjects.append(
        .init(
          id: line, kind: line, label: line, title: line, authority: line, day: line, place: place,
          outline: .init(
            targets: [target], priorities: [.init(id: line, title: line, from: [line])],
            omissions: [.init(priority: "\(line)#\(line)", reason: line)], districts: [.init(name: line, strategy: line), .init(name: line, strategy: nil)])))
    }
    report.asOf = lines.first
    report.tool = .init(name: lines[0], version: lines[0], packs: [(name: lines[0], version: lines[0])])
    return report
  }
}

/// What other people's programs make of pages.
@Suite(.serialized, .enabled(if: Judges.areReady, "skipped: \(Judges.reason)"))
struct `Pages before outside judges` {
  @Test func `validator, axe-core and browser find no fault in the committed pages, nor in one full of naughty strings`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let naughty = folder.appending(path: "naughty.html")
    // A sample: axe-core takes a second for a hundred elements.
    let lines = try `Hostile text in a page`.lines().enumerated().filter { $0.offset < 10 || $0.offset % 12 == 0 }.map(\.element)
    try Data(HTMLReport().render(`Hostile text in a page`.report(lines))).write(to: naughty)
    let accepted = folder.appending(path: "accepted.html")
    try Data(HTMLReport().render(Specimen.pages[1].report)).write(to: accepted)
    let pages = ["county"].map { `The page`.goldens.appending(path: "\($0).html") } + [accepted]
    let (status, output) = try Judges.ask(["--quick"] + (pages + [naughty]).map(\.path))
    #expect(status == 0, "\(output)")
    #expect(output.contains("3 pages, 0 faults"), "\(output)")
  }
}

enum Judges {
  static let reason: String = {
    guard let (status, output) = try? ask(["--ready"]) else { return "Scripts/check-html does not run" }
    return status == 0 ? "" : output
  }()

  static var areReady: Bool { reason.isEmpty }

  static func ask(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = PackageRoot.file("Scripts/check-html")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
