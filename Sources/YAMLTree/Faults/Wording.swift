internal import SourceText

/// Every sentence that this target says about a file, in one place.
///
/// Written for a council officer who has a text editor and has not read the YAML specification. One sentence, no full
/// stop, the actual words of the file; the help says what to do next.
enum Wording {
  /// Text from a file, made visible and short enough for a sentence.
  static func quotable(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let limit = 60
    guard text.count > limit else { return VisibleText.string(text) }
    var end = limit
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return VisibleText.string(UnsafeBufferPointer(rebasing: text[..<end])) + "…"
  }

  private static func number(_ value: Int) -> String {
    var groups: [String] = []
    var rest = value
    while rest >= 1000 {
      let group = String(rest % 1000)
      groups.append(String(repeating: "0", count: 3 - group.utf8.count) + group)
      rest /= 1000
    }
    groups.append(String(rest))
    return groups.reversed().joined(separator: " ")
  }

  private static func times(_ places: Int) -> String {
    places > 1 ? ", here and at \(number(places - 1)) more place\(places == 2 ? "" : "s")" : ""
  }

  private static func byteName(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }

  // MARK: The file

  static func fileTooLarge(bytes: Int, limit: Int) -> YAMLFault {
    YAMLFault(
      kind: .fileTooLarge, severity: .error, range: ByteRange(0, 0),
      message: "the file has \(number(bytes)) bytes, more than the \(number(limit)) that are read",
      help: "Split it into several files")
  }

  static func notYAML(_ signature: FileSignature) -> YAMLFault {
    let (what, help) =
      switch signature {
      case .zip: ("a Word, Excel or OpenDocument file, or another ZIP archive", "Open it in the program it came from and copy its text into a new text file")
      case .compoundFile: ("an older Word or Excel file", "Open it in the program it came from and copy its text into a new text file")
      case .pdf: ("a PDF", "Copy its text into a new text file")
      case .richText: ("rich text", "Save it as plain text")
      case .html: ("a web page", "Download the file itself, not the page that shows it")
      case .gzip: ("compressed with gzip", "Unpack it first")
      case .png, .jpeg: ("a picture", "Type its text into a new text file")
      }
    return YAMLFault(
      kind: .notYAML, severity: .error, range: ByteRange(0, 0), message: "this is not a YAML file but \(what)", help: help)
  }

  static func wideEncoding(_ encoding: TextEncoding) -> YAMLFault {
    YAMLFault(
      kind: .wideEncoding, severity: .warning, range: ByteRange(0, 0),
      message: "the file is saved as \(encoding.name); it was read, but many other tools cannot",
      help: "Save it again with the encoding UTF-8")
  }

  static func legacyEncoding(_ encoding: TextEncoding, byte: UInt8, at range: ByteRange, places: Int) -> YAMLFault {
    YAMLFault(
      kind: .legacyEncoding, severity: .error, range: range,
      message: "the file is not saved as UTF-8 but, it seems, as \(encoding.name)\(times(places))",
      help: "Save it again with the encoding UTF-8, and check the characters that are not plain letters",
      detail: "byte \(byteName(byte)) is not UTF-8")
  }

  static func invalidUTF8(byte: UInt8, at range: ByteRange, places: Int) -> YAMLFault {
    YAMLFault(
      kind: .invalidUTF8, severity: .error, range: range,
      message: "a character is damaged and cannot be read\(times(places))",
      help: "Type the character again, and save the file with the encoding UTF-8",
      detail: "byte \(byteName(byte)) is not UTF-8")
  }

  // MARK: Characters

