import ArgumentParser
import ConcordatReport

/// When to write colours.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How text for people looks on one of the standard streams.
struct Appearance {
  let colour: Bool
  let glyphs: GlyphSet
  /// The columns that running text is wrapped to.
  let columns: Int

  /// Longer lines are hard to read.
  private static let mostColumns = 100
  private static let fewestColumns = 40

  init(of descriptor: Int32, colour choice: ColourChoice) {
    colour = Self.wantsColour(choice, on: descriptor)
    glyphs = Self.showsUnicode ? .unicode : .ascii
    let columns = System.isTerminal(descriptor) ? System.columns(of: descriptor) : nil
    self.columns = min(Self.mostColumns, max(Self.fewestColumns, columns ?? Self.mostColumns))
  }

  /// The option counts first, then `NO_COLOR`, then `FORCE_COLOR` and `CLICOLOR_FORCE`, then where the text goes.
  private static func wantsColour(_ choice: ColourChoice, on descriptor: Int32) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if System.variable("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = System.variable(name), value != "0" { return true }
    }
    return System.isTerminal(descriptor) && !isDumb
  }

  /// Whether the terminal can do nothing but print.
  static var isDumb: Bool { System.variable("TERM") == "dumb" }

  /// Whether the locale is one of UTF-8: the first of the three variables that is set decides.
  private static var showsUnicode: Bool {
    guard !isDumb else { return false }
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = System.variable(name) else { continue }
      let letters = value.utf8.map { $0 | 0x20 }.filter { $0 != UInt8(ascii: "-") | 0x20 }
      let name = Array("utf8".utf8)
      return letters.indices.contains { letters[$0...].starts(with: name) }
    }
    return false
  }
}
