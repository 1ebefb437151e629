import ConcordatDiagnostics
import ConcordatReport
import SourceText

extension Specimen {
  /// Where a fault can stand, and what it can stand behind.
  static let places: [Specimen] = [
    one("plain", "kind: local-area-agreement\ntargets:\n  - id: homes\n    relates_to:\n      - body: ⟦huntingdonshire⟧\n"),
    one("multibyte-before", "title: \"Café – naïve\"\nlead: {né: ⟦1070⟧, b: 2}\n"),
    one("crlf", "kind: local-area-agreement\r\nid: ⟦one⟧\r\ntitle: two\r\n"),
    one("crlf-multi-line", "a: ⟦|\r\n  one\r\n  two\r\n⟧b: 1\r\n"),
    one("carriage-return-only", "a: 1\rb: ⟦2⟧\rc: 3\r"),
    one("tabs", "values:\t⟦1150\t1200⟧\tend\n"),
    one("wide-cjk", "名前: {東京: 1, 大阪: ⟦大阪市⟧}\n"),
    one("emoji", "🏛: {target: 1, ⟦target⟧: 2}\n"),
    one("emoji-family", "who: 👨‍👩‍👧 and ⟦nobody⟧ # ❤️\n"),
    one("combining", "name: cafe\u{301} n\u{303} ⟦e\u{301}te\u{301}⟧ end\n"),
    one("byte-order-mark", "\u{FEFF}⟦kind⟧: local-area-agreement\n"),
    one("byte-order-mark-whole-file", "⟦\u{FEFF}kind: nothing⟧\n"),
    one("multi-line", "targets:\n  ⟦- id: homes\n    indicator: NI 155\n    unit: homes⟧\n  - id: jobs\n"),
    one("block-scalar", "note: ⟦|\n  one line\n⟧next: 1\n"),
    one("zero-width", "id:⟦⟧\ntitle: x\n"),
    one("line-end", "id: a⟦\n⟧title: x\n"),
    one("empty-file", "⟦⟧"),
    one("end-of-file", "id: ⟦last⟧"),
    one("end-of-file-after-newline", "id: last\n⟦⟧"),
    one("long-line", "note: \(String(repeating: "word ", count: 26))⟦fault⟧\(String(repeating: " tail", count: 34))\n"),
    one("long-line-at-start", "⟦note⟧: \(String(repeating: "word ", count: 60))\n"),
    one("long-line-at-end", "note: \(String(repeating: "日本 ", count: 60))⟦end⟧\n"),
    one("long-fault", "note: ⟦\(String(repeating: "abcdefghi ", count: 40))⟧ x\n"),
    one("combining-without-end", "note: ⟦a\(String(repeating: "\u{300}", count: 2000))⟧ x\n"),
    encoded(
      "utf-16",
      [0xFF, 0xFE]
        + "title: Café 🏛 x\nid: 🏛 fault\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    ),
    encoded(
      "windows-1252", Array("title: Caf".utf8) + [0xE9] + Array(" \nid: ".utf8) + [0x93] + Array("fault".utf8) + [0x94, 0x0A]
    ),
    Specimen(
      name: "long-line-related-outside",
      report: {
        let text = Marked("⟦key⟧: ⟦fault⟧ \(String(repeating: "x", count: 300)) ⟦end⟧\n")
        return LintReport([
          .plain(
            text[1],
            related: [
              .init(place: text[0], text: "named here"), .init(place: text[2], text: "far to the right"),
            ]
          )
        ])
      }()
    ),
    Specimen(
      name: "beyond-the-end",
      report: LintReport([
        .plain(
          Diagnostic.Place(
            file: SourceFile(path: "short.yaml", text: Array("id: a\n".utf8)), range: ByteRange(900, 1000)
          )
        )
      ])
    ),
    Specimen(
      name: "inside-a-scalar",
      report: LintReport([
        .plain(
          Diagnostic.Place(
            file: SourceFile(path: "short.yaml", text: Array("a: 🏛🏛 b\n".utf8)), range: ByteRange(5, 9)
          )
        )
      ])
    ),
  ]

  /// A file that is not UTF-8 on disk, with a finding at the word "fault".
  private static func encoded(_ name: String, _ bytes: [UInt8]) -> Specimen {
    let file = SourceFile(path: "agreements/cambridgeshire.yaml", text: bytes)
    let word = Array("fault".utf8)
    let start = file.text.indices.first { file.text[$0...].starts(with: word) } ?? 0
    let range = ByteRange(UInt32(start), UInt32(start + word.count))
    return Specimen(name: name, report: LintReport([.plain(.init(file: file, range: range))]))
  }

  private static func one(_ name: String, _ text: String) -> Specimen {
    Specimen(name: name, report: LintReport([.plain(Marked(text)[0])]))
  }
}