  private static let names: [UInt32: String] = [
    0x00: "NUL", 0x0B: "a manual line break from Word (vertical tab)", 0x0C: "a page break (form feed)", 0x1B: "an escape character",
    0x7F: "DELETE", 0x85: "NEXT LINE", 0x2028: "LINE SEPARATOR", 0x2029: "PARAGRAPH SEPARATOR", 0xAD: "SOFT HYPHEN",
    0xA0: "NO-BREAK SPACE", 0x202F: "NARROW NO-BREAK SPACE", 0x3000: "IDEOGRAPHIC SPACE", 0x200B: "ZERO WIDTH SPACE",
    0x200C: "ZERO WIDTH NON-JOINER", 0x200D: "ZERO WIDTH JOINER", 0x2060: "WORD JOINER", 0xFEFF: "BYTE ORDER MARK",
    0x202A: "LEFT-TO-RIGHT EMBEDDING", 0x202B: "RIGHT-TO-LEFT EMBEDDING", 0x202C: "POP DIRECTIONAL FORMATTING",
    0x202D: "LEFT-TO-RIGHT OVERRIDE", 0x202E: "RIGHT-TO-LEFT OVERRIDE", 0x2066: "LEFT-TO-RIGHT ISOLATE",
    0x2067: "RIGHT-TO-LEFT ISOLATE", 0x2068: "FIRST STRONG ISOLATE", 0x2069: "POP DIRECTIONAL ISOLATE",
    0x2010: "HYPHEN", 0x2011: "NON-BREAKING HYPHEN", 0x2013: "EN DASH", 0x2014: "EM DASH", 0x2022: "BULLET", 0xB7: "MIDDLE DOT",
    0x2212: "MINUS SIGN",
  ]

