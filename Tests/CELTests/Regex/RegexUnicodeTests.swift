import CEL
import Testing

struct RegexUnicodeTests {
  @Test(arguments: [
    ("^\\pL+$", "Ångström本σ", true), ("^\\p{Lu}$", "É", true), ("^\\p{Lu}$", "é", false), ("^\\PL+$", "12 -☺", true),
    ("^\\p{^Lu}$", "é", true), ("^\\p{Greek}+$", "Ωσ", true), ("^\\p{Greek}$", "w", false), ("^\\P{Greek}$", "w", true),
    ("^\\p{Latin}+$", "Straße", true), ("^\\p{Han}$", "本", true), ("^\\p{Cyrillic}+$", "Жук", true), ("^\\p{Any}$", "\u{10FFFF}", true),
    ("^\\p{Sc}$", "€", true), ("^\\p{Nd}+$", "٣४5", true), ("^\\d+$", "٣", false), ("^\\w+$", "é", false),
    ("^\\p{Zs}$", "\u{A0}", true), ("^\\s$", "\u{A0}", false), ("^\\s$", "\u{0B}", false), ("^[[:space:]]$", "\u{0B}", true),
    ("^.$", "☺", true), ("^..$", "☺", false), ("^.$", "e\u{301}", false), ("^[^\\x{80}-\\x{10FFFF}]$", "é", false), ("^é$", "e\u{301}", false),
    ("^\\x{1F600}$", "😀", true), ("^[😀-😂]$", "😁", true), ("^\\p{Co}$", "\u{F0000}", true), ("^[^\\pL]$", "1", true),
  ])
  func `classes know Unicode where RE2 does`(pattern: String, text: String, expected: Bool) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(arguments: [
    ("(?i)^k$", "K\u{212A}k"), ("(?i)^[s]$", "sS\u{17F}"), ("(?i)^σ$", "σςΣ"), ("(?i)^ß$", "ßẞ"), ("(?i)^\u{1C5}$", "\u{1C4}\u{1C5}\u{1C6}"),
    ("(?i)^µ$", "\u{B5}\u{3BC}\u{39C}"), ("(?i)^ι$", "ι\u{345}Ι\u{1FBE}"), ("(?i)^å$", "å\u{212B}Å"), ("(?i)^Ꭰ$", "\u{13A0}\u{AB70}"),
    ("(?i)^i$", "iI"), ("(?i)^ı$", "ı"), ("(?i)^\u{130}$", "\u{130}"), ("(?i)^\u{FB05}$", "\u{FB05}\u{FB06}"),
  ])
  func `case is folded one code point to one`(pattern: String, members: String) throws {
    let expression = try RegularExpression(pattern)
    let scratch = RegexScratch()
    let found = [0..<0x2200, 0xAB00..<0xAC00, 0xFB00..<0xFB10].joined().compactMap { Unicode.Scalar($0 as UInt32) }
      .filter { expression.matches(String($0), scratch) }
    #expect(Set(found) == Set(members.unicodeScalars))
  }

  @Test func `a negated class leaves out what folds into it`() throws {
    #expect(try !matches("(?i)^\\W$", "\u{17F}"))
    #expect(try !matches("(?i)^[^k]$", "\u{212A}"))
    #expect(try !matches("(?i)^[^[:lower:]]$", "Q"))
    #expect(try matches("(?i)^\\p{Lu}$", "q"))
  }

  @Test func `the categories cover every code point once`() throws {
    let scratch = RegexScratch()
    let groups = try ["L", "M", "N", "P", "S", "Z", "C"].map { try RegularExpression("^\\p{\($0)}$") }
    for value in stride(from: 0, through: 0x10FFFF, by: 97) as StrideThrough<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let count = groups.count { $0.matches(String(scalar), scratch) }
      // RE2's C leaves out what is unassigned.
      #expect(count == (scalar.properties.generalCategory == .unassigned ? 0 : 1), "\(scalar.debugDescription)")
    }
  }

  @Test func `every range is cut into bytes exactly`() throws {
    let scratch = RegexScratch()
    let edges: [UInt32] = [0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF]
    for (position, low) in edges.enumerated() {
      for high in edges[position...] {
        let expression = try RegularExpression(
          "^[\\x{\(String(low, radix: 16))}-\\x{\(String(high, radix: 16))}]$")
        for edge in edges {
          for neighbour in [edge &- 1, edge, edge + 1] {
            guard let scalar = Unicode.Scalar(neighbour) else { continue }
            #expect(expression.matches(String(scalar), scratch) == (low...high).contains(neighbour))
          }
        }
      }
    }
  }
}
