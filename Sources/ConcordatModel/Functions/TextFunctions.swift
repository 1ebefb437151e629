import CEL

extension DomainFunctions {
  static let texts: [FunctionDeclaration] = [
    function("document_of", [.string], .string) { evaluation, arguments in
      half(arguments[0], first: true)
    },
    function("item_of", [.string], .string) { evaluation, arguments in
      half(arguments[0], first: false)
    },
    function("same_title", [.string, .string], .bool, cost: 5) { _, arguments in
      guard let a = arguments[0].stringBytes, let b = arguments[1].stringBytes else { return .false }
      return .bool(a.elementsEqual(b) || TitleWords(a) == TitleWords(b))
    },
    function("names_of", [.list(.string)], .string, cost: 5, estimate: byElement(cost: 5)) { evaluation, arguments in
      guard let host = evaluation.ruleHost, let elements = arguments[0].listElements else { return .emptyString }
      if let refusal = evaluation.charge(Int64(elements.count)) { return refusal }
      return evaluation.string(English.list(elements.map { evaluation.text(host.registers.name(of: $0) ?? $0) }))
    },
    function("count_of", [.int, .string, .string], .string) { evaluation, arguments in
      let count = arguments[0].intValue ?? 0
      return evaluation.string("\(count) " + evaluation.text(arguments[count == 1 ? 1 : 2]))
    },
  ]

  /// A half of `document#item`, as a slice of the text: its place in the file stays known.
  private static func half(_ text: Value, first: Bool) -> Value {
    guard let bytes = text.stringBytes else { return .emptyString }
    guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else { return first ? text : .emptyString }
    return .string(UnsafeBufferPointer(rebasing: first ? bytes[..<hash] : bytes[(hash + 1)...]))
  }
}
