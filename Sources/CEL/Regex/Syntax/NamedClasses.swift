/// The classes that RE2 names without Unicode: `\d`, `[:alpha:]` and the rest, all ASCII.
enum NamedClasses {
  static let notNewline = ScalarSet([0x0A...0x0A]).complement

  /// The set of `\d`, `\s` or `\w`, and whether the letter is a capital, which turns it around.
  static func perl(_ letter: UInt8) -> (ScalarSet, isNegated: Bool)? {
    switch letter {
    case UInt8(ascii: "d"): (digit, false)
    case UInt8(ascii: "D"): (digit, true)
    case UInt8(ascii: "s"): (space, false)
    case UInt8(ascii: "S"): (space, true)
    case UInt8(ascii: "w"): (word, false)
    case UInt8(ascii: "W"): (word, true)
    default: nil
    }
  }

  /// The set of `[:name:]`.
  static func posix(_ name: String) -> ScalarSet? {
    switch name {
    case "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A])
    case "ascii": ScalarSet([0...0x7F])
    case "blank": ScalarSet([0x09...0x09, 0x20...0x20])
    case "cntrl": ScalarSet([0...0x1F, 0x7F...0x7F])
    case "digit": digit
    case "graph": ScalarSet([0x21...0x7E])
    case "lower": ScalarSet([0x61...0x7A])
    case "print": ScalarSet([0x20...0x7E])
    case "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "space": ScalarSet([0x09...0x0D, 0x20...0x20])
    case "upper": ScalarSet([0x41...0x5A])
    case "word": word
    case "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66])
    default: nil
    }
  }

  private static let digit = ScalarSet([0x30...0x39])
  /// Without the vertical tab, unlike `[:space:]`.
  private static let space = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  private static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
}