  /// The number and, where there is one, the name of a character.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return names[scalar.value].map { "U+\(padded), \($0)" } ?? "U+\(padded)"
  }

  static func controlCharacter(_ scalar: Unicode.Scalar, at range: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .controlCharacter, severity: .error, range: range,
      message: "an invisible control character stands here (\(name(scalar)))",
      help: "Delete it; in text, begin a new line or type a space instead",
      detail: "control characters are not allowed")
  }

  static func hiddenLineBreak(_ scalar: Unicode.Scalar, at range: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .hiddenLineBreak, severity: .error, range: range,
      message: "a hidden line break stands here (\(name(scalar))): editors show one line where some programs read two",
      help: "Delete it, or begin a new line in the ordinary way")
  }

  static func suspect(
    _ kind: YAMLFault.Kind, _ scalar: Unicode.Scalar, at range: ByteRange, severity: YAMLFault.Severity, detail: String? = nil
  ) -> YAMLFault {
    let (message, help): (String, String) =
      switch kind {
      case .bidirectionalControl:
        ("an invisible character changes the direction of writing (\(name(scalar))), so the line may not say what it shows", "Delete it")
      case .zeroWidthCharacter: ("an invisible character without width stands here (\(name(scalar)))", "Delete it")
      case .softHyphen: ("an invisible hyphen stands here (\(name(scalar)))", "Delete it, or type an ordinary hyphen")
      case .unusualSpace:
        ("the space here is not an ordinary one (\(name(scalar))), so what follows is read as part of the text", "Replace it by a space typed with the space bar")
      case .curlyQuote:
        ("curly quotation marks do not quote: they become part of the text", "Type straight quotation marks, or leave them out")
      default:
        ("the mark at the start of this line is not a hyphen (\(name(scalar))), so the line is no list item", "Type an ordinary hyphen and a space")
      }
    return YAMLFault(kind: kind, severity: severity, range: range, message: message, help: help, detail: detail)
  }

  static func conflictMarker(at range: ByteRange, end: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .conflictMarker, severity: .error, range: range, related: [.init(range: end, text: "the conflict ends here")],
      message: "two versions of the file were merged and disagree here",
      help: "Choose one version, and delete the other and the lines with <<<<<<<, ======= and >>>>>>>")
  }

  // MARK: What YAML leaves open

  static func duplicateKey(_ key: String, at range: ByteRange, first: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .duplicateKey, severity: .error, range: range, related: [.init(range: first, text: "it is first used here")],
      message: key.isEmpty ? "a second value without a name stands in the same group" : "\(key) is given twice in the same group",
      help: "Delete one of the two, or give it its own name")
  }

  static func collectionKey(at range: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .collectionKey, severity: .error, range: range,
      message: "a list or a group stands where a name is expected", help: "Write a single name before the colon")
  }

  static func undefinedAlias(_ name: String, at range: ByteRange, suggestion: (name: String, range: ByteRange)?) -> YAMLFault {
    YAMLFault(
      kind: .undefinedAlias, severity: .error, range: range,
      related: suggestion.map { [.init(range: $0.range, text: "\($0.name) is defined here")] } ?? [],
      message: "*\(name) refers to &\(name), which is not defined above" + (suggestion.map { "; did you mean *\($0.name)?" } ?? ""),
      help: suggestion == nil ? "Put &\(name) before the value it should repeat, or put the text in quotes if it is no reference" : nil)
  }

  static func aliasCycle(_ name: String, at range: ByteRange, anchor: ByteRange, isMerge: Bool) -> YAMLFault {
    YAMLFault(
      kind: .aliasCycle, severity: .error, range: range, related: [.init(range: anchor, text: "\(name) begins here and has not ended")],
      message: isMerge ? "*\(name) merges a group into itself" : "*\(name) stands inside the very thing it refers to",
      help: "Refer to something that ends before this line")
  }

  static func anchorRedefined(_ name: String, at range: ByteRange, first: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .anchorRedefined, severity: .warning, range: range, related: [.init(range: first, text: "it is first defined here")],
      message: "&\(name) is defined a second time; from here on *\(name) means this one", help: "Give it a name of its own")
  }

  static func mergeValue(at range: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .mergeValue, severity: .error, range: range, message: "<< can only take in a group of named values, or a list of such groups",
      help: "Write << : *name, where &name marks a group")
  }

  static func unknownTag(_ tag: YAMLTag, at range: ByteRange) -> YAMLFault {
    YAMLFault(
      kind: .unknownTag, severity: .warning, range: range, message: "the tag \(shown(tag)) has no meaning here and is passed over",
      help: "Delete it, or put the text in quotes if the ! belongs to it")
  }

  static func tagValue(_ tag: YAMLTag, value: String?, at range: ByteRange, tag tagRange: ByteRange) -> YAMLFault {
    let wanted =
      switch tag.meaning {
      case .integer: "a whole number"
      case .float: "a number"
      case .boolean: "true or false"
      case .null: "nothing"
      case .sequence: "a list"
      case .mapping: "a group of named values"
      default: "text"
      }
    return YAMLFault(
      kind: .tagValue, severity: .error, range: range, related: [.init(range: tagRange, text: "the tag is here")],
      message: "the tag \(shown(tag)) promises \(wanted), but " + (value.map { "\($0.isEmpty ? "nothing" : $0) stands here" } ?? "something else stands here"),
      help: "Delete the tag, or mend the value")
  }

  private static func shown(_ tag: YAMLTag) -> String {
    let prefix = "tag:yaml.org,2002:"
    let name = tag.name.utf8.starts(with: prefix.utf8) ? "!!" + String(decoding: tag.name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : tag.name
    var copy = name
    return copy.withUTF8 { quotable($0) }
  }

  // MARK: Limits

  static func limit(_ kind: YAMLFault.Kind, value: Int, at range: ByteRange) -> YAMLFault {
    let (what, help): (String, String) =
      switch kind {
      case .limitDepth: ("groups and lists inside each other", "Make the structure flatter")
      case .limitNodes: ("values in one file", "Split the file")
      case .limitAliases: ("references (*name) in one file", "Write the values out")
      case .limitVisitedNodes: ("values once every reference (*name) is followed", "Write the values out, or refer to less")
      case .limitMergeKeys: ("merges (<<) in one file", "Write the values out")
      case .limitDocuments: ("documents in one file", "Split the file")
      default: ("directive lines (%) in one document", "Delete the lines that begin with %")
      }
    return YAMLFault(
      kind: kind, severity: .error, range: range, message: "there are more than \(number(value)) \(what)" + (kind == .limitVisitedNodes ? "" : "; the rest is not read"), help: help)
  }

  static func limitFaults(_ kind: YAMLFault.Kind, severity: YAMLFault.Severity, at range: ByteRange, listed: Int, total: Int) -> YAMLFault {
    YAMLFault(
      kind: .limitFaults, severity: severity, range: range,
      message: total - listed == 1
        ? "1 more fault of the kind \(kind.rawValue) follows and is not listed"
        : "\(number(total - listed)) more faults of the kind \(kind.rawValue) follow and are not listed",
      help: "Mend those that are listed, then check again")
  }

  static func outOfMemory(at range: ByteRange) -> YAMLFault {
    YAMLFault(kind: .outOfMemory, severity: .error, range: range, message: "there was not enough memory to read on")
  }
}
