import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import concordat

/// Text of strangers in every place that it can come from, and in every form of the report.
struct HostileContentTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// What would be obeyed somewhere; each holds the word by which a report can be searched.
  static let strings = [
    "\u{1B}]0;pwned\u{07}\u{1B}[31m", "\u{9B}31mpwned", "\u{202E}pwned\u{2066}", "pwned\u{2028}x\u{85}y", "\n::error::pwned", "\r##[error]pwned",
    "::error file=x::pwned", "##vso[task.complete]pwned", "<b onclick=alert(1)>pwned</b>", "</script><script>pwned", "]]>pwned<![CDATA[",
    "pwned\u{0}\u{1}\u{B}\u{FFFE}", "=cmd|' /C calc'!pwned", "@SUM(pwned)", "\t=pwned", "[pwned](javascript:pwned)", "| pwned | `x` |",
    "%s%n pwned %@", "${jndi:pwned} $(pwned) `pwned`", "pwned e\u{301}\"\u{301} x", "../../pwned",
  ]

  /// A text in double quotes, with everything that is not plain written as an escape.
  private func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.map { scalar in
      (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        ? String(scalar) : String(format: "\\U%08X", scalar.value)
    }
    return "\"" + inner.joined() + "\""
  }

  /// An agreement with a text wherever one may stand: keys, ids, titles, names of bodies, figures.
  private func agreement(_ texts: [String]) -> String {
    var result = "kind: local-area-agreement\nid: \(quoted(texts[0] + " id"))\ntitle: \(quoted(texts[0]))\nauthority: \(quoted(texts[0]))\n"
    result += "status: \(quoted(texts[0]))\n\(quoted(texts[0] + " key")): 1\ntargets:\n"
    for text in texts {
      let text = quoted(text)
      result += "  - {id: \(text), title: \(text), indicator: \(text), priority: \(text), \(text): x, baseline: {value: \(text)}, "
      result += "relates_to: [{body: \(text), role: \(text), consent: \(text)}]}\n"
    }
    return result
  }

  /// Makes the tree and returns the report in every form, from one run.
  private func reports() throws -> [(format: String, bytes: [UInt8])] {
    let list = RunConcordat.package.appending(path: "../shared/reliability/corpus/blns/blns.txt")
    let listed = (try? String(contentsOf: list, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
    // Every fourth: all of them in every field of every format are tried where the formats are tested.
    let some = listed.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    try scratch.write("all/texts.yaml", agreement(Self.strings + some))
    for (number, text) in Self.strings.enumerated() { try scratch.write("all/\(number).yaml", agreement([text])) }
    let make = """
      cd all && for name in '\\033]0;pwned\\007' '\\033[31mpwned' 'a\\n::error::pwned' '\\377\\376pwned' '=cmd|pwned' ']]><b>&"pwned' '\\342\\200\\256pwned' \
      '##[error]pwned' ' pwned' '-pwned' '%%0Apwned' 'pwned|`x`'; do cp 1.yaml "./$(printf -- "$name").yaml" || exit 1; done
      """
    try #require(try RunConcordat.shell(make, in: scratch.folder).status == 0)
    let formats = FormatArgument.allValueStrings
    try scratch.write("out/x", "")
    let run = try RunConcordat(["check", "all"] + formats.flatMap { ["--format", "\($0)=out/\($0)"] }, in: scratch.folder)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output == "")
    #expect(run.errors == "")
    return try formats.map { ($0, Array(try Data(contentsOf: scratch.folder.appending(path: "out/\($0)")))) }
  }

  @Test func `no form of the report lets through what a reader would obey`() throws {
    for (format, bytes) in try reports() {
      let text = try #require(String(validating: bytes, as: UTF8.self), "\(format)")
      #expect(text.contains("pwned"), "\(format)")
      let hidden = text.unicodeScalars.enumerated().filter { offset, scalar in
        switch scalar {
        case "\n": return false
        // CSV has a mark at its beginning and ends lines as RFC 4180 says.
        case "\r": return format != "csv"
        case "\u{FEFF}": return offset > 0 || format != "csv"
        default:
          let category = scalar.properties.generalCategory
          return category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator
        }
      }
      #expect(hidden.isEmpty, "\(format): \(hidden.prefix(3))")
      for line in text.split(whereSeparator: \.isNewline) {
        let line = line.drop { $0 == " " }
        if format != "github" { #expect(!line.hasPrefix("::"), "\(format): \(line.prefix(100))") }
        #expect(!line.hasPrefix("##["), "\(format): \(line.prefix(100))")
        #expect(!line.hasPrefix("##vso["), "\(format): \(line.prefix(100))")
      }
      expectParses(format, bytes, text)
    }
  }

  /// Whatever the form is: a program that reads it gets no more than text.
  private func expectParses(_ format: String, _ bytes: [UInt8], _ text: String) {
    if text.hasPrefix("{") || text.hasPrefix("[") {
      #expect(throws: Never.self, "\(format)") { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
    if text.hasPrefix("<?xml") {
      let elements = Elements()
      let parser = XMLParser(data: Data(bytes))
      parser.delegate = elements
      #expect(parser.parse(), "\(format): \(String(describing: parser.parserError))")
      #expect(elements.names.isDisjoint(with: ["b", "script"]), "\(format)")
    }
    if text.lowercased().hasPrefix("<!doctype") {
      #expect(!text.contains("<b onclick"), "\(format)")
      #expect(!text.contains("<script>pwned"), "\(format)")
    }
    if format == "csv" {
      for cell in Self.cells(text) {
        let first = cell.unicodeScalars.first { $0 != " " }
        let isFormula = first.map { ["=", "+", "@", "\t", "-"].contains($0) } ?? false
        #expect(!isFormula || Double(cell) != nil, "\(cell.prefix(60))")
      }
    }
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
      names.insert(name)
    }
  }

  /// The cells of a table as RFC 4180 has it.
  private static func cells(_ text: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", "\r", "\n":
        if isQuoted { cell.append(scalar) } else {
          cells.append(String(cell))
          cell = .init()
        }
      default: cell.append(scalar)
      }
    }
    return cells + [String(cell)]
  }

  // MARK: Arguments

  static let argument = "\u{1B}]0;pwned\u{07}\u{1B}[31m\u{202E}\n::error::pwned\r##[error]"

  @Test(arguments: [
    ["@"], ["-@"], ["--@"], ["check", "--format", "@"], ["check", "--format", "json=@/x"], ["check", "--as-of", "@"], ["check", "--jobs", "@"],
    ["check", "@"], ["check", "--pack", "@"], ["check", "--color", "@"], ["explain", "@"], ["schema", "@"], ["new-rule", "@", "--in", "."],
    ["new-rule", "a/b", "--in", "@"], ["diff", "@", "@"], ["test", "@"], ["reference", "/dev/null/@"], ["rules", "--format", "@"],
  ])
  func `an argument that is repeated commands nobody`(_ arguments: [String]) throws {
    let words = arguments.map { $0.replacingOccurrences(of: "@", with: Self.argument) }
    let run = try RunConcordat(words, in: scratch.folder)
    #expect(run.status == 2)
    let said = run.output + run.errors
    #expect(said.contains(#"\u{1B}]0;pwned\u{07}\u{1B}[31m\u{202E}\u{0A}::error::pwned\u{0D}##[error]"#), "\(said)")
    for scalar in said.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl)
    }
    #expect(!said.split(separator: "\n").contains { $0.drop { $0 == " " }.hasPrefix("::") })
  }

  @Test func `arguments come through the parser byte by byte`() {
    let specimens: [[UInt8]] = [
      [], Array("plain é 漢 😀".utf8), [0x1B, 0x0A, 0x0D, 0x09, 0x7F, 0x01], [0xFF, 0xFE, 0x80], [0xED, 0xA0, 0x80], Array(1...255),
      Array("\u{10FF00}\u{10FF0A}\u{10FFFF}\u{10FE00}".utf8),
    ]
    for bytes in specimens {
      let text = RawArguments.carry(bytes)
      #expect(RawArguments.bytes(of: text) == bytes)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  @Test func `a page of a pack begins no line with a command`() {
    var page = Page(Appearance(of: System.standardOutput, colour: .never))
    page.paragraph("::error::one two", indent: 2)
    page.paragraph("##[error]x ##vso[y]z # heading", indent: 0)
    page.entry("label", "::warning::x", indent: 2)
    page.verbatim(Array("  ::error::x\n##[group]\n## a comment\nkey: ::x\n".utf8), indent: 4)
    #expect(
      String(decoding: page.bytes, as: UTF8.self) == """
          \\u{3A}:error::one two
        \\u{23}#[error]x ##vso[y]z # heading
          label         ::warning::x
              \\u{3A}:error::x
            \\u{23}#[group]
            ## a comment
            key: ::x

        """)
  }

  // MARK: Size

  @Test func `a line of a megabyte with a thousand findings makes a report that can be read`() throws {
    let targets = (0..<1000).map { "{id: t\($0), titel: \(String(repeating: "x", count: 1000))}" }
    try scratch.write("long.yaml", "{kind: local-area-agreement, id: long, targets: [\(targets.joined(separator: ", "))]}\n")
    let formats = FormatArgument.allValueStrings
    let run = try RunConcordat(["check", "long.yaml"] + formats.flatMap { ["--format", "\($0)=\($0)"] }, in: scratch.folder)
    #expect(run.status == 1)
    for format in formats {
      let size = try Data(contentsOf: scratch.folder.appending(path: format)).count
      // No format repeats the line for each finding, which would make a gigabyte.
      #expect(size < 6_000_000, "\(format)")
      if format == "text" { #expect(size < 100_000) }
    }
  }
}
