/// A document made up by numbers, with the value it was made from: the same for the same seed.
///
/// The text goes through every way of writing: plain, single and double quotes, blocks, brackets, several line breaks, characters of
/// one to four bytes, tabs, and the line ends that YAML 1.1 has and editors do not show, escaped or raw.
struct GeneratedDocument {
  indirect enum Value: Equatable {
    case text(String)
    case list([Value])
    case group([String], [Value])
  }

  /// With `\n` at the end of every line.
  private(set) var yaml = ""
  let value: Value
  private var random: UInt64

  init(seed: Int) {
    random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var generator = random
    value = Self.value(depth: 0, &generator)
    random = generator
    write(value, indent: 0)
  }

  private static func next(_ bound: Int, _ state: inout UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func next(_ bound: Int) -> Int { Self.next(bound, &random) }

  private static let words = [
    "homes", "né", "über", "€5", "😀", "12", "yes", "2008/09", "a:b", "x#y", "it's", "say \"so\"", "tab\there", "a, b", "[c]", "{d}", "- e",
    "e\u{301}", "\u{A0}", "*f", "&g", "%", "@h", "?", "|", "\\n", "null", "~", "東京",
  ]
  /// What only double quotes, and some only blocks, can hold.
  private static let escaped = ["\n", "\u{85}", "\u{2028}", "\u{2029}", "\u{1B}", "\u{0}", "\t", "\u{FEFF}", "\u{202E}"]

  private static func value(depth: Int, _ state: inout UInt64) -> Value {
    let form = depth == 0 ? 2 : depth > 4 ? 0 : next(4, &state)
    switch form {
    case 2:
      let count = 1 + next(4, &state)
      let names = (0..<count).map { "k\($0)" + ["", "é", " b", "-c", "😀"][next(5, &state)] }
      return .group(names, (0..<count).map { _ in value(depth: depth + 1, &state) })
    case 3: return .list((0..<1 + next(4, &state)).map { _ in value(depth: depth + 1, &state) })
    default:
      var text = ""
      for number in 0...next(5, &state) {
        if number > 0 { text += [" ", "", "  "][next(3, &state)] }
        text += next(6, &state) == 0 ? escaped[next(escaped.count, &state)] : words[next(words.count, &state)]
      }
      return .text(text)
    }
  }

  // MARK: Writing

  private mutating func write(_ value: Value, indent: Int) {
    let space = String(repeating: " ", count: indent)
    switch value {
    case .text(let text): yaml += scalar(text, indent: indent) + "\n"
    case .list(let items):
      for item in items {
        yaml += space + "-"
        child(item, indent: indent)
      }
    case .group(let names, let values):
      for (name, value) in zip(names, values) {
        yaml += space + name + ":"
        child(value, indent: indent)
      }
    }
  }

  private mutating func child(_ value: Value, indent: Int) {
    if next(8) == 0 { yaml += next(2) == 0 ? " &a\(yaml.utf8.count)" : " !t" }
    if case .text(let text) = value {
      yaml += " " + scalar(text, indent: indent) + (next(6) == 0 ? " # é\n" : "\n")
    } else if next(3) == 0 {
      yaml += " " + flow(value) + "\n"
    } else {
      yaml += next(5) == 0 ? " # why\n\n" : "\n"
      write(value, indent: indent + 1 + next(4))
    }
  }

  private mutating func flow(_ value: Value) -> String {
    switch value {
    case .text(let text): return doubleQuoted(text)
    case .list(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + (next(3) == 0 ? ", ]" : "]")
    case .group(let names, let values):
      return "{" + zip(names, values).map { "\($0): \(flow($1))" }.joined(separator: ",  ") + "}"
    }
  }

  private mutating func scalar(_ text: String, indent: Int) -> String {
    let scalars = text.unicodeScalars
    let isPrintable = !scalars.contains { $0.value < 0x20 && $0 != "\t" || (0x7F..<0xA0).contains($0.value) || $0.value == 0x2028 || $0.value == 0x2029 }
    let isSafe = isPrintable && scalars.allSatisfy { ($0.properties.isAlphabetic || $0 == " " || $0.value > 0x3000) && $0.value != 0xFEFF }
    if isSafe, text.first != " ", text.last != " ", next(2) == 0 { return text }
    if isPrintable, next(2) == 0 { return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }
    return doubleQuoted(text)
  }

  private mutating func doubleQuoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += ["\\n", "\\x0a", "\\u000A"][next(3)]
      case "\t": output += ["\\t", "\t", "\\\t"][next(3)]
      case "\u{85}": output += ["\\N", "\\x85"][next(2)]
      case "\u{2028}": output += ["\\L", "\\u2028"][next(2)]
      case "\u{2029}": output += ["\\P", "\\U00002029"][next(2)]
      case "\u{0}": output += "\\0"
      case "\u{1B}": output += "\\e"
      default:
        if next(9) == 0 {
          let digits = String(scalar.value, radix: 16)
          output += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    return output + "\""
  }
}
